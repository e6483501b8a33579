using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Tokens;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Hosting.Idempotency;

/// <summary>A request with a key takes effect once, however often it is sent, and is answered as the first time.</summary>
public sealed class IdempotencyKeyTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Document =
        """{"title":"Kế hoạch chuyển đổi số","number":"12/KH-UBND","issuer":"UBND thành phố","date":"2026-01-15"}""";

    [Fact]
    public async Task Twenty_sendings_at_once_take_effect_once()
    {
        var (program, folder, key) = await BeginAsync();
        var before = await PiecesAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => CiteAsync(program, folder, Document, key)));
        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBeGreaterThan(0);
        answers.Where(answer => !answer.IsSuccessStatusCode).ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Conflict
            && answer.Headers.RetryAfter != null);
        var bodies = await Task.WhenAll(answers.Where(answer => answer.IsSuccessStatusCode)
            .Select(answer => answer.Content.ReadAsStringAsync()));
        bodies.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        answers.Count(answer => answer.IsSuccessStatusCode && !answer.Headers.Contains("Idempotency-Replayed")).ShouldBe(1);
        (await PiecesAsync()).ShouldBe(before + 1);

        using var later = await CiteAsync(program, folder, Document, key);
        later.StatusCode.ShouldBe(answers.First(answer => answer.IsSuccessStatusCode).StatusCode);
        (await later.Content.ReadAsStringAsync()).ShouldBe(bodies[0]);
        later.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await PiecesAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Without_a_key_or_with_another_each_sending_is_a_change_of_its_own()
    {
        var (program, folder, key) = await BeginAsync();
        var before = await PiecesAsync();
        foreach (var sent in new[] { null, null, key, key + "-2" })
            (await CiteAsync(program, folder, Document, sent)).IsSuccessStatusCode.ShouldBeTrue();
        (await PiecesAsync()).ShouldBe(before + 4);
    }

    [Fact]
    public async Task The_same_key_with_another_body_or_address_is_refused()
    {
        var (program, folder, key) = await BeginAsync();
        (await CiteAsync(program, folder, Document, key)).IsSuccessStatusCode.ShouldBeTrue();
        var before = await PiecesAsync();
        using var other = await CiteAsync(program, folder, Document.Replace("12/", "13/", StringComparison.Ordinal), key);
        other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await other.Content.ReadAsStringAsync()).ShouldContain("/problems/idempotency.reused");
        using var elsewhere = await CiteAsync(program, folder + "?x=1", Document, key);
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await PiecesAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task What_was_refused_may_be_sent_again_with_its_key()
    {
        var (program, folder, key) = await BeginAsync();
        (await CiteAsync(program, folder, "{}", key)).IsSuccessStatusCode.ShouldBeFalse();
        (await CiteAsync(program, folder, Document, key)).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task A_request_that_took_effect_is_never_carried_out_again_even_where_its_answer_was_lost()
    {
        var (program, folder, key) = await BeginAsync();
        (await CiteAsync(program, folder, Document, key)).IsSuccessStatusCode.ShouldBeTrue();
        var before = await PiecesAsync();
        await TestApp.AskAsync<int>(app.Superuser,
            $"UPDATE kept_request SET status = NULL, body = NULL, begun_at = now() - interval '1 hour' WHERE key = '{key}'");
        using var again = await CiteAsync(program, folder, Document, key);
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await again.Content.ReadAsStringAsync()).ShouldContain("answer-lost");
        (await PiecesAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_request_that_somebody_else_has_taken_over_does_not_take_effect()
    {
        var (_, _, _) = await BeginAsync();
        await Should.ThrowAsync<ChangedMeanwhile>(() => app.InTenantAsync("da-nang", async services =>
        {
            services.GetRequiredService<RequestOnce>().Own(Guid.CreateVersion7());
            await using var act = await services.GetRequiredService<Acts>().BeginAsync(CancellationToken.None);
            await act.KeepAsync("demo.load", "nothing", null, null, CancellationToken.None);
            return 0;
        }));
    }

    [Fact]
    public async Task Keys_are_kept_for_a_day_and_a_request_left_behind_without_effect_is_carried_out()
    {
        var (program, folder, key) = await BeginAsync();
        (await CiteAsync(program, folder, Document, key)).IsSuccessStatusCode.ShouldBeTrue();
        var before = await PiecesAsync();
        await TestApp.AskAsync<int>(app.Superuser, $"UPDATE kept_request SET begun_at = now() - interval '25 hours' WHERE key = '{key}'");
        (await CiteAsync(program, folder, Document, key)).IsSuccessStatusCode.ShouldBeTrue();
        await TestApp.AskAsync<int>(app.Superuser,
            $"UPDATE kept_request SET done = false, status = NULL, begun_at = now() - interval '1 hour' WHERE key = '{key}'");
        (await CiteAsync(program, folder, Document, key)).IsSuccessStatusCode.ShouldBeTrue();
        (await PiecesAsync()).ShouldBe(before + 2);
    }

    [Fact]
    public async Task The_document_of_the_api_tells_of_keys_and_tokens()
    {
        using var answer = await app.Visitor().Http.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative));
        var document = await answer.Content.ReadAsStringAsync();
        document.ShouldContain("\"Idempotency-Key\"");
        document.ShouldContain("\"bearer\"");
    }

    private async Task<(AskingProgram Program, string Folder, string Key)> BeginAsync()
    {
        var edition = await OpenEdition.AddAsync(app);
        return (
            new(app, await AskingProgram.IssueAsync(app, Role.Assessor, TokenScope.Enter, $"khóa {edition.Year}")),
            $"/da-nang/api/v1/agencies/{edition.Agency}/evidence/documents", $"key-{edition.Year}");
    }

    private static Task<HttpResponseMessage> CiteAsync(AskingProgram program, string folder, string document, string? key) =>
        program.SendAsync(HttpMethod.Post, folder, System.Text.Json.JsonSerializer.Deserialize<object>(document), null, key);

    private Task<int> PiecesAsync() => app.InDatabaseAsync("da-nang", db => db.Set<DaNangDxIndex.Evidence.Piece>().CountAsync());
}
