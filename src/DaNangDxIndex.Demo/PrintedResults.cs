using System.Globalization;
using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Demo;

/// <summary>
/// What the press printed: results, tier counts and single figures with their sources. Nothing computed, nothing filled in.
/// </summary>
internal static class PrintedResults
{
    private static readonly string[] Tiers = ["excellent", "good", "fair", "average", "weak"];

    public static IEnumerable<ImportedStanding> Standings(DemoEdition edition) =>
        Of("published-results.csv", edition).Select(row => new ImportedStanding(
            edition.Year, row["group"], row["agency_code"], row.Number("rank"), row.Maybe("score"), row.Maybe("tier"), row["source"]));

    /// <summary>Counts of a whole group; those inside one district stand among the printed figures.</summary>
    public static IEnumerable<ImportedTierCount> TierCounts(DemoEdition edition) =>
        from row in Of("published-tier-counts.csv", edition)
        where row.Maybe("parent") is null
        from tier in Tiers
        let agencies = row.Number(tier)
        where agencies is not null
        select new ImportedTierCount(edition.Year, row["group"], tier, agencies.Value, row["source"]);

    public static IEnumerable<Source> Sources(string tenant) => DemoFile.Rows("sources.csv")
        .Where(row => row["tenant"] == tenant)
        .Select(row => new Source(row["code"], row.Maybe("address")).Named(new(row["name_vi"], row["name_en"])));

    public static IEnumerable<PrintedFigure> Figures(string tenant) => DemoFile.Rows("printed-figures.csv")
        .Where(row => row["tenant"] == tenant)
        .Select((row, index) => Read(row, index + 1));

    /// <summary>Codes of the figures of an agency that were printed, numerator and denominator alike.</summary>
    public static IReadOnlySet<(string Agency, string Figure)> FiguresOf(DemoEdition edition) => DemoFile.Rows("printed-figures.csv")
        .Where(row => row["tenant"] == edition.Tenant && row.Number("year") == edition.Year && row.Maybe("over") is not null
            && row["kind"] == "figure")
        .SelectMany(row => new[] { (row["agency"], row["figure"]), (row["agency"], row["over"]) })
        .ToHashSet();

    private static PrintedFigure Read(DemoFile.Row row, int number) =>
        new PrintedFigure(
                number, int.Parse(row["year"], CultureInfo.InvariantCulture), Enum.Parse<PrintedKind>(row["kind"], ignoreCase: true),
                row.Maybe("group"), row.Maybe("agency"), row.Maybe("figure"), row["source"])
            .Saying(new(row["subject_vi"], row["subject_en"]), Maybe(row, "said"), Maybe(row, "note"))
            .Counting(
                row.Number("numerator"), row.Number("denominator"),
                row.Maybe("percent") is { } percent ? decimal.Parse(percent, CultureInfo.InvariantCulture) : null)
            .Measuring(row.Maybe("indicator"), row.Maybe("over"), row.Maybe("period"));

    private static Bilingual? Maybe(DemoFile.Row row, string name) =>
        row.Maybe($"{name}_vi") is { } vi ? new(vi, row[$"{name}_en"]) : null;

    /// <summary>These two files are Da Nang's.</summary>
    private static IEnumerable<DemoFile.Row> Of(string file, DemoEdition edition) =>
        DemoFile.Rows(file).Where(row => edition.Tenant == "da-nang" && row.Number("year") == edition.Year);
}
