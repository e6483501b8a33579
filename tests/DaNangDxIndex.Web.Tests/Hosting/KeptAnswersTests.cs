using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
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

        const string xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        (string Accepted, string Form)[] forms =
        [
            (xlsx, xlsx), ("application/json", "application/json"), ("text/csv", "text/csv"), (xlsx, xlsx),
            ("text/csv;q=0.1, application/json", "application/json"), ("text/csv", "text/csv"), ("*/*", "application/json"),
        ];
        foreach (var (accepted, form) in forms)
            ((await AskAsync("/da-nang/api/v1/editions/2024/standings?group=departments",
                ("Accept", accepted))).Content.Headers.ContentType?.MediaType).ShouldBe(form, accepted);
        (string Accepted, string Encoding)[] encodings =
        [
            ("br", "br"), ("gzip", "gzip"), ("identity", ""), ("", ""), ("gzip, deflate, br, zstd", "br"), ("gzip;q=1.0, br;q=0", "gzip"),
            ("br;q=0.000", ""), ("brotli", ""), ("br;q=0.5, gzip;q=0.8", "br"), ("GZIP", "gzip"), ("br", "br"), ("identity", ""),
        ];
        foreach (var (accepted, encoding) in encodings)
        {
            var answer = await AskAsync($"/da-nang/vi{Page}", ("Accept-Encoding", accepted));
            answer.Content.Headers.ContentEncoding.ShouldBe(encoding.Length == 0 ? [] : [encoding], accepted);
        }
    }

    [Theory]
    [InlineData("/da-nang/vi" + Page)]
    [InlineData("/da-nang/api/v1/editions/2024/standings?group=departments&version=1")]
    [InlineData("/da-nang/api/v1/editions/2024/agencies/so-tttt/scorecard.pdf")]
    [InlineData("/assets/site.css")]
    public async Task Each_form_has_a_tag_that_any_process_knows_again(string address)
    {
        await using var other = TestCluster.Host(app.Application, owner: null);
        await ListeningAsync();
        await ListeningAsync(other.Services);
        var made = await AskAsync(address, ("Accept-Encoding", "br"));
        var tag = made.Headers.ETag.ShouldNotBeNull();
        tag.IsWeak.ShouldBeFalse();
        (await AskAsync(address, ("Accept-Encoding", "br"))).Headers.ETag.ShouldBe(tag);
        if (made.Content.Headers.ContentEncoding.Count > 0)
            (await AskAsync(address, ("Accept-Encoding", "identity"))).Headers.ETag.ShouldNotBe(tag);

        using var client = other.CreateClient(new() { BaseAddress = new("https://localhost") });
        for (var time = 0; time < 2; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("Accept-Encoding", "br");
            request.Headers.IfNoneMatch.Add(tag);
            using var answer = await client.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotModified);
            (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Who_comes_back_signed_in_is_not_told_that_nothing_has_changed()
    {
        await ListeningAsync();
        var signatory = await app.SignedInAsync(Role.Signatory);
        var before = await app.Visitor().GetAsync(Page);
        before.Headers.CacheControl.ShouldNotBeNull().NoCache.ShouldBeTrue();
        before.Headers.Vary.ShouldContain("Cookie");

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(signatory.Address(Page), UriKind.Relative));
        request.Headers.IfNoneMatch.Add(before.Headers.ETag.ShouldNotBeNull());
        using var own = await signatory.Http.SendAsync(request);

        own.StatusCode.ShouldBe(HttpStatusCode.OK);
        own.Headers.ETag.ShouldBeNull();
        own.Headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Marks_that_others_hang_on_a_link_make_no_address_of_their_own()
    {
        await ListeningAsync();
        (await app.Visitor().GetAsync(Page)).EnsureSuccessStatusCode();

        var marked = await app.Visitor().GetAsync(Page + "&fbclid=IwAR0123&utm_source=zalo");

        marked.Headers.Age.ShouldNotBeNull();
        (await marked.Content.ReadAsStringAsync()).ShouldNotContain("IwAR0123");
        (await (await app.Visitor().GetAsync("/editions/2024?UTM_id=IwAR4567&group=wards")).Content.ReadAsStringAsync())
            .ShouldNotContain("IwAR4567");
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
    private static readonly string[] Anew = ["/accounts/", "/Hosting/Error", "health", "openapi", "{**path}", "Health checks", "/Demo/",
        "/VerifyFile"];

    private async Task<HttpResponseMessage> AskAsync(string address, (string Name, string Value) header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation(header.Name, header.Value).ShouldBeTrue();
        var answer = await app.Visitor().Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return answer;
    }

    private Task ListeningAsync(IServiceProvider? services = null) =>
        Eventually.HoldsAsync(() => (services ?? app.Services).GetRequiredService<PublicChanges>().State is not null);
}
