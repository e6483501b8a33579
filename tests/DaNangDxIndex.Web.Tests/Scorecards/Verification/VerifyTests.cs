using System.Net;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Scorecards.Verification;

/// <summary>What somebody reads who checks a printed scorecard. Superseded ones: <see cref="LaterVersionTests"/>.</summary>
public sealed class VerifyTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_scorecard_under_a_decision_is_valid()
    {
        var edition = await Signing.PublishedAsync(app);
        var code = await app.InDatabaseAsync(
            "da-nang", db => db.Set<ScorecardCode>().Where(code => code.Year == edition.Year).Select(code => code.Code).FirstAsync());

        var page = await OpenAsync($"/verify/{code}");

        Heading(page).ShouldBe("Phiếu kết quả còn giá trị");
        page.QuerySelector(".verdict").ShouldNotBeNull().ClassList.ShouldContain("verdict-valid");
        page.QuerySelector(".facts").ShouldNotBeNull().TextContent.ShouldContain("684/QĐ-UBND");
    }

    [Theory]
    [InlineData("vi", "Phiếu khớp với bản minh họa số 1 (không có giá trị pháp lý)")]
    [InlineData("en", "This sample scorecard matches publication 1 (no legal effect)")]
    public async Task A_sample_is_called_a_sample_and_not_valid(string language, string heading)
    {
        var page = await OpenAsync($"/da-nang/{language}/verify/{await CodeAsync()}");

        Heading(page).ShouldBe(heading);
        page.QuerySelector(".verdict").ShouldNotBeNull().ClassList.ShouldNotContain("verdict-valid");
        page.QuerySelector(".outcome").ShouldNotBeNull().TextContent.ShouldContain(language == "vi" ? "97,23" : "97.23");
    }

    [Fact]
    public async Task The_answer_to_a_printed_address_leads_on_in_its_tenant_and_to_the_other_language()
    {
        var code = await CodeAsync();

        var page = await OpenAsync($"/verify/{code}");

        page.QuerySelector(".frame-language a").ShouldNotBeNull().GetAttribute("href").ShouldBe($"/da-nang/en/verify/{code}");
        page.QuerySelectorAll(".data-links a").Select(link => link.GetAttribute("href"))
            .ShouldBe(["/da-nang/vi/editions/2024/agencies/q-hai-chau?version=1", "/da-nang/vi/verify"]);
    }

    [Fact]
    public async Task The_form_keeps_tenant_and_language_and_finds_a_code_of_another_tenant()
    {
        var code = await CodeAsync();
        var form = (await OpenAsync("/khanh-hoa/en/verify")).QuerySelector("form[method=get]").ShouldNotBeNull();
        form.GetAttribute("action").ShouldBe("/khanh-hoa/en/verify");

        (await GetAsync($"/khanh-hoa/en/verify?code={code}")).Headers.Location.ShouldNotBeNull().ToString()
            .ShouldBe($"/da-nang/en/verify/{code}");

        (await GetAsync("/khanh-hoa/en/verify?code=zzzz")).Headers.Location.ShouldNotBeNull().ToString()
            .ShouldBe("/khanh-hoa/en/verify/ZZZZ");
        var unknown = await GetAsync("/khanh-hoa/en/verify/ZZZZ");
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Visitor.ReadAsync(unknown)).QuerySelector("form[method=get]").ShouldNotBeNull().GetAttribute("action")
            .ShouldBe("/khanh-hoa/en/verify");
    }

    private static string Heading(IHtmlDocument page) => page.QuerySelector(".verdict h1").ShouldNotBeNull().TextContent;

    private async Task<IHtmlDocument> OpenAsync(string address)
    {
        var answer = await GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return await Visitor.ReadAsync(answer);
    }

    private Task<HttpResponseMessage> GetAsync(string address) => app.Visitor().Http.GetAsync(new Uri(address, UriKind.Relative));

    private Task<string> CodeAsync() => app.InDatabaseAsync("da-nang", db =>
        db.Set<ScorecardCode>().Where(code => code.Year == 2024 && code.Number == 1 && code.Agency == "q-hai-chau")
            .Select(code => code.Code).SingleAsync());
}
