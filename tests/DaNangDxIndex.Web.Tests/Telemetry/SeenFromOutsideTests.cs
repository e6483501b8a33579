using System.Net;
using System.Text.Json.Nodes;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Backups;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Telemetry;

/// <summary>What a collector is told: that it arrives, that it is right, and that nothing of a person is in it.</summary>
public sealed class SeenFromOutsideTests(WatchedApp watched) : IClassFixture<WatchedApp>
{
    private const string DaNang = "da-nang";

    [Fact]
    public async Task A_request_is_a_trace_with_its_route_its_tenant_and_what_it_asked_the_database()
    {
        (await watched.App.Visitor().GetAsync("/editions/2023/methodology")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await Eventually.HoldsAsync(() => Asked("editions/{year:int}/methodology").Any());
        var request = Asked("editions/{year:int}/methodology").First();
        request.Tags["http.response.status_code"].ShouldBe("200");
        request.Tags["dx.tenant"].ShouldBe(DaNang);
        await Eventually.HoldsAsync(() => watched.Receiver.Spans.Any(
            span => span.Trace == request.Trace && span.Tags.GetValueOrDefault("db.query.text") is { Length: > 0 }));
    }

    [Fact]
    public async Task The_number_that_a_person_reads_beside_a_failure_leads_to_its_trace()
    {
        await TestApp.AskAsync<int>(watched.App.Superuser, "ALTER TABLE proposal RENAME TO proposal_away");
        var answer = await (await watched.App.SignedInAsync(Role.Administrator)).GetAsync("/proposals");
        await TestApp.AskAsync<int>(watched.App.Superuser, "ALTER TABLE proposal_away RENAME TO proposal");
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var reference = (await Visitor.ReadAsync(answer)).QuerySelector("main strong").ShouldNotBeNull().TextContent;

        await Eventually.HoldsAsync(() => watched.Receiver.Spans.Any(span => span.Tags.GetValueOrDefault("dx.reference") == reference));
        watched.Receiver.Spans.ShouldAllBe(span => !span.HasEvents);
        watched.Receiver.Everything.ShouldNotContain("does not exist");
    }

    [Fact]
    public async Task A_saved_figure_a_refused_sign_in_and_the_states_of_assessments_are_counted_for_their_tenant()
    {
        var edition = await OpenEdition.AddAsync(watched.App);
        await Eventually.HoldsAsync(() => watched.Last("dx.acts", ("tenant", DaNang), ("verb", "figure.declare")) == 0);
        var assessor = await Saving.AsAsync(edition, await watched.App.SignedInAsync(Role.Assessor));
        await assessor.SavedAsync("files-received", "3.471");
        await assessor.SavedAsync("files-online", "3.468");
        await watched.App.Visitor().SendFormAsync("/accounts/sign-in", new() { ["UserName"] = "nobody", ["Password"] = "wrong wrong" });

        await Eventually.HoldsAsync(() => watched.Last("dx.acts", ("tenant", DaNang), ("verb", "figure.declare")) == 2);
        await Eventually.HoldsAsync(() => watched.Last("dx.acts", ("tenant", DaNang), ("verb", "account.sign-in-failed")) >= 1);
        await Eventually.HoldsAsync(() =>
            watched.Last("dx.assessments", ("tenant", DaNang), ("year", $"{edition.Year}"), ("state", "entering")) == 2);
        watched.Last("dx.acts", ("tenant", "khanh-hoa"), ("verb", "figure.declare")).ShouldBe(0);
    }

    [Fact]
    public async Task What_waits_is_told_by_the_age_of_the_oldest()
    {
        await TestApp.AskAsync<int>(watched.App.Superuser, """
            INSERT INTO letter (tenant_id, id, account_id, address, language, subject, body, written_at, state, next_at)
            SELECT tenant_id, gen_random_uuid(), id, 'x@example.org', 'vi', 'thư', 'thư', now() - interval '3 hours', 'waiting', now()
            FROM account WHERE user_name LIKE '%@khanh-hoa.demo' LIMIT 1
            """);

        await Eventually.HoldsAsync(() => watched.Last("dx.job.age", ("tenant", "khanh-hoa"), ("kind", "letter")) is > 10_700 and < 11_000);
        await Eventually.HoldsAsync(() => watched.Last("dx.job.age", ("tenant", DaNang), ("kind", "letter")) == 0);
    }

    [Fact]
    public async Task The_age_of_the_last_backup_is_told_once_there_is_one()
    {
        await Eventually.HoldsAsync(() => watched.Last("dx.reading.age") is not null);
        watched.Last("dx.backup.age").ShouldBeNull();
        await watched.App.Services.GetRequiredService<LastBackup>()
            .KeepAsync(TimeProvider.System.GetUtcNow().AddHours(-40), CancellationToken.None);
        await Eventually.HoldsAsync(() => watched.Last("dx.backup.age") is > 143_000 and < 145_000);
    }

    [Fact]
    public async Task Nothing_that_a_person_typed_and_nothing_of_a_person_leaves_the_house()
    {
        var visitor = watched.App.Visitor();
        visitor.Http.DefaultRequestHeaders.UserAgent.ParseAdd("CanaryBrowser/1.0");
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.77");
        await visitor.GetAsync("/editions/2024/find?q=canary-in-query");
        await visitor.GetAsync("/verify/CANARYCODE");
        await visitor.GetApiAsync("editions/2024/standings?group=canary-group");
        await visitor.GetAsync("/accounts/reset?user=office%40da-nang.demo&token=canary-token");
        await visitor.SendFormAsync(
            "/accounts/sign-in", new() { ["UserName"] = "canary@example.org", ["Password"] = "canary-password" });
        using var byToken = new HttpRequestMessage(HttpMethod.Get, "/da-nang/api/v1/editions");
        byToken.Headers.TryAddWithoutValidation("Authorization", "Bearer dx_canary-bearer");
        await visitor.Http.SendAsync(byToken);
        await watched.App.SignInAsync(DemoAccounts.UserName(Role.Auditor, DaNang), DemoAccounts.Password);
        await visitor.GetAsync("/data");

        await Eventually.HoldsAsync(() => Asked("data").Any() && Asked("verify/{code?}").Any());
        var sent = watched.Receiver.Everything;
        foreach (var canary in new[]
        {
            "canary", "CANARY", "CanaryBrowser", "203.0.113.77", "127.0.0.1", "::1", "@da-nang.demo", DemoAccounts.Password, "__Host-",
            "Username=", "dx_app",
        })
            sent.ShouldNotContain(canary, Case.Sensitive);
    }

    private IEnumerable<OtlpReceiver.Span> Asked(string route) =>
        watched.Receiver.Spans.Where(span => span.Tags.GetValueOrDefault("http.route") == route);
}
