using System.Net;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing;

/// <summary>Publishing and appraising at the same moment.</summary>
public sealed class PublishAtOnceTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Publishing_waits_for_a_decision_that_is_being_taken_and_does_not_miss_it()
    {
        var edition = await Signing.FinalAsync(app);
        var (signatory, form) = await Signing.ReadyAsync(app, edition);
        var third = $"year = {edition.Year} AND agency = '{RunningEdition.Third}'";
        await using var appraiser = await HeldLock.ByAsync(app,
            $"SELECT 1 FROM assessment WHERE {third} FOR UPDATE; "
            + $"UPDATE figure_entry SET declared = '99' WHERE {third} AND figure = 'files-online'");

        var publishing = signatory.PostAsync(edition.Publish, form);
        await appraiser.WaitedForAsync(1);
        await appraiser.CommitAsync();

        using var answer = await publishing;
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(answer)).Body.ShouldNotBeNull().TextContent.ShouldContain("Kết quả đã thay đổi sau khi mở trang.");
        (await CountAsync(edition)).ShouldBe(0);
    }

    [Fact]
    public async Task A_reopening_that_comes_while_publishing_waits_and_is_refused()
    {
        var edition = await Signing.AskedToReopenAsync(app);
        var (signatory, form) = await Signing.ReadyAsync(app, edition);
        await using var trail = await HeldLock.ByAsync(app, "SELECT 1 FROM audit_head FOR UPDATE");

        var publishing = signatory.PostAsync(edition.Publish, form);
        await trail.WaitedForAsync(1);
        var reopening = (await Appraiser.OfAsync(app, edition)).ReopenAsync("Xem lại tài liệu");
        await trail.WaitedForAsync(2);
        await trail.CommitAsync();

        (await publishing).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await reopening).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Final);
    }

    [Fact]
    public async Task A_publication_that_is_cut_off_leaves_everything_as_it_was()
    {
        var edition = await Signing.FinalAsync(app);
        var (signatory, form) = await Signing.ReadyAsync(app, edition);
        await using var trail = await HeldLock.ByAsync(app, "SELECT 1 FROM audit_head FOR UPDATE");

        var publishing = signatory.PostAsync(edition.Publish, form);
        await trail.WaitedForAsync(1);
        await TestApp.AskAsync<bool>(
            app.Superuser,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
        (await publishing).StatusCode.ShouldBeOneOf(HttpStatusCode.ServiceUnavailable, HttpStatusCode.InternalServerError);
        await trail.RollbackAsync();

        (await edition.EditionAsync()).Stage.ShouldBe(EditionStage.Final);
        (await CountAsync(edition)).ShouldBe(0);
        (await app.InDatabaseAsync("da-nang", db => db.Set<ScorecardCode>().CountAsync(code => code.Year == edition.Year))).ShouldBe(0);
        (await signatory.PostAsync(edition.Publish, form)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Publishing_at_the_same_moment_gives_one_version()
    {
        var edition = await Signing.FinalAsync(app);
        var (signatory, form) = await Signing.ReadyAsync(app, edition);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => signatory.PostAsync(edition.Publish, form)));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity).ShouldBe(3);
        (await CountAsync(edition)).ShouldBe(1);
        (await edition.TrailAsync()).Count(entry => entry.Verb == "edition.publish").ShouldBe(1);
        (await app.InDatabaseAsync("da-nang", db => db.Set<ScorecardCode>().CountAsync(code => code.Year == edition.Year))).ShouldBe(3);
    }

    private Task<int> CountAsync(RunningEdition edition) =>
        app.InDatabaseAsync("da-nang", db => db.Set<Publication>().CountAsync(publication => publication.Year == edition.Year));
}
