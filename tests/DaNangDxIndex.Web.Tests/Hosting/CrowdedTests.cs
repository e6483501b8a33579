using System.Net;
using System.Text.Json.Nodes;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Harness;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DaNangDxIndex.Hosting;

/// <summary>More people than can be served: the next are told at once, in words, lose nothing, and those who wait are served.</summary>
public sealed class CrowdedTests : IAsyncLifetime
{
    private const int More = 20;

    private readonly TestApp _app = new() { More = ";Maximum Pool Size=2;Timeout=120" };

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Whoever_would_wait_too_long_is_told_at_once_and_who_waits_is_served()
    {
        var assessor = await _app.SignedInAsync(Role.Assessor);
        var token = await assessor.TokenAsync("/work");
        var citizen = _app.Visitor("khanh-hoa");
        (await citizen.GetAsync("/editions/2024")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var queue = _app.Services.GetRequiredService<Clusters>().Home.Queue;
        List<Task<HttpResponseMessage>> waiting;
        await using (var first = await PoolAsync())
        await using (var second = await PoolAsync())
        {
            waiting = [.. Enumerable.Range(0, Queue.AtLeast + 1).Select(_ => assessor.GetAsync("/work"))];
            await Eventually.HoldsAsync(() => queue.Waiting > Queue.AtLeast);

            await APageTellsItAsync(assessor, token);
            await AProgramIsToldAsync(assessor);
            (await citizen.GetAsync("/editions/2024")).StatusCode.ShouldBe(HttpStatusCode.OK, "what is kept is shown to everybody");
            (await citizen.Http.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
            queue.Waiting.ShouldBe(Queue.AtLeast + 1, "nobody was looked up for it");
        }

        (await Task.WhenAll(waiting)).ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        queue.Waiting.ShouldBe(0);
        (await assessor.GetAsync("/work")).StatusCode.ShouldBe(HttpStatusCode.OK, "the sign-in is still good");
    }

    [Fact]
    public async Task Whoever_goes_away_meanwhile_leaves_the_queue()
    {
        var assessor = await _app.SignedInAsync(Role.Assessor);
        var queue = _app.Services.GetRequiredService<Clusters>().Home.Queue;
        await using var first = await PoolAsync();
        await using var second = await PoolAsync();
        using var browser = new CancellationTokenSource();
        var gone = Enumerable.Range(0, More)
            .Select(_ => assessor.Http.GetAsync(new Uri(assessor.Address("/work"), UriKind.Relative), browser.Token)).ToList();
        await Eventually.HoldsAsync(() => queue.Waiting == More);

        await browser.CancelAsync();

        foreach (var asked in gone)
            await Should.ThrowAsync<OperationCanceledException>(() => asked);
        await Eventually.HoldsAsync(() => queue.Waiting == 0);
    }

    private async Task APageTellsItAsync(Visitor assessor, string token)
    {
        using var answer = await assessor.Http.PostAsync(
            new Uri(assessor.Address("/assessments/2025/w25-hai-chau/clarifications"), UriKind.Relative),
            new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["sentence"] = "Số liệu đã được kiểm tra lại", ["__RequestVerificationToken"] = token,
            }));

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        var page = await Visitor.ReadAsync(answer);
        page.QuerySelector("h1").ShouldNotBeNull().TextContent.ShouldBe("Hệ thống đang quá đông người dùng");
        page.QuerySelector("main").ShouldNotBeNull().TextContent.ShouldContain("Số liệu đã được kiểm tra lại");
    }

    private static async Task AProgramIsToldAsync(Visitor assessor)
    {
        using var answer = await assessor.GetApiAsync("editions/2025/agencies/w25-hai-chau/figures");

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync()).ShouldNotBeNull();
        ((string?)problem["type"]).ShouldBe("/problems/requests.crowded");
        ((string?)problem["detail"]).ShouldNotBeNull().ShouldContain("chưa được thực hiện");
    }

    private async Task<NpgsqlConnection> PoolAsync() => await _app.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
}
