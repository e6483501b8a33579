using System.Net;
using System.Text.Json.Nodes;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Editions;

/// <summary>What was printed of a year, for programs and for Excel.</summary>
public sealed class PrintedApiTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_list_of_a_year_is_the_list_of_its_page()
    {
        var items = (JsonNode.Parse(await TextAsync("editions/2024/printed"))?["items"]).ShouldBeOfType<JsonArray>();
        var page = await app.Visitor().OpenAsync("/editions/2024/printed");

        items.ShouldNotBeNull().Count.ShouldBe(page.QuerySelectorAll(".printed tbody tr, .printed-notes li").Length);
        var printed = items.Single(item => (string?)item?["agency"] == "q-hoa-vang" && (int?)item["denominator"] == 3471).ShouldNotBeNull();
        ((string?)printed["kind"], (int?)printed["numerator"], (string?)printed["value"]?["vi"])
            .ShouldBe(("figure", 3468, "3.468/3.471 = 99,91%"));
        ((string?)printed["source"]?["nameEn"]).ShouldNotBeNullOrEmpty();
        page.QuerySelectorAll(".data-links a").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Programs_get_codes_and_excel_gets_words()
    {
        var codes = await TextAsync("editions/2024/printed?format=csv");
        codes.ShouldStartWith("edition,kind,group,agency,figure,subject,");
        codes.ShouldContain("2024,figure,,q-hoa-vang,");
        (await TextAsync("editions/2024/printed?format=csv&separator=semicolon&lang=vi"))
            .TrimStart('\uFEFF').ShouldStartWith("Loại;Cơ quan, phạm vi;Nội dung;");
        (await TextAsync("editions/2024/printed?format=csv&separator=comma&lang=en")).TrimStart('\uFEFF').ShouldStartWith("Kind,");
    }

    [Fact]
    public async Task A_year_that_is_not_there_is_told() =>
        (await app.Visitor().GetApiAsync("editions/1999/printed")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    private async Task<string> TextAsync(string address)
    {
        using var answer = await app.Visitor().GetApiAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }
}
