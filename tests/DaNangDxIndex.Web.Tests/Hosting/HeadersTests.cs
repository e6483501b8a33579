using System.Net;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting;

public sealed class HeadersTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("/da-nang/vi/accounts/sign-in", HttpStatusCode.OK)]
    [InlineData("/da-nang/en/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/nowhere/vi/", HttpStatusCode.NotFound)]
    [InlineData("/da-nang/api/v1/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/da-nang", HttpStatusCode.Redirect)]
    public async Task Every_answer_tells_the_browser_to_trust_nothing_from_elsewhere(string path, HttpStatusCode status)
    {
        var answer = await app.Visitor().Http.GetAsync(new Uri(path, UriKind.Relative));
        answer.StatusCode.ShouldBe(status);
        var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldStartWith("default-src 'none';");
        policy.ShouldNotContain("unsafe");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain("base-uri 'none'");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Strict-Transport-Security").Single().ShouldContain("max-age=63072000; includeSubDomains");
        answer.Headers.Contains("Referrer-Policy").ShouldBeTrue();
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task An_unknown_address_of_the_api_is_a_problem_document()
    {
        var answer = await app.Visitor().GetApiAsync("nowhere");
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("/da-nang/vi/nowhere", "vi", "Không tìm thấy trang")]
    [InlineData("/da-nang/en/nowhere", "en", "Page not found")]
    public async Task A_missing_page_speaks_the_language_of_its_address(string path, string language, string heading)
    {
        var page = await Visitor.ReadAsync(await app.Visitor().Http.GetAsync(new Uri(path, UriKind.Relative)));
        page.DocumentElement.GetAttribute("lang").ShouldBe(language);
        page.QuerySelector("h1")?.TextContent.ShouldBe(heading);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_the_sign_in_and_back()
    {
        var answer = await app.Visitor().GetAsync("/accounts");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location.ShouldNotBeNull().PathAndQuery.ShouldBe("/da-nang/vi/accounts/sign-in?ReturnUrl=%2Fda-nang%2Fvi%2Faccounts");
    }
}
