namespace DaNangDxIndex.Publishing;

/// <summary>A file that was handed in is no bundle that could be checked; the sentence says why.</summary>
public sealed class BundleFault(Bilingual sentence, Exception? cause = null) : FormatException(sentence.En, cause)
{
    public Bilingual Sentence { get; } = sentence;
}
