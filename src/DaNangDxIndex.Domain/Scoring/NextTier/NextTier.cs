using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// The cheapest way to the next tier: the smallest sets of changes to figures that reach it, in whole units, each confirmed by scoring the
/// agency anew with the changes. The best of the group is held fixed.
/// </summary>
/// <remarks>
/// What moves: figures that the agency declares, and figures of penalty criteria, which go down.
/// What does not: figures from systems, surveys and the office, what stands in a denominator only
/// (the work that came in), criteria that do not apply, and points that an appraiser set, unless
/// <see cref="NextTierScope"/> says otherwise. A part never grows past its whole; a figure read by several criteria moves them all.
/// Effort is the number of figures, then the relative change. Sets of one figure are all tried;
/// sets of two and three are tried in the order of their estimated effort until the bound on
/// evaluations is reached, and the nearest of the first two dozen that reach the tier are kept.
/// A figure that helps one criterion and hurts another is searched between the bends of its rules; a set that would only serve between two
/// crossings inside one stretch can be overlooked.
/// </remarks>
public static class NextTier
{
    /// <param name="scorer">The rules of the edition the advice is for.</param>
    /// <param name="input">The accepted figures, of the last edition or of this one. Figures the rules do not know are passed over.</param>
    /// <exception cref="RuleViolation">As <see cref="Scorer.Score"/>.</exception>
    public static NextTierAdvice Of(Scorer scorer, ScoringInput input, GroupBest best, NextTierScope? scope = null)
    {
        scope ??= new NextTierScope();
        var asked = scope.Decided ? input with { Decisions = Undecided(input) } : input;
        var trial = new NextTierTrial(scorer, asked, best, scope.MostEvaluations);
        var now = trial.Score();
        var tiers = scorer.Set.Method.Tiers.ToList();
        if (now.Tier is null || tiers.IndexOf(now.Tier) is not (> 0 and var place))
            return new NextTierAdvice { Now = now, Next = null, Suggestions = [], GaveUp = false, OutOfReach = false };
        trial.Target = place - 1;
        return new NextTierSearch(trial, now, NextTierLevers.Of(scorer.Set, now, best, scope)).Run(tiers[place - 1]);
    }

    // What does not apply stays so; only points set by hand are lifted.
    private static Dictionary<string, Decided> Undecided(ScoringInput input) => input.Decisions
        .Where(decision => decision.Value.Decision == VerdictDecision.NotApplicable)
        .ToDictionary(StringComparer.Ordinal);
}

/// <summary>What the advice may touch, and how long it may search.</summary>
public sealed record NextTierScope
{
    /// <summary>Sources whose figures may move. Figures of penalty criteria may always go down.</summary>
    public IReadOnlyCollection<FigureSource> Sources { get; init; } = [FigureSource.Agency];

    /// <summary>Points that appraisers set are lifted, and the rule speaks again.</summary>
    public bool Decided { get; init; }

    /// <summary>How often the agency is scored anew before the search gives up.</summary>
    public int MostEvaluations { get; init; } = 5_000;
}
