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

    private readonly List<Suggestion> found = [];

    public NextTierAdvice Run(Tier next)
    {
        var outOfReach = !ReachesAtBest();
        var candidates = outOfReach ? [] : Measured();
        for (var figures = 2; figures <= MostFigures && !outOfReach && found.Count < Wanted && !trial.IsSpent; figures++)
            found.AddRange(Nearest(SetsOf(figures, candidates, Needed(next)).OrderBy(set => set.Effort), Wanted - found.Count));
        return new NextTierAdvice { Now = now, Next = next, Suggestions = found, GaveUp = trial.IsSpent
            && found.Count < Wanted, OutOfReach = outOfReach };
    }

    // Every figure at its best, one after the other: when even that does not reach, no set does.
    private bool ReachesAtBest()
    {
        var highest = now;
        foreach (var lever in levers)
        {
            var held = trial.Figures.TryGetValue(lever.Figure.Code, out var value) ? value : (FigureValue?)null;
            if (Pull(lever) is { } best && best.Scorecard.BeforeCap >= highest.BeforeCap)
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
    private List<Candidate> Measured()
    {
        List<Suggestion> alone = [];
        List<Candidate> others = [];
        foreach (var lever in levers.TakeWhile(_ => !trial.IsSpent))
        {
            if (Least(lever) is { } step)
                alone.Add(Made([(lever, step)]));
            else if (Pull(lever) is { } best)
                others.Add(new Candidate(
                    lever, (best.Scorecard.BeforeCap - now.BeforeCap).ToDouble(),
                    lever.RelativeChange(best.Step, Before(lever)).ToDouble()));
            trial.Reset(lever.Figure.Code);
        }

        found.AddRange(alone.OrderBy(suggestion => suggestion.RelativeChange).Take(Wanted));
        var suffices = alone.SelectMany(suggestion => suggestion.Changes).Select(change => change.Figure.Code)
            .ToHashSet(StringComparer.Ordinal);
        return [.. others.Where(candidate => !suffices.Contains(candidate.Code)).OrderByDescending(candidate => candidate.Gain)];
    }

    /// <summary>Sets in the order of their estimated effort, each pulled to its best and then let back as far as the tier allows.</summary>
    private List<Suggestion> Nearest(IEnumerable<CandidateSet> sets, int wanted)
    {
        List<Suggestion> reaching = [];
        foreach (var set in sets)
        {
            if (trial.IsSpent || reaching.Count == Refined)
                break;
            if (found.Exists(suggestion => suggestion.Changes.All(change => set.Has(change.Figure.Code))))
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
            if (Pull(set[place]) is not { } best)
                return null;
            steps[place] = best.Step;
        }

        if (!trial.Reaches())
            return null;
        for (var place = set.Count - 1; place >= 0; place--)
        {
            // At its start it may not be needed at all: then a smaller set reaches the tier and stands in the list already.
            trial.Reset(set[place].Figure.Code);
            if (trial.Reaches() || Least(set[place], steps[place]) is not { } least)
                return null;
            steps[place] = least;
            trial.Set(set[place].Figure.Code, set[place].ValueAt(least, Before(set[place])));
        }

        return Made([.. set.Zip(steps)]);
    }

    /// <summary>The least number of steps that reaches the tier with the other figures as they are, or null.</summary>
    private long? Least(NextTierLever lever, long? known = null)
    {
        var bends = lever.Bends(trial.Figures, Before(lever)).Where(bend => known is null || bend <= known).ToList();
        if (known is not null && (bends.Count == 0 || bends[^1] != known))
            bends.Add(known.Value);
        var below = 0L;
        foreach (var bend in lever.Monotone ? bends.TakeLast(1) : bends)
        {
            if (ReachesAt(lever, bend))
                return Crossing(lever, below, bend);
            below = bend;
        }

        return null;
    }

    // Fails at the lower end, reaches at the upper: halve until they are neighbours.
    private long Crossing(NextTierLever lever, long fails, long reaches)
    {
        while (reaches - fails > 1)
        {
            var middle = fails + ((reaches - fails) / 2);
            if (ReachesAt(lever, middle))
                reaches = middle;
            else
                fails = middle;
        }

        return reaches;
    }

    private bool ReachesAt(NextTierLever lever, long step)
    {
        trial.Set(lever.Figure.Code, lever.ValueAt(step, Before(lever)));
        return trial.Reaches();
    }

    /// <summary>
    /// Moves a figure to where it is worth most with the others as they are, and leaves it there; null where it gains nothing.
    /// </summary>
    private (long Step, Scorecard Scorecard)? Pull(NextTierLever lever)
    {
        var bends = lever.Bends(trial.Figures, Before(lever));
        (long Step, Scorecard Scorecard)? best = null;
        foreach (var bend in lever.Monotone ? bends.TakeLast(1) : bends)
        {
            trial.Set(lever.Figure.Code, lever.ValueAt(bend, Before(lever)));
            var scorecard = trial.Score();
            if (best is null || scorecard.BeforeCap > best.Value.Scorecard.BeforeCap)
                best = (bend, scorecard);
        }

        if (best is { } found)
            trial.Set(lever.Figure.Code, lever.ValueAt(found.Step, Before(lever)));
        return best;
    }

    private Suggestion Made(IReadOnlyList<(NextTierLever Lever, long Step)> pulled)
    {
        foreach (var (lever, step) in pulled)
            trial.Set(lever.Figure.Code, lever.ValueAt(step, Before(lever)));
        return new Suggestion(
            [.. pulled.Select(
                one => new FigureChange(
                    one.Lever.Figure, Before(one.Lever), one.Lever.ValueAt(one.Step, Before(one.Lever)), one.Lever.Whole(trial.Figures)))],
            pulled.Aggregate(Fraction.Zero, (sum, one) => sum + one.Lever.RelativeChange(one.Step, Before(one.Lever))),
            trial.Score());
    }

    private FigureValue? Before(NextTierLever lever) => trial.Before(lever.Figure.Code);

    // Points to the bound of the tier, less what roundings can add on the way; nothing where a gate, not the total, stands in the way.
    private double Needed(Tier next)
    {
        if (now.Gates.Count > 0 || trial.Method.Gates.Count > 0)
            return double.NegativeInfinity;
        var bound = trial.Method.TiersOn == TiersOn.Percent ? next.From * trial.Method.Scale / 100 : next.From;
        var roundings = (now.Criteria.Count + 2) * Math.Pow(10, -trial.Method.Decimals);
        return (bound - now.BeforeCap)
            .ToDouble() - (trial.Method.Stage == RoundingStage.Total ? Math.Pow(10, -trial.Method.Decimals) : roundings);
    }

    private static IEnumerable<CandidateSet> SetsOf(int count, List<Candidate> candidates, double needed)
    {
        var sets = candidates.Select((candidate, place) => (Set: new CandidateSet([candidate], needed), Next: place + 1));
        for (var size = 1; size < count; size++)
        {
            sets = sets.SelectMany(one => Enumerable.Range(one.Next, candidates.Count - one.Next)
                .Where(place => !one.Set.Has(candidates[place].Code))
                .Select(place => (new CandidateSet([.. one.Set.Members, candidates[place]], needed), place + 1)));
        }

        return sets.Select(one => one.Set).Where(set => set.MayReach);
    }

    /// <summary>A figure that does not suffice alone: what it gains at its best, and at what relative change.</summary>
    private sealed record Candidate(NextTierLever Lever, double Gain, double Change)
    {
        public string Code => Lever.Figure.Code;

        /// <summary>Its gain adds to the gains of others that share no criterion with it, and to nothing else.</summary>
        public bool AddsTo(Candidate other) =>
            !Lever.InPenalty && !other.Lever.InPenalty && !Lever.Criteria.Intersect(other.Lever.Criteria).Any();
    }

    private sealed record CandidateSet(IReadOnlyList<Candidate> Members, double Needed)
    {
        public IReadOnlyList<NextTierLever> Levers => [.. Members.OrderByDescending(Efficiency).Select(member => member.Lever)];

        /// <summary>Where gains only add up, their sum says whether the tier can be reached; elsewhere it has to be tried.</summary>
        public bool MayReach => Members.Sum(member => member.Gain) >= Needed
            || Members.Where((one, place) => Members.Skip(place + 1).Any(other => !one.AddsTo(other))).Any();

        /// <summary>
        /// The relative change if gains were straight lines: the most effective at their best, the last one as far as it must.
        /// </summary>
        public double Effort
        {
            get
            {
                var (left, effort) = (Math.Max(0, Needed), 0.0);
                foreach (var member in Members.OrderByDescending(Efficiency))
                {
                    effort += member.Change * (member.Gain <= 0 ? 1 : Math.Min(1, left / member.Gain));
                    left = Math.Max(0, left - member.Gain);
                }

                return effort;
            }
        }

        public bool Has(string figure) => Members.Any(member => member.Code == figure);

        private static double Efficiency(Candidate member) => member.Gain / Math.Max(member.Change, 1e-12);
    }
}
