using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting;

/// <summary>A request that cannot be served is told so rightly: not there, not so, not now; and never as our own failure.</summary>
public sealed class RefusalsTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("/da-nang/vi/%2561ccounts")]
    [InlineData("/da-nang/%2576i/accounts")]
    [InlineData("/da-nang/vi/%2500")]
    [InlineData("/da-nang/%2500")]
    [InlineData("/da-nang/vi/%252e%252e/accounts")]
    public async Task An_address_is_decoded_once(string path)
    {
        var answer = await app.Visitor().Http.GetAsync(new Uri(path, UriKind.Relative));
        if (answer.StatusCode == HttpStatusCode.Redirect)
            answer = await app.Visitor().Http.GetAsync(answer.Headers.Location);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
    }

    [Theory]
    [InlineData("GET", "/accounts?handler=nowhere", HttpStatusCode.NotFound)]
    [InlineData("POST", "/accounts/sign-out?handler=nowhere", HttpStatusCode.NotFound)]
    [InlineData("POST", "/accounts", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/audit", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", "/accounts/sign-out", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/nowhere", HttpStatusCode.NotFound)]
    [InlineData("POST", "/nowhere", HttpStatusCode.NotFound)]
    public async Task A_page_answers_only_what_it_has_a_handler_for(string method, string path, HttpStatusCode status)
    {
        var visitor = await app.SignedInAsync(path == "/audit" ? Role.Auditor : Role.Administrator);
        using var request = new HttpRequestMessage(new(method), new Uri(visitor.Address(path), UriKind.Relative));
        if (method != "GET")
            request.Content = new FormUrlEncodedContent(
                [new("__RequestVerificationToken", await visitor.TokenAsync("/accounts/sign-out"))]);
        var answer = await visitor.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(status);
        if (status == HttpStatusCode.MethodNotAllowed)
            answer.Content.Headers.Allow.ShouldContain("GET");
        (await Visitor.ReadAsync(answer)).QuerySelector("h1").ShouldNotBeNull().TextContent.ShouldNotBe("Hệ thống gặp lỗi");
    }

    [Fact]
    public async Task A_page_takes_a_form_and_no_other_body()
    {
        var assessor = await app.SignedInAsync(Role.Assessor);
        const string Path = "/assessments/2025/w25-hai-chau/components/online-services";
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(assessor.Address(Path), UriKind.Relative))
        {
            Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json"),
            Headers = { { "RequestVerificationToken", await assessor.TokenAsync(Path) } },
        };
        using var answer = await assessor.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await Visitor.ReadAsync(answer)).QuerySelector("h1").ShouldNotBeNull().TextContent.ShouldNotBe("Hệ thống gặp lỗi");
    }

    [Theory]
    [InlineData("DELETE", "editions", null, HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "editions/2025/agencies/so-y-te/figures/a", null, HttpStatusCode.MethodNotAllowed)]
    [InlineData("PATCH", "editions/2025/agencies/so-y-te/figures/a", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("GET", "nowhere", null, HttpStatusCode.NotFound)]
    public async Task A_program_is_told_that_method_or_media_type_is_wrong(string method, string path, string? type, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new(method), new Uri($"/da-nang/api/v1/{path}", UriKind.Relative));
        if (type is not null)
            request.Content = new StringContent("1", System.Text.Encoding.UTF8, type);
        request.Headers.Accept.ParseAdd("text/csv");
        var answer = await app.Visitor().Http.SendAsync(request);
        answer.StatusCode.ShouldBe(status);
        (answer.Content.Headers.ContentType?.MediaType).ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_broken_rule_is_told_as_a_problem_whatever_the_program_accepts()
    {
        var edition = await RunningEdition.AddAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        using var request = new HttpRequestMessage(HttpMethod.Patch, new Uri(
            $"/da-nang/api/v1/editions/{edition.Year}/agencies/{RunningEdition.Agency}/figures/files-online", UriKind.Relative))
        {
            Content = JsonContent.Create(new { value = "60" }),
            Headers = { { "RequestVerificationToken", await assessor.TokenAsync("/accounts/password") }, { "If-Match", "\"1\"" } },
        };
        request.Headers.Accept.ParseAdd("text/csv");

        using var answer = await assessor.Http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        JsonNode.Parse(await answer.Content.ReadAsStringAsync()).ShouldNotBeNull()["type"].ShouldNotBeNull().GetValue<string>()
            .ShouldStartWith("/problems/assessment.");
    }

    [Fact]
    public async Task An_address_of_a_program_is_decoded_once_also_where_a_rule_refuses_it()
    {
        var office = await app.SignedInAsync(Role.Office);
        using var request = new HttpRequestMessage(
            HttpMethod.Delete, new Uri("/da-nang/api/v1/editions/2024/preparation/groups/%2500", UriKind.Relative))
        {
            Headers = { { "RequestVerificationToken", await office.TokenAsync("/accounts/password") }, { "If-Match", "\"1\"" } },
        };

        using var answer = await office.Http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("edition.not-in-preparation");
    }

    [Theory]
    [InlineData("/error/500")]
    [InlineData("/da-nang/vi/error/500")]
    [InlineData("/da-nang/vi/error/503")]
    [InlineData("/da-nang/vi/error/200")]
    public async Task Nobody_asks_for_an_error_by_its_address(string path) =>
        (await app.Visitor().Http.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
}
