using System.Net;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing;

/// <summary>Publishing and appraising at the same moment.</summary>
public sealed class PublishAtOnceTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Publishing_waits_for_a_decision_that_is_being_taken_and_does_not_miss_it()
    {
        var edition = await Signing.FinalAsync(app);
        var (signatory, form) = await ReadyAsync(edition);
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
    public async Task A_decision_that_comes_while_publishing_waits_and_is_refused()
    {
        var edition = await Signing.FinalAsync(app);
        await TestApp.AskAsync<int>(
            app.Superuser,
            $"UPDATE assessment SET state = 'notSubmitted' WHERE year = {edition.Year} AND agency = '{RunningEdition.Agency}'");
        var (signatory, form) = await ReadyAsync(edition);
        var lead = await Appraiser.OfAsync(app, edition);
        await using var trail = await HeldLock.ByAsync(app, "SELECT 1 FROM audit_head FOR UPDATE");

        var publishing = signatory.PostAsync(edition.Publish, form);
        await trail.WaitedForAsync(1);
        var deciding = DecideAsync(lead);
        await trail.WaitedForAsync(2);
        await trail.CommitAsync();

        (await publishing).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await deciding).StatusCode.ShouldNotBe(HttpStatusCode.Redirect);
        (await edition.VerdictsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task In_every_race_an_acknowledged_decision_is_in_the_publication()
    {
        for (var round = 0; round < 12; round++)
        {
            var edition = await Signing.FinalAsync(app);
            await TestApp.AskAsync<int>(
                app.Superuser,
                $"UPDATE assessment SET state = 'notSubmitted' WHERE year = {edition.Year} AND agency = '{RunningEdition.Agency}'");
            var (signatory, form) = await ReadyAsync(edition);
            var lead = await Appraiser.OfAsync(app, edition);

            var answers = await Task.WhenAll(signatory.PostAsync(edition.Publish, form), DecideAsync(lead));

            var taken = await edition.VerdictsAsync();
            var published = await CountAsync(edition) == 0 ? null : PublishedEditionJson.Read(
                (await Signing.PublicationAsync(app, edition)).Canonical);
            published.ShouldNotBeNull($"round {round}: {answers[0].StatusCode}");
            foreach (var verdict in taken)
                published.Groups[0].Entrant(RunningEdition.Agency).ShouldNotBeNull()
                    .Decisions.ShouldContainKey(verdict.Criterion, $"round {round}");
        }
    }

    [Fact]
    public async Task A_publication_that_is_cut_off_leaves_everything_as_it_was()
    {
        var edition = await Signing.FinalAsync(app);
        var (signatory, form) = await ReadyAsync(edition);
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
        var (signatory, form) = await ReadyAsync(edition);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => signatory.PostAsync(edition.Publish, form)));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity).ShouldBe(3);
        (await CountAsync(edition)).ShouldBe(1);
        (await edition.TrailAsync()).Count(entry => entry.Verb == "edition.publish").ShouldBe(1);
        (await app.InDatabaseAsync("da-nang", db => db.Set<ScorecardCode>().CountAsync(code => code.Year == edition.Year))).ShouldBe(3);
    }

    /// <summary>A signatory with the form filled in, everything acknowledged, and one press left to do.</summary>
    private async Task<(Visitor Signatory, Dictionary<string, string> Form)> ReadyAsync(RunningEdition edition)
    {
        await Signing.AcknowledgeAsync(app, edition);
        var signatory = await app.SignedInAsync(Role.Signatory);
        var page = await signatory.OpenAsync(edition.Publish);
        var seen = (page.QuerySelector("input[name=Seen]") as IHtmlInputElement).ShouldNotBeNull().Value;
        return (signatory, new(Signing.Decision()) { ["Seen"] = seen });
    }

    private static Task<HttpResponseMessage> DecideAsync(Appraiser lead) =>
        lead.DecideLateAsync("A.1", 0, VerdictDecision.Points, "0", ReasonCode.EvidenceMissing, "Không có tài liệu kiểm chứng.");

    private Task<int> CountAsync(RunningEdition edition) =>
        app.InDatabaseAsync("da-nang", db => db.Set<Publication>().CountAsync(publication => publication.Year == edition.Year));
}
