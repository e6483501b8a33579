using System.Net;
using AngleSharp.Dom;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Ranking;

public sealed class EditionPageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_address_of_the_tenant_shows_the_latest_published_edition()
    {
        var page = await app.Visitor().OpenAsync("/");
        page.QuerySelector("h1").ShouldNotBeNull().TextContent.ShouldContain("2024");
        Rows(page).Count.ShouldBe(24);
        Rows(page)[0].TextContent.ShouldContain("98,06");
        page.QuerySelector(".tier-sentence").ShouldNotBeNull().TextContent.ShouldContain(
            "6\u00A0xuất sắc, 7\u00A0tốt, 10\u00A0khá và 1\u00A0trung bình");
    }

    [Fact]
    public async Task In_English_numbers_and_names_are_English()
    {
        var page = await app.Visitor(language: "en").OpenAsync("/editions/2024?group=districts");
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        Rows(page)[0].TextContent.ShouldContain("97.23");
        page.QuerySelector(".tier-sentence").ShouldNotBeNull().TextContent.ShouldContain("3\u00A0excellent, 2\u00A0good and 2\u00A0fair");
    }

    [Theory]
    [InlineData("q=hoa+vang", "Hòa Vang")]
    [InlineData("q=HOÀ+vang", "Hòa Vang")]
    [InlineData("q=thanh+kh%C3%AA", "Thanh Khê")]
    public async Task Search_finds_names_without_their_marks(string query, string name)
    {
        var rows = Rows(await app.Visitor().OpenAsync($"/editions/2024?group=districts&{query}"));
        rows.Count.ShouldBe(1);
        rows[0].TextContent.ShouldContain(name);
    }

    [Fact]
    public async Task Filters_by_tier_and_district_narrow_the_table()
    {
        Rows(await app.Visitor().OpenAsync("/editions/2024?group=wards&tier=1")).Count.ShouldBe(25);
        var page = await app.Visitor().OpenAsync("/editions/2024?group=wards");
        var district = page.QuerySelectorAll("#filter-parent option")
            .First(option => option.TextContent.Contains("Thanh Khê", StringComparison.Ordinal)).GetAttribute("value").ShouldNotBeNull();
        district.ShouldBe("q-thanh-khe");
        Rows(await app.Visitor().OpenAsync($"/editions/2024?group=wards&tier=1&parent={district}")).Count.ShouldBe(8);
    }

    [Fact]
    public async Task The_leaders_of_all_groups_stand_above_whichever_table_is_shown() =>
        (await app.Visitor().OpenAsync("/editions/2024?group=wards")).QuerySelectorAll(".leaders li a")
            .Select(link => link.GetAttribute("href")?.Split('/')[^1]).ShouldContain("p-hoa-thuan-tay");

    [Theory]
    [InlineData("/editions/2024/find?q=hoa+vang", "q-hoa-vang")]
    [InlineData("/editions/2024/find?q=so-yt", "so-yt")]
    [InlineData("/editions/2024/find?q=DEPARTMENT+of+health", "so-yt")]
    public async Task An_agency_is_found_in_all_groups_by_name_or_code(string path, string code) =>
        (await app.Visitor().OpenAsync(path)).QuerySelectorAll(".found th a")
            .Select(link => link.GetAttribute("href")?.Split('/')[^1]).ShouldContain(code);

    [Fact]
    public async Task Nothing_is_found_where_nothing_is_asked_and_no_year_without_results_is_searched()
    {
        (await app.Visitor().OpenAsync("/editions/2024/find")).QuerySelectorAll(".found").ShouldBeEmpty();
        (await app.Visitor().GetAsync("/editions/2025/find?q=a")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Sorting_by_name_follows_the_Vietnamese_alphabet()
    {
        var names = Rows(await app.Visitor().OpenAsync("/editions/2024?group=wards&sort=agency"))
            .Select(row => row.GetAttribute("data-name") ?? "").ToList();
        names.ShouldBe(names.Order(VietnameseOrder.Names));
    }

    [Fact]
    public async Task Changes_of_rank_are_shown_where_the_edition_before_printed_them()
    {
        var rows = Rows(await app.Visitor().OpenAsync("/editions/2024?group=departments"));
        rows.Single(row => row.GetAttribute("data-name") == "Sở Thông tin và Truyền thông")
            .QuerySelector(".change").ShouldNotBeNull().ClassList.ShouldContain("change-same");
        rows.Count(row => row.QuerySelector(".change-none") is not null).ShouldBeGreaterThan(0);
    }

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
        var rows = Rows(await app.Visitor().OpenAsync("/editions/2024?group=departments"));
        rows.Select(row => row.QuerySelector(".standings-total .illustrative")?.TextContent.Trim()).ShouldBe(
            ["báo chí", .. Enumerable.Repeat("minh họa", 23)]);
    }

    [Fact]
    public async Task The_ten_excellent_wards_of_2023_are_named()
    {
        var rows = Rows(await app.Visitor().OpenAsync("/editions/2023?group=wards"));
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
        Rows(await app.Visitor().OpenAsync($"/editions/{year}")).ShouldHaveSingleItem().TextContent.ShouldContain("Thanh Khê");

    [Fact]
    public async Task An_open_edition_tells_its_stage_and_shows_no_points()
    {
        var page = await app.Visitor().OpenAsync("/editions/2025");
        page.QuerySelector(".edition-open").ShouldNotBeNull().TextContent.ShouldContain("Tự đánh giá, nhập số liệu");
        page.QuerySelector(".standings").ShouldBeNull();
    }

    [Fact]
    public async Task The_second_tenant_has_its_own_published_table_and_its_own_open_edition()
    {
        var published = await app.Visitor("khanh-hoa").OpenAsync("/");
        published.QuerySelectorAll("#standings tr[data-row]").Length.ShouldBe(6);
        published.QuerySelector("main").ShouldNotBeNull().TextContent.ShouldContain("minh họa");
        var page = await app.Visitor("khanh-hoa").OpenAsync("/editions/2024");
        page.QuerySelector(".edition-open").ShouldNotBeNull();
        (page.Body?.TextContent).ShouldNotBeNull().ShouldNotContain("Hải Châu");
    }

    [Fact]
    public async Task Results_from_print_are_marked_and_their_gaps_are_dashes()
    {
        var page = await app.Visitor().OpenAsync("/editions/2023?group=departments");
        page.QuerySelector(".edition-state").ShouldNotBeNull().TextContent.ShouldContain("báo chí");
        Rows(page).Single(row => row.GetAttribute("data-name") == "Sở Du lịch")
            .QuerySelector(".standings-points").ShouldNotBeNull().TextContent.ShouldBe("–");
    }

    [Theory]
    [InlineData("/editions/1999")]
    [InlineData("/editions/2024?group=schools")]
    [InlineData("/editions/2024?version=9")]
    [InlineData("/editions/2024/methodology?group=schools")]
    public async Task What_is_not_there_is_not_found(string address) =>
        (await app.Visitor().GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("khanh-hoa", 2023, "departments", "Department of Health")]
    [InlineData("khanh-hoa", 2023, "districts", "Dien Khanh District")]
    [InlineData("da-nang", 2024, "departments", "Department of Health")]
    [InlineData("da-nang", 2024, "districts", "Hoa Vang District")]
    public async Task An_agency_is_called_in_English_what_it_is_without_the_words_of_all_committees(
        string tenant, int year, string group, string name)
    {
        var page = await app.Visitor(tenant, "en").OpenAsync($"/editions/{year}?group={group}");
        page.QuerySelectorAll("tbody a").Select(link => link.TextContent.Trim()).ShouldContain(name);
    }

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

    private static List<IElement> Rows(IParentNode page) => [.. page.QuerySelectorAll("tr[data-row]")];
}
