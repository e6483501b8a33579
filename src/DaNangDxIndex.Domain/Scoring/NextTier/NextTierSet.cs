namespace DaNangDxIndex.Scoring;

/// <summary>A figure that does not suffice alone: what it gains at its best, and at what relative change.</summary>
internal sealed record NextTierCandidate(NextTierLever Lever, double Gain, double Change)
{
    public string Code => Lever.Figure.Code;

    /// <summary>Its gain adds to the gains of others that share no criterion with it, and to nothing else.</summary>
    public bool AddsTo(NextTierCandidate other) =>
        !Lever.InPenalty && !other.Lever.InPenalty && !Lever.Criteria.Intersect(other.Lever.Criteria).Any();
}

/// <summary>Figures that may reach the tier together.</summary>
internal sealed record NextTierSet(IReadOnlyList<NextTierCandidate> Members, double Needed)
{
    /// <summary>All sets of so many figures that may reach it.</summary>
    public static IEnumerable<NextTierSet> Of(int count, List<NextTierCandidate> candidates, double needed)
    {
        var sets = candidates.Select((candidate, place) => (Set: new NextTierSet([candidate], needed), Next: place + 1));
        for (var size = 1; size < count; size++)
        {
            sets = sets.SelectMany(begun => Enumerable.Range(begun.Next, candidates.Count - begun.Next)
                .Where(place => !begun.Set.Has(candidates[place].Code))
                .Select(place => (new NextTierSet([.. begun.Set.Members, candidates[place]], needed), place + 1)));
        }

        return sets.Select(grown => grown.Set).Where(set => set.MayReach);
    }

    public IReadOnlyList<NextTierLever> Levers => [.. Members.OrderByDescending(Efficiency).Select(member => member.Lever)];

    /// <summary>Where gains only add up, their sum says whether the tier can be reached; elsewhere it has to be tried.</summary>
    public bool MayReach => Members.Sum(member => member.Gain) >= Needed
        || Members.Where((candidate, place) => Members.Skip(place + 1).Any(other => !candidate.AddsTo(other))).Any();

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

    private static double Efficiency(NextTierCandidate member) => member.Gain / Math.Max(member.Change, 1e-12);
}
