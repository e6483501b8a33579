using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Demo;

public sealed class DemoYearTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Advance = ["demo", "advance", "da-nang", "2025"];

    [Fact]
    public async Task The_demo_stands_in_the_middle_of_its_year_and_winds_on_step_by_step_to_a_publication()
    {
        await using var host = TestCluster.Host(app.Application, app.Owner);
        await DemoYear.LoadAsync(host.Services, CancellationToken.None);

        var states = (await AssessmentsAsync()).CountBy(assessment => assessment.State).ToDictionary();
        states.Keys.Order().ShouldBe([
            AssessmentState.Entering, AssessmentState.AwaitingApproval,
            AssessmentState.Submitted, AssessmentState.Returned, AssessmentState.Final]);
        states[AssessmentState.Submitted].ShouldBeGreaterThan(30);
        (await AssessmentsAsync()).Count(assessment => assessment.ExtendedTo is not null).ShouldBe(4);
        await EverySubmissionBearsTheDigestOfItsFiguresAsync();

        // Twice a deadline, that of entry and that of the extensions; late ones recorded; all appraised; published.
        for (var step = 0; step < 5; step++)
            (await DemoWind.RunAsync(host.Services, Advance)).ShouldBe(0);
        (await DemoWind.RunAsync(host.Services, Advance)).ShouldBe(2, "nothing lies ahead");
        (await app.InDatabaseAsync("da-nang", db => db.Set<Edition>().SingleAsync(edition => edition.Year == 2025)))
            .Stage.ShouldBe(EditionStage.Published);
        (await app.InTenantAsync("da-nang", at => at.GetRequiredService<VerifyTrail>().HandleAsync([], CancellationToken.None)))
            .Fault.ShouldBeNull();
    }

    private Task<List<Assessment>> AssessmentsAsync() =>
        app.InDatabaseAsync(
            "da-nang", db => db.Set<Assessment>().AsNoTracking().Where(assessment => assessment.Year == 2025).ToListAsync());

    private async Task EverySubmissionBearsTheDigestOfItsFiguresAsync()
    {
        foreach (var assessment in (await AssessmentsAsync()).Where(assessment => assessment.State == AssessmentState.Submitted).Take(5))
            (await DeclaredAsync(assessment.Agency)).ShouldBe(assessment.SubmittedDigest);
    }

    private Task<string> DeclaredAsync(string agency) => app.InTenantAsync("da-nang", async at =>
    {
        var sheet = await at.GetRequiredService<AssessmentSheets>().FindAsync(2025, agency, CancellationToken.None);
        var evidence = await at.GetRequiredService<ShownEvidence>().OfAsync(2025, agency, CancellationToken.None);
        evidence.Attached.ShouldNotBeEmpty();
        return sheet.ShouldNotBeNull().Declaration(evidence).Digest;
    });
}
