using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Hosting;

public sealed class KeptAnswersTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Page = "/editions/2024?group=departments";

    [Theory]
    [InlineData(Page)]
    [InlineData("/editions/2024/agencies/so-tttt")]
    [InlineData("/editions/2024/methodology")]
    public async Task A_public_page_is_made_once(string page)
    {
        await ListeningAsync();
        var visitor = app.Visitor();
        var first = await visitor.GetAsync(page);

        var second = await visitor.GetAsync(page);

        second.Headers.Age.ShouldNotBeNull();
        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        second.Headers.GetValues("Content-Security-Policy").ShouldBe(first.Headers.GetValues("Content-Security-Policy"));
    }

    [Fact]
    public async Task Who_is_signed_in_gets_a_page_of_their_own_and_leaves_none_behind()
    {
        await ListeningAsync();
        var signatory = await app.SignedInAsync(Role.Signatory);
        (await app.Visitor().GetAsync(Page)).EnsureSuccessStatusCode();

        var own = await signatory.GetAsync(Page);
        var others = await app.Visitor().GetAsync(Page);

        own.Headers.Age.ShouldBeNull();
        (await own.Content.ReadAsStringAsync()).ShouldContain("/accounts/sign-out");
        (await others.Content.ReadAsStringAsync()).ShouldNotContain("/accounts/sign-out");
    }

    [Fact]
    public async Task Languages_forms_and_encodings_are_kept_apart()
    {
        await ListeningAsync();
        var (vi, en) = (app.Visitor(), app.Visitor(language: "en"));
        foreach (var visitor in new[] { vi, en, vi, en })
        {
            var page = await (await visitor.GetAsync(Page)).Content.ReadAsStringAsync();
            page.ShouldContain(visitor == en ? "<html lang=\"en\"" : "<html lang=\"vi\"");
        }

        foreach (var accepted in new[] { "application/json", "text/csv", "application/json", "text/csv" })
            ((await AskAsync("/da-nang/api/v1/editions/2024/standings?group=departments",
                ("Accept", accepted))).Content.Headers.ContentType?.MediaType).ShouldBe(accepted);
        foreach (var encoding in new[] { "br", "gzip", "identity", "br", "gzip", "identity" })
        {
            var answer = await AskAsync($"/da-nang/vi{Page}", ("Accept-Encoding", encoding));
            answer.Content.Headers.ContentEncoding.ShouldBe(encoding == "identity" ? [] : [encoding]);
        }
    }

    [Fact]
    public async Task A_change_of_what_is_public_is_seen_within_a_second_also_in_another_process()
    {
        await using var other = TestCluster.Host(app.Application, owner: null);
        await ListeningAsync();
        await ListeningAsync(other.Services);
        var visitors = new[] { app.Visitor(), new Visitor(
            other.CreateClient(new() { BaseAddress = new("https://localhost") }), "da-nang", "vi") };
        foreach (var visitor in visitors)
            (await visitor.GetAsync(Page)).EnsureSuccessStatusCode();

        await TestApp.AskAsync<int>(app.Superuser, "UPDATE edition_group SET name_vi = 'Khối thử' WHERE year = 2024 AND code = 'central'");

        foreach (var visitor in visitors)
            await EventuallyAsync(
                async () =>
                    (await (await visitor.GetAsync(Page)).Content.ReadAsStringAsync()).Contains("Khối thử", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_given_again_once_changes_may_have_been_missed()
    {
        await ListeningAsync();
        var changes = app.Services.GetRequiredService<PublicChanges>();
        var before = changes.State.ShouldNotBeNull();

        await TestApp.AskAsync<bool>(
            app.Superuser,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'dx listens' AND datname = "
                + "current_database()");

        await EventuallyAsync(() => Task.FromResult(changes.State is { } state && state > before));
    }

    [Theory]
    [InlineData("/editions/1999")]
    [InlineData("/accounts/sign-in")]
    public async Task What_is_not_public_or_not_there_is_answered_anew(string page)
    {
        await ListeningAsync();
        await app.Visitor().GetAsync(page);

        (await app.Visitor().GetAsync(page)).Headers.Age.ShouldBeNull();
    }

    [Fact]
    public void Every_page_that_anybody_may_read_is_marked_or_named_here()
    {
        var endpoints = app.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints;

        var anew = endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null
                && endpoint.Metadata.GetMetadata<Frame.PublicAnswerAttribute>() is null)
            .Select(endpoint => endpoint.DisplayName ?? "").Order(StringComparer.Ordinal).ToList();

        anew.Where(name => !Anew.Any(known => name.Contains(known, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
    }

    // Forms, states of the moment, and documents of the program itself.
    private static readonly string[] Anew = ["/accounts/", "/Hosting/Error", "health", "openapi", "{**path}", "Health checks", "/Demo/"];

    private async Task<HttpResponseMessage> AskAsync(string address, (string Name, string Value) header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation(header.Name, header.Value).ShouldBeTrue();
        var answer = await app.Visitor().Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return answer;
    }

    private Task ListeningAsync(IServiceProvider? services = null) =>
        EventuallyAsync(() => Task.FromResult((services ?? app.Services).GetRequiredService<PublicChanges>().State is not null));

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        for (var turn = 0; turn < 200; turn++)
        {
            if (await holds())
                return;
            await Task.Delay(50);
        }

        (await holds()).ShouldBeTrue();
    }
}
