using System.Net;
using System.Text.Json.Nodes;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Targets;

/// <summary>The targets of a year against actual values, each with its source, and the agencies behind them.</summary>
[Collection(OnlyRead.Name)]
public sealed class TargetsTests(TestApp app)
{
    [Theory]
    [InlineData(2025, "Tỷ trọng kinh tế số", "ít nhất 24%", "20,7% (năm 2023)", "năm 2023 còn thấp hơn 3,3 điểm phần trăm")]
    [InlineData(2025, "Tỷ lệ cung cấp dịch vụ công", "ít nhất 90%", "95% (tháng 8/2024)", "Đã đạt mức chỉ tiêu từ tháng 8/2024")]
    [InlineData(2025, "Tỷ lệ hồ sơ xử lý", "ít nhất 75%", "60% (năm 2024)", "năm 2024 còn thấp hơn 15 điểm phần trăm")]
    [InlineData(2025, "cắt giảm", "ít nhất 20%", "Chưa có giá trị nào được đăng", "Không gắn với số liệu nào của bộ chỉ số")]
    [InlineData(2024, "tại từng quận, huyện", "ít nhất 95%", "gần 100% (năm 2024)", "Không so sánh được")]
    public async Task A_target_stands_beside_what_was_printed_of_it(int year, string target, string level, string actual, string said)
    {
        var page = await app.Visitor().OpenAsync($"/editions/{year}/targets");

        var row = page.QuerySelectorAll(".targets tbody tr").Select(row => Flat(row.TextContent))
            .Single(text => text.Contains(target, StringComparison.Ordinal));
        foreach (var part in new[] { level, actual, said, "Báo Đà Nẵng" })
            row.ShouldContain(part);
    }

    [Fact]
    public async Task Every_agency_behind_a_target_stands_with_its_published_figures_and_their_mark()
    {
        var page = await app.Visitor().OpenAsync("/editions/2024/targets/files-online");

        var rows = page.QuerySelectorAll(".target-agencies tbody tr").Select(row => Flat(row.TextContent)).ToList();
        rows.Count.ShouldBe(7);
        rows.Single(row => row.Contains("Hòa Vang", StringComparison.Ordinal)).ShouldEndWith("3.468 / 3.471 99,91% báo chí Đạt");
        rows.ShouldContain(row => row.Contains("minh họa", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_level_of_government_is_held_against_its_own_group()
    {
        var page = await app.Visitor("khanh-hoa").OpenAsync("/editions/2024/targets/files-online");

        page.QuerySelectorAll("section.target h2").Select(heading => Flat(heading.TextContent)).Select(heading => heading[^29..])
            .ShouldBe(["ít nhất 60%, đến hết năm 2025", "ít nhất 80%, đến hết năm 2025", "ít nhất 90%, đến hết năm 2025"]);
    }

    [Fact]
    public async Task Programs_read_the_same_list_as_json_and_csv()
    {
        var items = (JsonNode.Parse(await TextAsync("editions/2025/targets"))?["items"]).ShouldBeOfType<JsonArray>();
        items.Count.ShouldBe(7);
        var target = items.Single(item => (string?)item?["indicator"] == "files-online").ShouldNotBeNull();
        ((string?)target["percent"], (string?)target["state"], (string?)target["actual"]?[(int?)target["latest"] ?? 0]?["percent"])
            .ShouldBe(("75", "short", "60"));
        (target["groups"]?.AsArray().Select(group => (string?)group?["group"])).ShouldBe(["departments", "central", "districts", "wards"]);

        var csv = await TextAsync("editions/2025/targets?format=csv");
        csv.ShouldStartWith("edition,indicator,group,subject,subject_en,percent,due,source,actual_percent,");
        csv.ShouldContain(",24,2025,bdn,20.7,2023,invest-2024,short,");
    }

    [Theory]
    [InlineData("/editions/1999/targets")]
    [InlineData("/editions/1999/targets/files-online")]
    [InlineData("/editions/2025/targets/nothing")]
    public async Task What_is_not_there_is_not_found(string path) =>
        (await app.Visitor().GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_year_without_targets_says_so_and_is_not_led_to()
    {
        (await app.Visitor().OpenAsync("/editions/2023/targets")).QuerySelector(".empty").ShouldNotBeNull();
        (await app.Visitor().OpenAsync("/editions/2023")).QuerySelector("a[href$='/targets']").ShouldBeNull();
        foreach (var path in new[] { "/editions/2024", "/editions/2025", "/editions/2024/methodology" })
            (await app.Visitor().OpenAsync(path)).QuerySelector("a[href$='/targets']").ShouldNotBeNull(path);
    }

    private async Task<string> TextAsync(string address)
    {
        using var answer = await app.Visitor().GetApiAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }

    private static string Flat(string text) =>
        string.Join(' ', text.Replace('\u00a0', ' ').Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
