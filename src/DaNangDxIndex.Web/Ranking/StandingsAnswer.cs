using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Ranking;

/// <summary>A ranked table as programs read it. Every number that is not a rank or a count is a decimal string.</summary>
/// <param name="Edition">The year that was assessed.</param>
/// <param name="Group">Code of the group.</param>
/// <param name="GroupName">In Vietnamese.</param>
/// <param name="GroupNameEn">In English.</param>
/// <param name="Version">Number of the publication; null for results taken over from print.</param>
/// <param name="State">
/// inForce, superseded or withdrawn: what became of this version by now, so that it may change for a numbered version too; null for
/// results taken over from print.
/// </param>
/// <param name="Digest">SHA-256 of the publication's canonical text; null for results taken over from print.</param>
/// <param name="PublishedAt">In UTC; null for results taken over from print.</param>
/// <param name="Provenance">"press" for results taken over from print, else null.</param>
/// <param name="Illustrative">Some figures are made for demonstration; the items say which.</param>
/// <param name="Scale">What a full total is.</param>
/// <param name="TierCounts">Agencies per tier, best first, zeros included; null where nobody printed the number.</param>
/// <param name="TierCountsProvenance">
/// Where each count comes from: "press" where the same was printed, "illustrative" where it is made; null where it was computed.
/// </param>
/// <param name="TierCountsBefore">Agencies per tier in the edition that changes count against; null without one.</param>
/// <param name="ComparedWith">The edition that changes count against; null where nothing is compared.</param>
/// <param name="NotCompared">Why nothing is compared with the edition before; null where it is, and where there is none.</param>
/// <param name="Sources">Where printed results and counts were printed.</param>
/// <param name="Components">What the points of the items belong to.</param>
/// <param name="Items">In the order of the table.</param>
public sealed record StandingsAnswer(
    int Edition,
    string Group,
    string GroupName,
    string GroupNameEn,
    int? Version,
    VersionState? State,
    string? Digest,
    DateTimeOffset? PublishedAt,
    string? Provenance,
    bool Illustrative,
    string Scale,
    IReadOnlyDictionary<string, int?> TierCounts,
    IReadOnlyDictionary<string, Provenance?> TierCountsProvenance,
    IReadOnlyDictionary<string, int?>? TierCountsBefore,
    int? ComparedWith,
    StandingsAnswer.Parted? NotCompared,
    IReadOnlyList<StandingsAnswer.PrintedIn> Sources,
    IReadOnlyList<StandingsAnswer.Component> Components,
    IReadOnlyList<StandingsAnswer.Item> Items)
{
    public static StandingsAnswer Of(RankedTable table) => new(
        table.Year,
        table.Group,
        table.Name.Vi,
        table.Name.En,
        table.Version?.Number,
        table.State,
        table.Version?.Digest,
        table.Version?.PublishedAt,
        table.Provenance,
        table.Illustrative,
        table.Scale.ToString(),
        table.Tiers.ToDictionary(tier => tier.Code, tier => tier.Now, StringComparer.Ordinal),
        table.Tiers.ToDictionary(tier => tier.Code, tier => tier.CountFrom, StringComparer.Ordinal),
        table.YearBefore is null ? null : table.Tiers.ToDictionary(tier => tier.Code, tier => tier.Before, StringComparer.Ordinal),
        table.YearBefore,
        table.Break is { } parted ? new Parted(parted.Cause, parted.From, parted.Sentence.Vi, parted.Sentence.En) : null,
        [.. table.Sources.Select(source => new PrintedIn(source.Name.Vi, source.Name.En, source.Address))],
        [.. table.Components.Select(
            component =>
                new Component(component.Code, component.Name.Vi, component.Name.En, (component.Sign * component.Maximum).ToString()))],
        [.. table.Agencies.Select(agency => Of(table, agency))]);

    private static Item Of(RankedTable table, RankedAgency agency) => new(
        agency.Rank,
        new Agency(agency.Code, agency.Name.Vi, agency.Name.En, agency.Parent),
        agency.Total,
        agency.Tier,
        [.. agency.Components.Select(points => Of(table, points))],
        agency.Submitted,
        agency.Illustrative,
        agency.Change,
        new From(agency.RankFrom, agency.TotalFrom, agency.TierFrom));

    private static Points Of(RankedTable table, PointsOf points)
    {
        var sign = table.SignOf(points.Code);
        return new(points.Code, table.Written(sign * points.Points) ?? "", table.Written(sign * points.Maximum) ?? "");
    }

    /// <param name="Rank">Null for an agency that was assessed and not ranked, that was left out, or whose rank nobody printed.</param>
    /// <param name="Total">
    /// With the edition's decimals ("98.06"), or as printed; null where nobody printed it, and for an agency that was left out.
    /// </param>
    /// <param name="Tier">Code of the tier; null where nobody printed it, and for an agency without one.</param>
    /// <param name="Components">Points per component; empty for results taken over from print.</param>
    /// <param name="Submitted">
    /// False for an agency that did not submit: left out (without rank, total
    /// and tier) or scored on what is there, as the edition's method says.
    /// </param>
    /// <param name="Illustrative">Some of this agency's figures are made for demonstration.</param>
    /// <param name="Change">Places gained since the edition that is compared with; null where there is nothing to compare with.</param>
    /// <param name="Provenance">Where rank, total and tier come from, each for itself.</param>
    public sealed record Item(
        int? Rank,
        Agency Agency,
        string? Total,
        string? Tier,
        IReadOnlyList<Points> Components,
        bool Submitted,
        bool Illustrative,
        int? Change,
        From Provenance);

    /// <summary>
    /// "press" where the same was printed, "illustrative" where it follows from made figures; null where it was computed or is not known.
    /// </summary>
    public sealed record From(Provenance? Rank, Provenance? Total, Provenance? Tier);

    /// <param name="Cause">series, population or missingYears.</param>
    /// <param name="Edition">The edition before, with which nothing is compared.</param>
    public sealed record Parted(BreakCause Cause, int Edition, string Sentence, string SentenceEn);

    /// <param name="Address">Where it can be read; null where only the paper is known.</param>
    public sealed record PrintedIn(string Name, string NameEn, string? Address);

    /// <param name="Name">In Vietnamese, the language of record.</param>
    /// <param name="NameEn">In English.</param>
    /// <param name="Parent">Code of the agency it stands under, such as a ward's district.</param>
    public sealed record Agency(string Code, string Name, string NameEn, string? Parent);

    public sealed record Component(string Code, string Name, string NameEn, string Maximum);

    /// <param name="Earned">Negative where points are taken off, as the maximum is.</param>
    /// <param name="Maximum">What counted for this agency, without what did not apply.</param>
    public sealed record Points(
        string Code, [property: System.Text.Json.Serialization.JsonPropertyName("points")] string Earned, string Maximum);
}
