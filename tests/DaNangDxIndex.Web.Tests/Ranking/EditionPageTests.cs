using System.Net;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Ranking;

[Collection(OnlyRead.Name)]
public sealed class EditionPageTests(TestApp app)
{
    [Fact]
    public async Task The_address_of_the_tenant_shows_the_latest_published_edition()
    {
        var page = await app.Visitor().OpenAsync("/");
        page.QuerySelector("h1").ShouldNotBeNull().TextContent.ShouldContain("2024");
        Tables.Rows(page).Count.ShouldBe(24);
        Tables.Rows(page)[0].TextContent.ShouldContain("98,06");
        page.QuerySelector(".tier-sentence").ShouldNotBeNull().TextContent.ShouldContain(
            "6\u00A0xuất sắc, 7\u00A0tốt, 10\u00A0khá và 1\u00A0trung bình");
    }

    [Fact]
    public async Task In_English_numbers_and_names_are_English()
    {
        var page = await app.Visitor(language: "en").OpenAsync("/editions/2024?group=districts");
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        Tables.Rows(page)[0].TextContent.ShouldContain("97.23");
        page.QuerySelector(".tier-sentence").ShouldNotBeNull().TextContent.ShouldContain("3\u00A0excellent, 2\u00A0good and 2\u00A0fair");
    }

    [Theory]
    [InlineData("q=hoa+vang", "Hòa Vang")]
    [InlineData("q=HOÀ+vang", "Hòa Vang")]
    [InlineData("q=thanh+kh%C3%AA", "Thanh Khê")]
    public async Task Search_finds_names_without_their_marks(string query, string name)
    {
        var rows = Tables.Rows(await app.Visitor().OpenAsync($"/editions/2024?group=districts&{query}"));
        rows.Count.ShouldBe(1);
        rows[0].TextContent.ShouldContain(name);
    }

    [Fact]
    public async Task Filters_by_tier_and_district_narrow_the_table()
    {
        Tables.Rows(await app.Visitor().OpenAsync("/editions/2024?group=wards&tier=1")).Count.ShouldBe(25);
        var page = await app.Visitor().OpenAsync("/editions/2024?group=wards");
        var district = page.QuerySelectorAll("#filter-parent option")
            .First(option => option.TextContent.Contains("Thanh Khê", StringComparison.Ordinal)).GetAttribute("value").ShouldNotBeNull();
        district.ShouldBe("q-thanh-khe");
        Tables.Rows(await app.Visitor().OpenAsync($"/editions/2024?group=wards&tier=1&parent={district}")).Count.ShouldBe(8);
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
        var names = Tables.Rows(await app.Visitor().OpenAsync("/editions/2024?group=wards&sort=agency"))
            .Select(row => row.GetAttribute("data-name") ?? "").ToList();
        names.ShouldBe(names.Order(VietnameseOrder.Names));
    }

    [Fact]
    public async Task Changes_of_rank_are_shown_where_the_edition_before_printed_them()
    {
        var rows = Tables.Rows(await app.Visitor().OpenAsync("/editions/2024?group=departments"));
        rows.Single(row => row.GetAttribute("data-name") == "Sở Thông tin và Truyền thông")
            .QuerySelector(".change").ShouldNotBeNull().ClassList.ShouldContain("change-same");
        rows.Count(row => row.QuerySelector(".change-none") is not null).ShouldBeGreaterThan(0);
    }

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
}
