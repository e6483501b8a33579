namespace DaNangDxIndex;

/// <summary>
/// "The rules forbid this": a sentence for the person who tried, in both languages, saying why and what to do,
/// with a code that stays the same when the sentence is worded better.
/// </summary>
public class RuleViolation(string code, Bilingual sentence, Exception? cause = null) : Exception(sentence.En, cause)
{
    /// <summary>Stable, dotted, lower-case: "assessment.submitted". Part of the API's contract.</summary>
    public string Code { get; } = code;

    public Bilingual Sentence { get; } = sentence;
}
