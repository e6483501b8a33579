using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Demo;

public sealed class DemoTenantsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Da_Nang_has_six_printed_editions_of_two_series_a_published_and_an_open_one()
    {
        var editions = await app.InDatabaseAsync("da-nang", db => db.Set<Edition>().OrderBy(edition => edition.Year).ToListAsync());

        editions.Select(edition => (edition.Year, edition.Series, edition.Stage)).ShouldBe(
        [
            .. Enumerable.Range(2016, 5).Select(year => (year, "ict-application", EditionStage.Imported)),
            (2023, "digital-transformation", EditionStage.Imported),
            (2024, "digital-transformation", EditionStage.Published),
            (2025, "digital-transformation", EditionStage.Open),
        ]);
        editions.ShouldAllBe(edition => edition.Illustrative == (edition.Stage != EditionStage.Imported));
        editions[^1].EntryClosesAt.ShouldNotBeNull().ShouldBeGreaterThan(DateTimeOffset.UtcNow.AddDays(27));
    }

    [Fact]
    public async Task The_publication_of_2024_is_a_sample_with_every_agency_marked()
    {
        var publication = await app.InDatabaseAsync("da-nang", db => db.Set<Publication>().SingleAsync());
        var marked = await app.InDatabaseAsync(
            "da-nang", db => db.Set<Assessment>().CountAsync(assessment => assessment.Year == 2024 && assessment.Illustrative));

        var published = PublishedEditionJson.Read(publication.Canonical);
        published.Document.ShouldBeNull();
        published.Groups.ShouldAllBe(group => group.Entrants.All(entrant => entrant.Illustrative));
        published.Group("departments").ShouldNotBeNull().Before.ShouldNotBeNull().Year.ShouldBe(2023);
        marked.ShouldBe(24 + 6 + 7 + 56);
    }

    [Fact]
    public async Task The_ward_of_the_demo_assessor_starts_with_nothing_entered()
    {
        var set = CriteriaFile.Read(DemoEdition.Of("da-nang", 2025).CriteriaFile("wards")).Require();
        var entered = await app.InDatabaseAsync("da-nang", db => db.Set<FigureEntry>()
            .Where(entry => entry.Year == 2025 && entry.Agency == "w25-hai-chau").Select(entry => entry.Figure).ToListAsync());

        entered.ShouldNotBeEmpty();
        entered.ShouldAllBe(figure => set.Figure(figure).ShouldNotBeNull().Source != FigureSource.Agency);
        set.Figures.Where(figure => figure.Source != FigureSource.Agency).ShouldAllBe(figure => entered.Contains(figure.Code));
    }

    [Fact]
    public async Task Some_agencies_of_2024_declared_other_figures_than_were_accepted()
    {
        var corrected = await app
            .InDatabaseAsync("da-nang", db => db.Set<FigureEntry>().Where(entry => entry.CorrectionReason != null).ToListAsync());

        corrected.Count.ShouldBeGreaterThan(20);
        corrected.ShouldAllBe(
            entry => entry.Declared != entry.Accepted && entry.CorrectionReason != null && entry.CorrectionSentence != null);
    }

    [Fact]
    public async Task A_load_that_was_cut_off_before_its_mark_is_not_repeated()
    {
        await TestApp.AskAsync<int>(app.Owner, "UPDATE tenant SET settings = settings - 'demo'");
        var before = await app.InDatabaseAsync("da-nang", db => db.Set<FigureEntry>().CountAsync());

        await using var host = TestCluster.Host(app.Application, app.Owner);
        await DemoTenants.LoadAsync(host.Services, CancellationToken.None);

        (await app.InDatabaseAsync("da-nang", db => db.Set<FigureEntry>().CountAsync())).ShouldBe(before);
        (await app.InDatabaseAsync("da-nang", db => db.Set<Publication>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Printed_results_of_2023_are_neither_filled_up_nor_rounded()
    {
        var printed = await app.InDatabaseAsync(
            "da-nang", db => db.Set<ImportedStanding>().Where(standing => standing.Year == 2023).ToListAsync());

        printed.Single(standing => standing.Agency == "so-dl").Total.ShouldBeNull();
        printed.Single(standing => standing.Agency == "cong-an").Tier.ShouldBeNull();
        printed.Single(standing => standing.Agency == "so-tttt").Total.ShouldBe("96.53");
    }
}
