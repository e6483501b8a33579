using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>What one agency brings to the scoring: its figures, its kinds, and what was decided on its criteria.</summary>
public sealed record ScoringInput
{
    public required string Agency { get; init; }

    /// <summary>Code of the parent agency, for methods that rank within it.</summary>
    public string? Parent { get; init; }

    /// <summary>False for an agency that is assessed but not ranked by decision of the edition.</summary>
    public bool Ranked { get; init; } = true;

    /// <summary>Values by figure code. An absent figure is blank, which is not zero.</summary>
    public required IReadOnlyDictionary<string, FigureValue> Figures { get; init; }

    /// <summary>Kinds of this agency beside those whose list in the file names it.</summary>
    public IReadOnlyCollection<string> Kinds { get; init; } = [];

    /// <summary>Decisions of appraisers by criterion code. Without one the rule alone speaks.</summary>
    public IReadOnlyDictionary<string, Decided> Decisions { get; init; } = new Dictionary<string, Decided>(StringComparer.Ordinal);

    /// <summary>
    /// Criteria in which the agency has said why a part lies above its whole. For what an agency gives itself only
    /// (<see cref="Scorer.SelfAssess"/>): in an appraised result an appraiser answers, so it stays empty there.
    /// </summary>
    public IReadOnlySet<string> Answered { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Somebody answers for a part above its whole: an appraiser, or the agency where it assesses itself.</summary>
    public bool Accepts(string criterion) => Answered.Contains(criterion)
        || (Decisions.TryGetValue(criterion, out var decided) && decided.Decision == VerdictDecision.Accept);
}

/// <summary>
/// What the scoring needs of a verdict. Points count only with <see cref="VerdictDecision.Points"/>, from 0 to the criterion's maximum.
/// </summary>
public sealed record Decided(VerdictDecision Decision, Fraction Points = default);
