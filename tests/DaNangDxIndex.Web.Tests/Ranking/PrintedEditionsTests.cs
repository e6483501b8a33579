using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Ranking;

/// <summary>
/// Years whose results are known from print: what was printed is marked, what was not is a dash, and nothing is compared across a break.
/// </summary>
[Collection(OnlyRead.Name)]
public sealed class PrintedEditionsTests(TestApp app)
{
    [Fact]
    public async Task An_edition_is_titled_by_its_series()
    {
        var page = await app.Visitor().OpenAsync("/editions/2020?group=central");
        page.QuerySelector("h1").ShouldNotBeNull().TextContent.ShouldBe("Kết quả xếp hạng ứng dụng công nghệ thông tin năm 2020");
        page.QuerySelector(".edition-state").ShouldNotBeNull().TextContent.ShouldContain("Thông báo số 123/TB-UBND");
    }

    [Fact]
    public async Task Nothing_is_compared_across_a_break_and_the_break_is_named()
    {
        var page = await app.Visitor().OpenAsync("/editions/2023?group=districts");
        page.QuerySelector(".series-break").ShouldNotBeNull().TextContent.ShouldContain("hai bộ chỉ số khác nhau");
        page.QuerySelectorAll(".change").ShouldAllBe(change => change.ClassList.Contains("change-none"));
        page.QuerySelector(".tier-before").ShouldBeNull();
        page.QuerySelectorAll(".tier-difference").ShouldBeEmpty();
        page.QuerySelector(".tier-sentence").ShouldNotBeNull().TextContent.ShouldNotContain("so với năm");
    }

    [Fact]
    public async Task Made_up_counts_and_their_changes_bear_the_mark_and_printed_ones_do_not()
    {
        var page = await app.Visitor().OpenAsync("/editions/2024?group=wards");
        page.QuerySelector(".tier-sentence").ShouldNotBeNull().TextContent.ShouldContain(
            "25\u00A0xuất sắc, 22\u00A0tốt (minh họa) và 9\u00A0khá (minh họa)");
        page.QuerySelectorAll("main > .tier-strip .tier-now td")
            .Select(count => count.QuerySelector(".illustrative") is not null).ShouldBe([false, true, true, true]);
        var departments = await app.Visitor().OpenAsync("/editions/2024?group=departments");
        departments.QuerySelectorAll(".tier-now .illustrative").ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_total_that_was_printed_is_marked_as_printed()
    {
        var rows = Tables.Rows(await app.Visitor().OpenAsync("/editions/2024?group=departments"));
        rows.Select(row => row.QuerySelector(".standings-total .illustrative")?.TextContent.Trim()).ShouldBe(
            ["báo chí", .. Enumerable.Repeat("minh họa", 23)]);
    }

    [Fact]
    public async Task The_ten_excellent_wards_of_2023_are_named()
    {
        var rows = Tables.Rows(await app.Visitor().OpenAsync("/editions/2023?group=wards"));
        rows.Count.ShouldBe(10);
        rows.ShouldAllBe(row => row.TextContent.Contains("Xuất sắc", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_tier_of_2023_keeps_the_name_it_was_printed_with() =>
        (await app.Visitor().OpenAsync("/editions/2023?group=departments"))
            .QuerySelector(".tier-strip").ShouldNotBeNull().TextContent.ShouldContain("Trung bình khá");

    [Theory]
    [InlineData(2017)]
    [InlineData(2018)]
    [InlineData(2019)]
    public async Task Thanh_Khe_led_the_districts(int year) =>
        Tables.Rows(await app.Visitor().OpenAsync($"/editions/{year}")).ShouldHaveSingleItem().TextContent.ShouldContain("Thanh Khê");

    [Fact]
    public async Task Results_from_print_are_marked_and_their_gaps_are_dashes()
    {
        var page = await app.Visitor().OpenAsync("/editions/2023?group=departments");
        page.QuerySelector(".edition-state").ShouldNotBeNull().TextContent.ShouldContain("báo chí");
        Tables.Rows(page).Single(row => row.GetAttribute("data-name") == "Sở Du lịch")
            .QuerySelector(".standings-points").ShouldNotBeNull().TextContent.ShouldBe("–");
    }
}
