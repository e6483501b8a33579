
namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>A copy of published groups with changes made in it, computed anew where something changed; and what that moves.</summary>
public static class CorrectedResults
{
    /// <summary>Groups in which nothing changes stay as they were published: no later program computes them otherwise.</summary>
    public static IReadOnlyList<PublishedGroup> Of(IReadOnlyList<PublishedGroup> published, IReadOnlyCollection<ResultChange> changes) =>
        [.. published.Select(group => Of(group, [.. changes.Where(change => group.Entrant(change.Agency) is not null)]))];

    /// <summary>The groups as they stood before the changes: what a stranger checks the movements by.</summary>
    public static IReadOnlyList<PublishedGroup> Before(
        IReadOnlyList<PublishedGroup> corrected, IReadOnlyCollection<ResultChange> changes) =>
        Of(corrected, [.. changes.Select(change => change.Reversed)]);

    /// <summary>Every agency whose points, total, rank or tier is another one, those that lose most first.</summary>
    public static IReadOnlyList<MovedResult> Moved(IReadOnlyList<PublishedGroup> before, IReadOnlyList<PublishedGroup> after) =>
    [
        .. after.SelectMany(group => group.Entrants.Select(entrant => Moved(
                group.Code, entrant, before.First(same => same.Code == group.Code).ResultOf(entrant.Agency),
                group.ResultOf(entrant.Agency))))
            .OfType<MovedResult>()
            .OrderBy(moved => Points(moved.After) - Points(moved.Before))
            .ThenBy(moved => moved.Agency, StringComparer.Ordinal),
    ];

    /// <summary>How one agency stands in a later version; null where nothing of its result is another.</summary>
    public static MovedResult? Moved(PublishedEdition before, PublishedEdition after, string agency) =>
        after.GroupOf(agency) is { } group && group.Entrant(agency) is { } entrant
            ? Moved(group.Code, entrant, before.GroupOf(agency)?.ResultOf(agency), group.ResultOf(agency))
            : null;

    private static PublishedGroup Of(PublishedGroup group, IReadOnlyList<ResultChange> changes)
    {
        if (changes.Count == 0)
            return group;
        var entrants = group.Entrants.Select(entrant => changes
            .Where(change => string.Equals(change.Agency, entrant.Agency, StringComparison.Ordinal))
            .Aggregate(entrant, (changed, change) => change.Over(changed)));
        return Computation.Of(group.Code, group.Name, group.Criteria, group.Before, entrants) with { Break = group.Break };
    }

    private static MovedResult? Moved(string group, Entrant entrant, Result? before, Result? after)
    {
        var criteria = Criteria(before, after);
        var moved = new MovedResult(entrant.Agency, entrant.Name, group, Brief(before), Brief(after), criteria);
        return criteria.Count > 0 || moved.Before != moved.After ? moved : null;
    }

    private static IReadOnlyList<string> Criteria(Result? before, Result? after)
    {
        var then = (before?.Criteria ?? []).ToDictionary(points => points.Code, StringComparer.Ordinal);
        return [.. (after?.Criteria ?? []).Where(points => then.GetValueOrDefault(points.Code) != points).Select(points => points.Code)];
    }

    private static BriefResult? Brief(Result? result) => result is null ? null : new(result.Total, result.Rank, result.Tier);

    private static decimal Points(BriefResult? result) =>
        result is null ? 0 : decimal.Parse(result.Total, System.Globalization.CultureInfo.InvariantCulture);
}
