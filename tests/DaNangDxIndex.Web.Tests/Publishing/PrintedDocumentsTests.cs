using System.Net;
using System.Text.Json.Nodes;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Publishing;

/// <summary>Scorecards and ranked tables as everybody fetches them.</summary>
public sealed class PrintedDocumentsTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Documents =
    [
        "editions/2024/agencies/so-tttt/scorecard.pdf?lang=vi", "editions/2024/agencies/so-tttt/scorecard.pdf?lang=en",
        "editions/2024/standings.pdf?group=wards&lang=vi", "editions/2024/standings.pdf?group=departments&lang=en",
    ];

    [Fact]
    public async Task One_version_gives_the_same_bytes_whatever_becomes_of_names_lineage_and_results_before()
    {
        var before = await AllAsync(app.Visitor().Http);
        await TestApp.AskAsync<int>(app.Superuser, """
            UPDATE agency SET name_vi = 'Cơ quan khác ' || code, name_en = 'Another ' || code, successors = '{}';
            UPDATE edition_group SET name_vi = 'Khối khác', name_en = 'Another group';
            UPDATE imported_standing SET rank = rank + 7;
            UPDATE tenant SET name_vi = 'Tỉnh Khác', name_en = 'Another Province', settings = settings - 'letterhead';
            """);

        // A program of its own, which remembers nothing.
        await using var later = TestCluster.Host(app.Application, owner: null);
        (await AllAsync(later.CreateClient(new() { BaseAddress = new("https://localhost") }))).ShouldBe(before);
    }

    [Fact]
    public async Task A_document_that_the_reader_has_is_not_sent_again()
    {
        foreach (var document in Documents)
        {
            var first = await app.Visitor().GetApiAsync(document);
            first.StatusCode.ShouldBe(HttpStatusCode.OK, document);
            (first.Content.Headers.ContentType?.MediaType).ShouldBe("application/pdf");
            using var again = new HttpRequestMessage(HttpMethod.Get, new Uri($"/da-nang/api/v1/{document}", UriKind.Relative));
            again.Headers.IfNoneMatch.Add(first.Headers.ETag.ShouldNotBeNull());
            (await app.Visitor().Http.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified, document);
        }
    }

    [Theory]
    [InlineData("editions/2024/standings.pdf", HttpStatusCode.BadRequest)]
    [InlineData("editions/2024/standings.pdf?group=nobody", HttpStatusCode.NotFound)]
    [InlineData("editions/2024/standings.pdf?group=wards&version=9", HttpStatusCode.NotFound)]
    [InlineData("editions/2023/standings.pdf?group=wards", HttpStatusCode.NotFound)]
    [InlineData("editions/2025/standings.pdf?group=wards", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_refused_with_a_problem(string document, HttpStatusCode status)
    {
        var answer = await app.Visitor().GetApiAsync(document);

        answer.StatusCode.ShouldBe(status);
        (answer.Content.Headers.ContentType?.MediaType).ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task The_ranked_table_is_linked_beside_the_table()
    {
        var page = await app.Visitor(language: "en").OpenAsync("/editions/2024?group=wards");
        var link = page.QuerySelectorAll("a[type='application/pdf']").ShouldHaveSingleItem().GetAttribute("href").ShouldNotBeNull();

        link.ShouldBe("/da-nang/api/v1/editions/2024/standings.pdf?group=wards&lang=en");
        PdfTools.Text(await app.Visitor().Http.GetByteArrayAsync(new Uri(link, UriKind.Relative))).ShouldContain("99.93");
    }

    [Fact]
    public async Task What_is_taken_off_is_negative_on_page_and_paper_and_in_every_file()
    {
        const string agency = "so-gtvt";
        var card = await JsonAsync($"editions/2024/agencies/{agency}/scorecard");
        var component = card["components"].ShouldNotBeNull().AsArray()
            .Single(component => component?["code"]?.GetValue<string>() == "penalty")
            .ShouldNotBeNull();
        component["points"].ShouldNotBeNull().GetValue<string>().ShouldBe("-0.20");
        card["sum"].ShouldNotBeNull()["penalty"].ShouldNotBeNull().GetValue<string>().ShouldBe("-0.20");

        var table = await JsonAsync("editions/2024/standings?group=departments");
        var row = table["items"].ShouldNotBeNull().AsArray().Single(item => item?["agency"]?["code"]?.GetValue<string>() == agency)
            .ShouldNotBeNull();
        row["components"].ShouldNotBeNull().AsArray().Single(component => component?["code"]?.GetValue<string>() == "penalty")
            .ShouldNotBeNull()["points"].ShouldNotBeNull().GetValue<string>().ShouldBe("-0.20");

        var csv = await (await app.Visitor().GetApiAsync("editions/2024/standings?group=departments&format=csv")).Content
            .ReadAsStringAsync();
        csv.Split('\n').Single(line => line.Contains($",{agency},", StringComparison.Ordinal)).ShouldContain(",-0.20,");

        (await app.Visitor().OpenAsync($"/editions/2024/agencies/{agency}")).Body.ShouldNotBeNull().TextContent.ShouldContain("−0,20");
        PdfTools.Text(
            await (await app.Visitor().GetApiAsync($"editions/2024/agencies/{agency}/scorecard.pdf")).Content.ReadAsByteArrayAsync())
            .ShouldContain("−0,20");
    }

    private async Task<JsonNode> JsonAsync(string address) =>
        JsonNode.Parse(await (await app.Visitor().GetApiAsync(address)).Content.ReadAsStringAsync()).ShouldNotBeNull();

    private static async Task<List<string>> AllAsync(HttpClient http)
    {
        List<string> digests = [];
        foreach (var document in Documents)
            digests.Add(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(
                await http.GetByteArrayAsync(new Uri($"/da-nang/api/v1/{document}", UriKind.Relative)))));
        return digests;
    }
}
