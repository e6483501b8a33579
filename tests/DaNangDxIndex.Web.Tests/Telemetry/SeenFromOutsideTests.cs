using System.Net;
using System.Net.Http.Json;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Backups;
using DaNangDxIndex.Database;
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
        (await watched.Process.StatusAsync("/da-nang/vi/editions/2023/methodology")).ShouldBe(HttpStatusCode.OK);

        await Eventually.HoldsAsync(() => Asked("editions/{year:int}/methodology").Any());
        var request = Asked("editions/{year:int}/methodology").First();
        request.Tags["http.response.status_code"].ShouldBe("200");
        request.Tags["dx.tenant"].ShouldBe(DaNang);
        await Eventually.HoldsAsync(() => watched.Receiver.Spans.Any(
            span => span.Trace == request.Trace && span.Tags.GetValueOrDefault("db.query.text") is { Length: > 0 }));
    }

    [Fact]
    public async Task The_number_that_a_person_reads_beside_a_failure_leads_to_its_trace_and_to_its_line_in_the_log()
    {
        var administrator = await watched.Process.SignInAsync(Role.Administrator);
        await TestApp.AskAsync<int>(watched.App.Superuser, "ALTER TABLE proposal RENAME TO proposal_away");
        using var answer = await administrator.GetAsync("/da-nang/vi/proposals");
        await TestApp.AskAsync<int>(watched.App.Superuser, "ALTER TABLE proposal_away RENAME TO proposal");
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var reference = (await Visitor.ReadAsync(answer)).QuerySelector("main strong").ShouldNotBeNull().TextContent;

        await Eventually.HoldsAsync(() => watched.Receiver.Spans.Any(span => span.Tags.GetValueOrDefault("dx.reference") == reference));
        watched.Process.Said.Split('\n').Count(line => line.Contains(reference, StringComparison.Ordinal)
            && line.Contains("\"Exception\":", StringComparison.Ordinal)).ShouldBe(1, watched.Process.Said);
        watched.Receiver.Spans.ShouldAllBe(span => !span.HasEvents);
        watched.Receiver.Everything.ShouldNotContain("does not exist");
    }

    [Fact]
    public async Task Whoever_sends_can_be_found_by_its_machine_and_its_process_id()
    {
        await Eventually.HoldsAsync(() => watched.Receiver.Senders.Count > 0);
        watched.Receiver.Senders.Select(sender => sender.GetValueOrDefault("service.instance.id")).Distinct(StringComparer.Ordinal)
            .ShouldBe([$"{Environment.MachineName}-{watched.Process.Id}"]);
    }

    [Fact]
    public async Task While_a_further_cluster_is_away_the_others_are_told_of()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var process = WebProcess.OverDatabase(
            watched.App.Application, ("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.Address), ("OTEL_METRIC_EXPORT_INTERVAL", "500"),
            ("Clusters__west__Dx", "Host=/nonexistent;Username=dx_app;Database=dx"));
        await process.UntilReadyAsync();

        await Eventually.HoldsAsync(() => receiver.Points.Any(point => point.Metric == "dx.reading.age"));
        await Eventually.HoldsAsync(() => receiver.Points.Any(point => point.Metric == "dx.assessments"));
        var away = receiver.Points.First(point => point.Metric == "dx.cluster.away");
        (away.Tags["cluster"], away.Value).ShouldBe(("west", 1));
        receiver.Points.Where(point => point.Metric == "db.client.connection.max")
            .Select(point => point.Tags["db.client.connection.pool.name"]).Distinct(StringComparer.Ordinal)
            .ShouldBeSubsetOf(["dx", "dx-west", "dx-notices", "dx-listens-home", "dx-listens-west"]);
        receiver.Everything.ShouldNotContain("nonexistent");
    }

    [Fact]
    public async Task A_saved_figure_a_refused_sign_in_and_the_states_of_assessments_are_counted_for_their_tenant()
    {
        var edition = await OpenEdition.AddAsync(watched.App);
        await Eventually.HoldsAsync(() => watched.Last("dx.acts", ("tenant", DaNang), ("verb", "figure.declare")) == 0);
        var assessor = await watched.Process.SignInAsync(Role.Assessor);
        var token = await assessor.TokenAsync($"/da-nang/vi{edition.Path}/components/A");
        foreach (var figure in new[] { "files-received", "files-online" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Patch,
                $"/da-nang/api/v1/editions/{edition.Year}/agencies/{edition.Agency}/figures/{figure}")
            {
                Content = JsonContent.Create(new { value = "12" }),
            };
            request.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
            request.Headers.Add("RequestVerificationToken", token);
            (await assessor.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        await GuessAsync("nobody", "wrong wrong wrong");

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
        await Eventually.HoldsAsync(() => watched.Last("dx.assessments") is not null);
        watched.Last("dx.backup.age").ShouldBeNull();
        var home = watched.App.Services.GetRequiredService<Clusters>().Home;
        await LastBackup.KeepAsync(home, TimeProvider.System.GetUtcNow().AddHours(-40), CancellationToken.None);
        await Eventually.HoldsAsync(() => watched.Last("dx.backup.age") is > 143_000 and < 145_000);
    }

    [Fact]
    public async Task Nothing_that_a_person_typed_and_nothing_of_a_person_leaves_the_house()
    {
        foreach (var path in new[]
        {
            "/vi/editions/2024/find?q=canary-in-query", "/api/v1/editions/2024/standings?group=canary-group",
            "/vi/accounts/reset?user=office%40da-nang.demo&token=canary-token", "/vi/nowhere/canary-in-path",
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/da-nang{path}");
            request.Headers.UserAgent.ParseAdd("CanaryBrowser/1.0");
            request.Headers.Add("X-Forwarded-For", "203.0.113.77");
            request.Headers.Add("Cookie", "__Host-dx-da-nang=canary-cookie");
            if (path.StartsWith("/api", StringComparison.Ordinal))
                request.Headers.TryAddWithoutValidation("Authorization", "Bearer dx_canary");
            await watched.Process.Http.SendAsync(request);
        }
        await watched.Process.StatusAsync("/verify/CANARYCODE");
        await GuessAsync("canary@example.org", "canary-password");
        await watched.Process.SignInAsync(Role.Auditor);
        await watched.Process.StatusAsync("/da-nang/vi/data");

        await Eventually.HoldsAsync(() => Asked("data").Any() && Asked("verify/{code?}").Any());
        var sent = watched.Receiver.Everything;
        foreach (var canary in new[]
        {
            "canary", "CANARY", "CanaryBrowser", "203.0.113.77", "@da-nang.demo", DemoAccounts.Password, "__Host-", "Username=",
            "Password=",
        })
            sent.ShouldNotContain(canary, Case.Sensitive);
    }

    private async Task GuessAsync(string name, string password)
    {
        const string path = "/da-nang/vi/accounts/sign-in";
        using var page = await watched.Process.Http.GetAsync(new Uri(path, UriKind.Relative));
        var cookies = string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        var token = (await Visitor.ReadAsync(page)).QuerySelector("input[name=__RequestVerificationToken]").ShouldNotBeNull();
        using var answer = await new Session(watched.Process.Http, cookies).PostAsync(
            path, new() { ["UserName"] = name, ["Password"] = password }, token.GetAttribute("value") ?? "");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private IEnumerable<OtlpReceiver.Span> Asked(string route) =>
        watched.Receiver.Spans.Where(span => span.Tags.GetValueOrDefault("http.route")?.TrimStart('/') == route);
}
