using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// The search itself: sets of one figure, then of two, then of three, until three suggestions are found or the bound is reached.
/// </summary>
internal sealed class NextTierSearch(NextTierTrial trial, Scorecard now, IReadOnlyList<NextTierLever> levers)
{
    private const int Wanted = 3;
    private const int MostFigures = 3;
    private const int Refined = 24;

    private readonly NextTierPull _pull = new(trial);
    private readonly List<Suggestion> _found = [];

    public NextTierAdvice Run(Tier next)
    {
        var outOfReach = !ReachesAtBest();
        var candidates = outOfReach ? [] : Measured();
        for (var figures = 2; figures <= MostFigures && !outOfReach && _found.Count < Wanted && !trial.IsSpent; figures++)
            _found.AddRange(Nearest(NextTierSet.Of(figures, candidates, Needed(next)).OrderBy(set => set.Effort), Wanted - _found.Count));
        return new NextTierAdvice
        {
            Now = now,
            Next = next,
            Suggestions = _found,
            GaveUp = trial.IsSpent && _found.Count < Wanted,
            OutOfReach = outOfReach,
        };
    }

    // Every figure at its best, one after the other: when even that does not reach, no set does.
    private bool ReachesAtBest()
    {
        var highest = now;
        foreach (var lever in levers)
        {
            var held = trial.Figures.TryGetValue(lever.Figure.Code, out var value) ? value : (FigureValue?)null;
            if (_pull.ToBest(lever) is { } best && best.Scorecard.BeforeCap >= highest.BeforeCap)
                highest = best.Scorecard;
            else if (held is { } before)
                trial.Set(lever.Figure.Code, before);
            else
                trial.Reset(lever.Figure.Code);
        }

        foreach (var lever in levers)
            trial.Reset(lever.Figure.Code);
        return trial.Reaches(highest);
    }

    /// <summary>Pulls every lever by itself: those that suffice become suggestions, the others are measured for sets of more.</summary>
    private List<NextTierCandidate> Measured()
    {
        List<Suggestion> alone = [];
        List<NextTierCandidate> others = [];
        foreach (var lever in levers.TakeWhile(_ => !trial.IsSpent))
        {
            if (_pull.Least(lever) is { } step)
                alone.Add(Made([(lever, step)]));
            else if (_pull.ToBest(lever) is { } best)
                others.Add(new NextTierCandidate(
                    lever, (best.Scorecard.BeforeCap - now.BeforeCap).ToDouble(),
                    lever.RelativeChange(best.Step, trial.Before(lever)).ToDouble()));
            trial.Reset(lever.Figure.Code);
        }

        _found.AddRange(alone.OrderBy(suggestion => suggestion.RelativeChange).Take(Wanted));
        var suffices = alone.SelectMany(suggestion => suggestion.Changes).Select(change => change.Figure.Code)
            .ToHashSet(StringComparer.Ordinal);
        return [.. others.Where(candidate => !suffices.Contains(candidate.Code)).OrderByDescending(candidate => candidate.Gain)];
    }

    /// <summary>Sets in the order of their estimated effort, each pulled to its best and then let back as far as the tier allows.</summary>
    private List<Suggestion> Nearest(IEnumerable<NextTierSet> sets, int wanted)
    {
        List<Suggestion> reaching = [];
        foreach (var set in sets)
        {
            if (trial.IsSpent || reaching.Count == Refined)
                break;
            if (_found.Exists(suggestion => suggestion.Changes.All(change => set.Has(change.Figure.Code))))
                continue;
            if (LetBack(set.Levers) is { } suggestion)
                reaching.Add(suggestion);
            foreach (var lever in set.Levers)
                trial.Reset(lever.Figure.Code);
        }

        return [.. reaching.OrderBy(suggestion => suggestion.RelativeChange).Take(wanted)];
    }

    // The most effective figure stays at its best and the least effective takes what is left; then each is let back once more.
    private Suggestion? LetBack(IReadOnlyList<NextTierLever> set)
    {
        var steps = new long[set.Count];
        for (var place = 0; place < set.Count; place++)
        {
            if (_pull.ToBest(set[place]) is not { } best)
                return null;
            steps[place] = best.Step;
        }

        if (!trial.Reaches())
            return null;
        for (var place = set.Count - 1; place >= 0; place--)
        {
            // At its start it may not be needed at all: then a smaller set reaches the tier and stands in the list already.
            trial.Reset(set[place].Figure.Code);
            if (trial.Reaches() || _pull.Least(set[place], steps[place]) is not { } least)
                return null;
            steps[place] = least;
            trial.Set(set[place].Figure.Code, set[place].ValueAt(least, trial.Before(set[place])));
        }

        return Made([.. set.Zip(steps)]);
    }

    private Suggestion Made(IReadOnlyList<(NextTierLever Lever, long Step)> pulled)
    {
        foreach (var (lever, step) in pulled)
            trial.Set(lever.Figure.Code, lever.ValueAt(step, trial.Before(lever)));
        return new Suggestion(
            [.. pulled.Select(ChangeOf)],
            pulled.Aggregate(Fraction.Zero, (sum, pull) => sum + pull.Lever.RelativeChange(pull.Step, trial.Before(pull.Lever))),
            trial.Score());
    }

    private FigureChange ChangeOf((NextTierLever Lever, long Step) pulled)
    {
        var (lever, before) = (pulled.Lever, trial.Before(pulled.Lever));
        return new(lever.Figure, before, lever.ValueAt(pulled.Step, before), lever.Whole(trial.Figures));
    }

    // Points to the bound of the tier, less what roundings can add on the way; nothing where a gate, not the total, stands in the way.
    private double Needed(Tier next)
    {
        var method = trial.Method;
        if (now.Gates.Count > 0 || method.Gates.Count > 0)
            return double.NegativeInfinity;
        var bound = method.TiersOn == TiersOn.Percent ? next.From * method.Scale / 100 : next.From;
        var unit = Math.Pow(10, -method.Decimals);
        return (bound - now.BeforeCap).ToDouble() - (method.Stage == RoundingStage.Total ? unit : (now.Criteria.Count + 2) * unit);
    }
}
