using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Ranking;

/// <summary>A ranked table as programs read it. Every number that is not a rank or a count is a decimal string.</summary>
/// <param name="Edition">The year that was assessed.</param>
/// <param name="Group">Code of the group.</param>
/// <param name="GroupName">In Vietnamese.</param>
/// <param name="GroupNameEn">In English.</param>
/// <param name="Version">Number of the publication; null for results taken over from print.</param>
/// <param name="Digest">SHA-256 of the publication's canonical text; null for results taken over from print.</param>
/// <param name="PublishedAt">In UTC; null for results taken over from print.</param>
/// <param name="Provenance">"press" for results taken over from print, else null.</param>
/// <param name="Illustrative">Some figures are made for demonstration; the items say which.</param>
/// <param name="Scale">What a full total is.</param>
/// <param name="TierCounts">Agencies per tier, best first, zeros included; null where nobody printed the number.</param>
/// <param name="Components">What the points of the items belong to.</param>
/// <param name="Items">In the order of the table.</param>
public sealed record StandingsAnswer(
    int Edition,
    string Group,
    string GroupName,
    string GroupNameEn,
    int? Version,
    string? Digest,
    DateTimeOffset? PublishedAt,
    string? Provenance,
    bool Illustrative,
    string Scale,
    IReadOnlyDictionary<string, int?> TierCounts,
    IReadOnlyList<StandingsAnswer.Component> Components,
    IReadOnlyList<StandingsAnswer.Item> Items)
{
    public static StandingsAnswer Of(RankedTable table) => new(
        table.Year,
        table.Group,
        table.Name.Vi,
        table.Name.En,
        table.Version?.Edition.Number,
        table.Version?.Digest,
        table.Version?.Edition.PublishedAt,
        table.Provenance,
        table.Illustrative,
        table.Scale.ToString(),
        table.Tiers.ToDictionary(tier => tier.Code, tier => tier.Now, StringComparer.Ordinal),
        [.. table.Components.Select(component => new Component(component.Code, component.Name.Vi, component.Name.En, component.Maximum.ToString()))],
        [.. table.Agencies.Select(agency => Of(table, agency))]);

    private static Item Of(RankedTable table, RankedAgency agency) => new(
        agency.Rank,
        new Agency(agency.Code, agency.Name.Vi, agency.Name.En, agency.Parent),
        agency.Total,
        agency.Tier,
        [.. agency.Components.Select(points => Of(table, points))],
        agency.Submitted,
        agency.Illustrative);

    private static Points Of(RankedTable table, PointsOf points)
    {
        var sign = table.SignOf(points.Code);
        return new(points.Code, table.Written(sign * points.Points) ?? "", table.Written(sign * points.Maximum) ?? "");
    }

    /// <param name="Rank">Null for an agency that was assessed and not ranked, that was left out, or whose rank nobody printed.</param>
    /// <param name="Total">With the edition's decimals ("98.06"), or as printed; null where nobody printed it, and for an agency that was left out.</param>
    /// <param name="Tier">Code of the tier; null where nobody printed it, and for an agency without one.</param>
    /// <param name="Components">Points per component; empty for results taken over from print.</param>
    /// <param name="Submitted">
    /// False for an agency that did not submit: left out (without rank, total and tier) or scored on what is there, as the edition's method says.
    /// </param>
    /// <param name="Illustrative">This agency's figures are made for demonstration.</param>
    public sealed record Item(
        int? Rank, Agency Agency, string? Total, string? Tier, IReadOnlyList<Points> Components, bool Submitted, bool Illustrative);

    /// <param name="Name">In Vietnamese, the language of record.</param>
    /// <param name="NameEn">In English.</param>
    /// <param name="Parent">Code of the agency it stands under, such as a ward's district.</param>
    public sealed record Agency(string Code, string Name, string NameEn, string? Parent);

    public sealed record Component(string Code, string Name, string NameEn, string Maximum);

    /// <param name="Earned">Negative where points are taken off, as the maximum is.</param>
    /// <param name="Maximum">What counted for this agency, without what did not apply.</param>
    public sealed record Points(string Code, [property: System.Text.Json.Serialization.JsonPropertyName("points")] string Earned, string Maximum);
}
