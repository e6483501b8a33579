namespace DaNangDxIndex.Publishing.OnPaper;

/// <summary>A file that was handed in is no print of a publication that could be read; the sentence says why and what to do.</summary>
public sealed class PaperFault(Bilingual sentence, Exception? cause = null) : FormatException(sentence.En, cause)
{
    public Bilingual Sentence { get; } = sentence;
}
