using System.Net;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Ranking;

/// <summary>How the points of a year come about, to be read by everybody before and after the results.</summary>
[Collection(OnlyRead.Name)]
public sealed class MethodologyPageTests(TestApp app)
{
    [Fact]
    public async Task Everybody_reads_what_changed_in_the_criteria_from_the_year_before()
    {
        var link = (await app.Visitor().OpenAsync("/editions/2025/methodology?group=wards")).QuerySelector("main a[href*='/changes']")
            .ShouldNotBeNull();
        var page = await app.Visitor().OpenAsync(link.GetAttribute("href").ShouldNotBeNull());

        page.QuerySelector("h1").ShouldNotBeNull().TextContent.ShouldBe("Bộ chỉ số năm 2025 thay đổi gì so với năm 2024");
        var text = page.QuerySelector("main").ShouldNotBeNull().TextContent;
        text.ShouldContain("tiêu chí giữ nguyên");
        text.ShouldContain("Đơn vị xác minh chuyển từ Sở Thông tin và Truyền thông sang Sở Khoa học và Công nghệ");
        text.ShouldNotContain("Sở Nội vụ sang Sở Nội vụ");
        var moved = page.QuerySelectorAll(".difference-unit li").Select(line => string.Join(
            ' ', line.TextContent.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))).ToList();
        moved.ShouldContain("2.1 Ban hành kế hoạch chuyển đổi số của năm");
        moved.ShouldContain("Kế hoạch chuyển đổi số của năm (plan)");
        (await app.Visitor().GetAsync("/editions/2024/methodology/changes?group=wards")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.Visitor().OpenAsync("/editions/2024/methodology?group=wards")).QuerySelector("main a[href*='/changes']").ShouldBeNull();
    }

    [Fact]
    public async Task The_methodology_tells_the_method_and_every_rule()
    {
        var page = await app.Visitor().OpenAsync("/editions/2024/methodology?group=districts");
        var method = page.QuerySelector("#main")?.TextContent;
        method.ShouldNotBeNull();
        method.ShouldContain("làm tròn một lần");
        method.ShouldContain("Xuất sắc: từ 90\u00A0điểm trở lên");
        method.ShouldContain("Tốt: từ 80 đến dưới 90\u00A0điểm");
        page.QuerySelectorAll(".method-criteria .criteria-explanation").Length.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Criteria_are_found_by_any_of_their_words_in_one_component_each_with_examples_by_the_engine()
    {
        var visitor = app.Visitor();
        const string address = "/editions/2024/methodology?group=districts";
        var all = (await visitor.OpenAsync(address)).QuerySelectorAll(".method-criteria tbody tr").Length;

        var found = await visitor.OpenAsync($"{address}&q=truc%20tuyen%20ho%20so");

        var rows = found.QuerySelectorAll(".method-criteria tbody tr");
        rows.Length.ShouldBeInRange(1, all - 1);
        foreach (var row in rows)
            FoldedText.Of(row.TextContent).ShouldContain("truc tuyen");
        found.QuerySelector(".filter-count").ShouldNotBeNull().TextContent.ShouldBe($"{rows.Length}/{all} tiêu chí");
        var component = found.QuerySelectorAll("#filter-component option")[1].GetAttribute("value");
        (await visitor.OpenAsync($"{address}&component={component}")).QuerySelectorAll(".method-criteria").Length.ShouldBe(1);

        var example = rows[0].QuerySelector(".method-example").ShouldNotBeNull().TextContent;
        foreach (var words in (string[])["Ví dụ:", "Để trống → 0,00/", "Không áp dụng: "])
            example.ShouldContain(words);
        found.QuerySelector(".method-cases").ShouldNotBeNull().TextContent
            .ShouldContain("95,00; 90,00; 90,00; 85,00 điểm → hạng 1, 2, 2, 4");
    }
}
