using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using DaNangDxIndex.Harness;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace DaNangDxIndex.Ranking;

public sealed class StandingsApiTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("departments", 24, "6/7/10/1", "so-tttt", "98.06")]
    [InlineData("central", 6, "5/0/1/0", "bhxh", "96.12")]
    [InlineData("districts", 7, "3/2/2/0", "q-hai-chau", "97.23")]
    public async Task The_table_of_2024_is_the_published_one(string group, int agencies, string tiers, string first, string total)
    {
        var answer = await StandingsAsync($"editions/2024/standings?group={group}");
        string.Join('/', Tiers(answer)).ShouldBe(tiers);
        var items = answer["items"].ShouldBeOfType<JsonArray>();
        items.Count.ShouldBe(agencies);
        Text(items[0]?["agency"]?["code"]).ShouldBe(first);
        Text(items[0]?["total"]).ShouldBe(total);
        (items[0]?["rank"]?.GetValue<int>()).ShouldBe(1);
        (Text(answer["digest"])?.Length).ShouldBe(64);
        (answer["version"]?.GetValue<int>()).ShouldBe(1);
    }

    [Fact]
    public async Task Twenty_five_wards_of_2024_are_excellent_as_the_districts_have_them()
    {
        var answer = await StandingsAsync("editions/2024/standings?group=wards");
        var items = answer["items"].ShouldBeOfType<JsonArray>();
        items.Count.ShouldBe(56);
        (Text(items[0]?["agency"]?["code"]), Text(items[0]?["total"])).ShouldBe(("p-hoa-thuan-tay", "99.93"));
        var excellent = items.Where(item => Text(item?["tier"]) == "excellent")
            .CountBy(item => Text(item?["agency"]?["parent"]) ?? "").ToDictionary();
        string[] districts = ["q-hai-chau", "q-lien-chieu", "q-thanh-khe", "q-son-tra", "q-cam-le", "q-ngu-hanh-son", "q-hoa-vang"];
        districts.Select(district => excellent[district]).ShouldBe([4, 3, 8, 2, 5, 2, 1]);
    }

    [Theory]
    [InlineData("wards", "press/illustrative/illustrative/illustrative")]
    [InlineData("departments", "press/press/press/press")]
    public async Task Every_count_says_whether_it_was_printed_or_made_up(string group, string provenance)
    {
        var answer = await StandingsAsync($"editions/2024/standings?group={group}");
        var from = new[] { "excellent", "good", "fair", "average" }.Select(tier => Text(answer["tierCountsProvenance"]?[tier]));
        string.Join('/', from).ShouldBe(provenance);
        answer["sources"].ShouldNotBeNull().AsArray().Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Rank_total_and_tier_say_each_where_they_come_from()
    {
        var items = (await StandingsAsync("editions/2024/standings?group=districts"))["items"].ShouldBeOfType<JsonArray>();
        Text(items[0]?["provenance"]?["total"]).ShouldBe("press");
        Text(items[1]?["provenance"]?["total"]).ShouldBe("illustrative");
        items.ShouldAllBe(item => item!["submitted"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_change_of_rank_names_the_year_it_counts_from_and_a_break_names_itself()
    {
        var compared = await StandingsAsync("editions/2024/standings?group=departments");
        (compared["comparedWith"]?.GetValue<int>()).ShouldBe(2023);
        (compared["items"]?[0]?["change"]?.GetValue<int>()).ShouldBe(0);
        compared["notCompared"].ShouldBeNull();

        var broken = await StandingsAsync("editions/2023/standings?group=districts");
        broken["comparedWith"].ShouldBeNull();
        broken["tierCountsBefore"].ShouldBeNull();
        Text(broken["notCompared"]?["cause"]).ShouldBe("series");
        broken["items"].ShouldBeOfType<JsonArray>().ShouldAllBe(item => item!["change"] == null);
    }

    [Theory]
    [InlineData("semicolon", "vi", "Thứ hạng;Thay đổi;Mã;", ";97,23;", ";Xuất sắc;")]
    [InlineData("comma", "en", "Rank,Change,Code,", ",97.23,", ",Excellent,")]
    public async Task Excel_gets_a_byte_order_mark_its_separator_and_headings_in_words(
        string separator, string language, string head, string total, string tier)
    {
        var bytes = await (
            await app.Visitor().GetApiAsync($"editions/2024/standings?group=districts&format=csv&separator={separator}&lang={language}"))
            .Content.ReadAsByteArrayAsync();
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var text = System.Text.Encoding.UTF8.GetString(bytes[3..]);
        text.ShouldStartWith(head);
        text.ShouldContain(total);
        text.ShouldContain(tier);
    }

    [Theory]
    [InlineData("districts", "vi", "Bảng xếp hạng")]
    [InlineData("wards", "en", "Standings")]
    public async Task The_workbook_holds_the_table_and_says_what_it_is(string group, string language, string tab)
    {
        var answer = await app.Visitor().GetApiAsync($"editions/2024/standings?group={group}&format=xlsx&lang={language}");
        (answer.Content.Headers.ContentType?.MediaType).ShouldBe(Spreadsheets.Workbook.ContentType);
        using var document = SpreadsheetDocument.Open(await answer.Content.ReadAsStreamAsync(), isEditable: false);
        new OpenXmlValidator().Validate(document).ShouldBeEmpty();
        var workbook = document.WorkbookPart.ShouldNotBeNull();
        (workbook.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First().Name?.Value).ShouldBe(tab);
        var notes = workbook.WorksheetParts.Select(part => part.Worksheet.InnerText)
            .Single(text => !text.Contains("q-hai-chau", StringComparison.Ordinal) && !text.Contains("p-hoa", StringComparison.Ordinal));
        notes.ShouldContain(Text((await StandingsAsync($"editions/2024/standings?group={group}"))["digest"]).ShouldNotBeNull());
    }

    [Fact]
    public async Task Results_from_print_have_a_workbook_too()
    {
        var answer = await app.Visitor().GetApiAsync("editions/2020/standings?group=central&format=xlsx");
        using var document = SpreadsheetDocument.Open(await answer.Content.ReadAsStreamAsync(), isEditable: false);
        new OpenXmlValidator().Validate(document).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ranks_fall_with_totals_and_equal_totals_share_one()
    {
        foreach (var group in new[] { "departments", "central", "districts", "wards" })
        {
            var items = (await StandingsAsync($"editions/2024/standings?group={group}"))["items"].ShouldBeOfType<JsonArray>();
            var totals = items.Select(item => decimal.Parse(Text(item?["total"]) ?? "", CultureInfo.InvariantCulture)).ToList();
            totals.ShouldBe(totals.OrderDescending());
            for (var place = 0; place < totals.Count; place++)
                (items[place]?["rank"]?.GetValue<int>()).ShouldBe(totals.Count(total => total > totals[place]) + 1);
        }
    }

    [Fact]
    public async Task Results_from_print_keep_their_gaps_and_say_where_they_come_from()
    {
        var answer = await StandingsAsync("editions/2023/standings?group=departments");
        Text(answer["provenance"]).ShouldBe("press");
        answer["version"].ShouldBeNull();
        Tiers(answer).ShouldBe([4, 7, 9, 4]);
        var second = answer["items"]?.AsArray().Single(item => Text(item?["agency"]?["code"]) == "so-dl");
        (second?["rank"]?.GetValue<int>()).ShouldBe(2);
        second.ShouldNotBeNull()["total"].ShouldBeNull();
    }

    [Fact]
    public async Task Csv_comes_by_the_Accept_header_and_by_the_address()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/da-nang/api/v1/editions/2024/standings?group=districts");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        var byHeader = await app.Visitor().Http.SendAsync(request);
        (byHeader.Content.Headers.ContentType?.MediaType).ShouldBe("text/csv");
        var lines = (await byHeader.Content.ReadAsStringAsync()).Split("\r\n");
        lines.Length.ShouldBe(9);
        lines[1].ShouldStartWith("2024,districts,1,1,q-hai-chau,");
        lines[1].ShouldContain(",97.23,excellent,");
        var byAddress = await app.Visitor().GetApiAsync("editions/2024/standings?group=districts&format=csv");
        (await byAddress.Content.ReadAsStringAsync()).ShouldBe(string.Join("\r\n", lines));
    }

    [Fact]
    public async Task Who_holds_the_answer_is_told_that_nothing_changed()
    {
        var first = await app.Visitor().GetApiAsync("editions/2024/standings?group=central");
        var tag = first.Headers.ETag.ShouldNotBeNull();
        using var again = new HttpRequestMessage(HttpMethod.Get, "/da-nang/api/v1/editions/2024/standings?group=central");
        again.Headers.IfNoneMatch.Add(tag);
        var second = await app.Visitor().Http.SendAsync(again);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await second.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        var numbered = await app.Visitor().GetApiAsync("editions/2024/standings?group=central&version=1");
        (numbered.Headers.CacheControl?.ToString()).ShouldBe("public, no-cache", "what became of the version is told with it");
        var frozen = await app.Visitor().GetApiAsync("editions/2024/standings.pdf?group=central&version=1");
        (frozen.Headers.CacheControl?.ToString()).ShouldNotBeNull().ShouldContain("immutable");
    }

    [Theory]
    [InlineData("editions/1999/standings?group=wards", 404, "/problems/edition.unknown", "2024")]
    [InlineData("editions/2024/standings?group=schools", 404, "/problems/group.unknown", "departments")]
    [InlineData("editions/2024/standings", 400, "/problems/group.needed", "departments")]
    [InlineData("editions/2025/standings?group=wards", 404, "/problems/edition.not-published", "2024")]
    [InlineData("editions/2024/standings?group=wards&version=7", 404, "/problems/version.unknown", "")]
    public async Task A_refusal_names_what_can_be_asked_for(string address, int status, string type, string named)
    {
        var answer = await app.Visitor().GetApiAsync(address);
        ((int)answer.StatusCode).ShouldBe(status);
        (answer.Content.Headers.ContentType?.MediaType).ShouldBe("application/problem+json");
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync());
        Text(problem?["type"]).ShouldBe(type);
        Text(problem?["detail"]).ShouldNotBeNull().ShouldContain(named);
    }

    [Fact]
    public async Task One_tenants_results_are_not_anothers()
    {
        var answer = await app.Visitor("khanh-hoa").GetApiAsync("editions/2024/standings?group=departments");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("so-tttt\"");
    }

    private async Task<JsonNode> StandingsAsync(string path)
    {
        var answer = await app.Visitor().GetApiAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync()).ShouldNotBeNull();
    }

    private static IEnumerable<int> Tiers(JsonNode answer) =>
        new[] { "excellent", "good", "fair", "average" }.Select(tier => answer["tierCounts"]?[tier]?.GetValue<int>() ?? -1);

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}
