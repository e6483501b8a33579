using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Demo;

/// <summary>Results as the press printed them, from published-results.csv and published-tier-counts.csv: nothing computed, nothing filled in.</summary>
internal static class PrintedResults
{
    private static readonly string[] Tiers = ["excellent", "good", "fair", "average", "weak"];

    public static IEnumerable<ImportedStanding> Standings(DemoEdition edition) =>
        Of("published-results.csv", edition).Select(row =>
            new ImportedStanding(edition.Year, row["group"], row["agency_code"], row.Number("rank"), row.Maybe("score"), row.Maybe("tier"), row["source"]));

    /// <summary>Counts of a whole group; those inside one district stay in the file.</summary>
    public static IEnumerable<ImportedTierCount> TierCounts(DemoEdition edition) =>
        from row in Of("published-tier-counts.csv", edition)
        where row.Maybe("parent") is null
        from tier in Tiers
        let agencies = row.Number(tier)
        where agencies is not null
        select new ImportedTierCount(edition.Year, row["group"], tier, agencies.Value, row["source"]);

    private static IEnumerable<DemoFile.Row> Of(string file, DemoEdition edition) =>
        DemoFile.Rows(file).Where(row => row.Number("year") == edition.Year);
}
