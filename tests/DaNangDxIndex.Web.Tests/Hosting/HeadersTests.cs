using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting;

public sealed class HeadersTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("GET", "/da-nang/vi/accounts/sign-in", HttpStatusCode.OK)]
    [InlineData("GET", "/da-nang/en/nowhere", HttpStatusCode.NotFound)]
    [InlineData("GET", "/nowhere/vi/", HttpStatusCode.NotFound)]
    [InlineData("GET", "/da-nang/api/v1/nowhere", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/da-nang/api/v1/editions", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/da-nang/api/v1/editions/2024/bundle.zip", HttpStatusCode.OK)]
    [InlineData("GET", "/da-nang/api/v1/editions/2024/standings?group=departments&format=csv", HttpStatusCode.OK)]
    [InlineData("GET", "/da-nang/vi/editions/2024", HttpStatusCode.OK)]
    [InlineData("GET", "/openapi/v1.json", HttpStatusCode.OK)]
    [InlineData("GET", "/health/live", HttpStatusCode.OK)]
    [InlineData("GET", "/assets/site.css", HttpStatusCode.OK)]
    [InlineData("GET", "/assets/nowhere.css", HttpStatusCode.NotFound)]
    [InlineData("GET", "/da-nang", HttpStatusCode.Redirect)]
    [InlineData("POST", "/da-nang/vi/accounts/sign-in", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/da-nang/vi/editions/2024?q=%00", HttpStatusCode.BadRequest)]
    public async Task Every_answer_tells_the_browser_to_trust_nothing_from_elsewhere(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new(method), new Uri(path, UriKind.Relative));
        var answer = await app.Visitor().Http.SendAsync(request);
        answer.StatusCode.ShouldBe(status);
        answer.ShouldTrustNothingElse(path);
    }

    /// <summary>Mostly refusals; what opens is looked at where every page is opened by everybody, in ReadingChangesNothingTests.</summary>
    [Fact]
    public async Task So_does_every_address_whatever_is_asked_of_it_and_by_whom()
    {
        var (nobody, administrator) = (app.Visitor(), await app.SignedInAsync(Role.Administrator));
        var asked = new HashSet<HttpStatusCode>();
        foreach (var endpoint in await Endpoints.OfAsync(app))
        {
            var path = Endpoints.Before(endpoint.Pattern)
                + Endpoints.Filled(endpoint.Pattern, (name, part) => part.Contains(":guid", StringComparison.Ordinal)
                    ? "11111111-1111-4111-8111-111111111111" : name switch { "year" => "2024", "group" => "districts", _ => "1" });
            foreach (var method in endpoint.Methods.Append("TRACE"))
            {
                foreach (var visitor in new[] { nobody, administrator })
                {
                    var handler = method.Split(' ') is [_, var name] ? $"?handler={name}" : "";
                    using var request = new HttpRequestMessage(new(method.Split(' ')[0]), new Uri(path + handler, UriKind.Relative));
                    using var answer = await visitor.Http.SendAsync(request);
                    var told = $"{method} {endpoint.Pattern}: {answer.StatusCode}";
                    asked.Add(answer.StatusCode);
                    answer.ShouldTrustNothingElse(told);
                    if (visitor == administrator && !Endpoints.IsOutsideTenants(endpoint.Pattern))
                        answer.ShouldBeStoredNowhere(told);
                }
            }
        }
        asked.ShouldContain(HttpStatusCode.OK);
        asked.ShouldContain(HttpStatusCode.BadRequest);
        asked.ShouldContain(HttpStatusCode.Forbidden);
        asked.ShouldContain(HttpStatusCode.NotFound);
    }

    /// <summary>
    /// What a signed-in person sees stays out of every store, also of the browser's own: the next one at this machine goes back in it.
    /// </summary>
    [Theory]
    [InlineData("/accounts")]
    [InlineData("/accounts/edit")]
    [InlineData("/editions/2024")]
    [InlineData("/nowhere")]
    [InlineData("/audit")]
    public async Task What_a_signed_in_person_sees_is_stored_nowhere(string path)
    {
        var answer = await (await app.SignedInAsync(Role.Administrator)).GetAsync(path);
        answer.ShouldBeStoredNowhere(path);
    }

    [Fact]
    public async Task Nor_is_what_the_api_tells_a_signed_in_person()
    {
        var answer = await (await app.SignedInAsync(Role.Assessor)).GetApiAsync("editions/2025/agencies/w25-hai-chau/assessment");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.ShouldBeStoredNowhere("the API");
    }

    [Fact]
    public async Task An_unknown_address_of_the_api_is_a_problem_document()
    {
        var answer = await app.Visitor().GetApiAsync("nowhere");
        (answer.Content.Headers.ContentType?.MediaType).ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("/da-nang/vi/nowhere", "vi", "Không tìm thấy trang")]
    [InlineData("/da-nang/en/nowhere", "en", "Page not found")]
    public async Task A_missing_page_speaks_the_language_of_its_address(string path, string language, string heading)
    {
        var page = await Visitor.ReadAsync(await app.Visitor().Http.GetAsync(new Uri(path, UriKind.Relative)));
        page.DocumentElement.GetAttribute("lang").ShouldBe(language);
        page.QuerySelector("h1").ShouldNotBeNull().TextContent.ShouldBe(heading);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_the_sign_in_and_back()
    {
        var answer = await app.Visitor().GetAsync("/accounts");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location.ShouldNotBeNull().PathAndQuery
            .ShouldBe("/da-nang/vi/accounts/sign-in?ReturnUrl=%2Fda-nang%2Fvi%2Faccounts");
    }
}
