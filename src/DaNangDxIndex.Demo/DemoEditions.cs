using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Demo;

/// <summary>Fills a demo tenant with agencies, editions, results printed elsewhere, and figures.</summary>
internal static class DemoEditions
{
    public static async Task LoadAsync(DxIndexDb db, string tenant, DateTimeOffset now, CancellationToken ct)
    {
        var agencies = DemoAgencies.Of(tenant);
        var editions = DemoEdition.All.Where(edition => string.Equals(edition.Tenant, tenant, StringComparison.Ordinal)).ToList();
        await SaveAsync(db, agencies, ct);
        await SaveAsync(db, PrintedResults.Sources(tenant), ct);
        await SaveAsync(db, editions.Exists(edition => DemoSeries.Of(edition) == DemoSeries.Ict.Code) ? new[] { DemoSeries.Ict } : [], ct);
        await SaveAsync(db, editions.Select(edition => EditionOf(edition, now)), ct);
        await SaveAsync(db, editions.SelectMany(GroupsOf), ct);
        await SaveAsync(db, editions.Where(edition => edition.IsImported).SelectMany(DemoSeries.TiersOf), ct);
        await SaveAsync(db, editions.SelectMany(PrintedResults.Standings), ct);
        await SaveAsync(db, editions.SelectMany(PrintedResults.TierCounts), ct);
        await SaveAsync(db, PrintedResults.Figures(tenant), ct);

        foreach (var edition in editions.Where(edition => !edition.IsImported))
        {
            await SaveAsync(db, DemoAgencies.Assessed(agencies, edition).Select(agency => AssessmentOf(agency, edition)), ct);
            await DemoFigures.InsertAsync(db, edition, now, ct);
        }
    }

    /// <summary>One table after the other: the foreign keys between them are the database's, not the model's.</summary>
    private static async Task SaveAsync<T>(DxIndexDb db, IEnumerable<T> rows, CancellationToken ct)
        where T : class
    {
        db.AddRange(rows);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private static Edition EditionOf(DemoEdition edition, DateTimeOffset now) =>
        new Edition(edition.Year, edition.Stage, rounds: 1, edition.InForceOn)
            .Of(DemoSeries.Of(edition), DemoSeries.DocumentOf(edition))
            .Scheduled(edition.EntryClosesAt(now), edition.IsImported ? "press" : null, edition.IsIllustrative);

    private static IEnumerable<EditionGroup> GroupsOf(DemoEdition edition) =>
        edition.Groups.Select((group, index) => GroupOf(edition, group, index + 1));

    private static EditionGroup GroupOf(DemoEdition edition, string group, int position)
    {
        var (population, members) = DemoSeries.PopulationOf(edition, group);
        return new EditionGroup(edition.Year, group, position, edition.IsImported ? null : edition.CriteriaFile(group))
            .Of(population, members)
            .Named(DemoEdition.NameOf(group));
    }

    private static Assessment AssessmentOf(Agency agency, DemoEdition edition) =>
        new Assessment(edition.Year, agency.Code, agency.Group, agency.Parent, ranked: true,
                edition.Stage == EditionStage.Open ? AssessmentState.Entering : AssessmentState.Final)
            .MarkedIllustrative();
}
