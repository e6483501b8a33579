namespace DaNangDxIndex.Assessments;

/// <summary>The sheet after sentences were saved, and what did not go in: by warning, or by criterion that was given back.</summary>
/// <param name="Refused">Why not.</param>
/// <param name="Conflicts">What was written meanwhile.</param>
public sealed record SentencesKept(
    AssessmentSheet Sheet, IReadOnlyDictionary<string, Bilingual> Refused, IReadOnlyDictionary<string, StandingSentence> Conflicts);

public sealed record StandingSentence(string Sentence, int Version);
