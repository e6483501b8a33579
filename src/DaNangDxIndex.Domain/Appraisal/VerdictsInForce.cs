using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

/// <summary>What a scorecard takes from the verdicts on one agency: bench, results and publication all take this.</summary>
public static class VerdictsInForce
{
    /// <summary>
    /// By criterion, the last verdict. A plain acceptance leaves the rule to speak and
    /// is left out; one that answers for a part above its whole has a reason, and counts.
    /// </summary>
    public static IReadOnlyDictionary<string, Verdict> Of(IEnumerable<Verdict> verdicts) => Last(verdicts).Values
        .Where(verdict => verdict.Decision != VerdictDecision.Accept || verdict.Reason is not null)
        .ToDictionary(verdict => verdict.Criterion, StringComparer.Ordinal);

    /// <summary>The same as the engine takes it.</summary>
    public static IReadOnlyDictionary<string, Decided> Decisions(IEnumerable<Verdict> verdicts) => Of(verdicts).ToDictionary(
        verdict => verdict.Key, verdict => new Decided(verdict.Value.Decision, verdict.Value.Points ?? 0m), StringComparer.Ordinal);

    /// <summary>By criterion, the verdict of the last round that judged it.</summary>
    public static IReadOnlyDictionary<string, Verdict> Last(IEnumerable<Verdict> verdicts) => verdicts
        .GroupBy(verdict => verdict.Criterion, StringComparer.Ordinal)
        .ToDictionary(rounds => rounds.Key, rounds => rounds.MaxBy(verdict => verdict.Round) ?? rounds.First(), StringComparer.Ordinal);
}
