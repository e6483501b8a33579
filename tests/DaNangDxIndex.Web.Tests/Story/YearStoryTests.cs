using System.Globalization;
using System.Net;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Story;

/// <summary>The page of pictures over the demonstration's years.</summary>
public sealed class YearStoryTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Each_picture_has_its_table_and_the_agency_of_the_address_is_picked_out()
    {
        var page = await app.Visitor().OpenAsync("/editions/2024/story?group=departments&agency=so-yt");

        page.QuerySelectorAll(".story-part").Length.ShouldBe(5);
        page.QuerySelectorAll("#story-tiers ~ table tbody tr").Length.ShouldBeGreaterThan(1);
        page.QuerySelectorAll(".history-line.marked").Length.ShouldBe(1);
        page.QuerySelectorAll(".story-distribution .story-own").Length.ShouldBe(1);
        page.QuerySelectorAll(".story-distribution ~ details tbody td")
            .Sum(cell => int.Parse(cell.TextContent, CultureInfo.InvariantCulture)).ShouldBe(24);
        page.QuerySelectorAll(".story-own-dot").Length.ShouldBeGreaterThan(5);
        page.QuerySelector("#story-improved ~ p").ShouldNotBeNull().TextContent.ShouldStartWith("Không so sánh được");
    }

    [Fact]
    public async Task Without_an_agency_or_with_an_unknown_one_nothing_is_picked_out()
    {
        foreach (var agency in new[] { "", "nobody" })
        {
            var page = await app.Visitor().OpenAsync($"/editions/2024/story?group=departments&agency={agency}");
            page.QuerySelectorAll(".history-line.marked, .story-own, .story-own-dot").ShouldBeEmpty(agency);
        }
    }

    [Theory]
    [InlineData("/editions/2020/story")]
    [InlineData("/editions/2023/story?group=wards")]
    [InlineData("/editions/2024/story?group=wards&agency=p-hoa-thuan-tay")]
    public async Task Years_that_others_printed_and_groups_with_one_year_are_told_as_far_as_they_are_known(string path) =>
        (await app.Visitor().GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task Levels_stand_side_by_side_with_tiers_leaders_and_their_totals()
    {
        var page = await app.Visitor().OpenAsync("/editions/2024/levels");

        page.QuerySelectorAll(".level").Length.ShouldBe(4);
        page.QuerySelectorAll(".level-spread").Length.ShouldBe(4);
        page.QuerySelectorAll(".level-leader a").Select(link => link.TextContent)
            .ShouldContain("Sở Thông tin và Truyền thông");
        page.QuerySelectorAll(".districts tbody tr").Length.ShouldBe(7);
        // 25 wards and communes are excellent, by district as the press counted them.
        page.QuerySelectorAll(".districts tbody tr").Sum(row =>
            int.Parse(row.QuerySelectorAll("td")[3].TextContent, CultureInfo.InvariantCulture)).ShouldBe(25);
        page.QuerySelectorAll(".found tbody tr").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("parent=q-hai-chau", 14)]
    [InlineData("parent=q-hai-chau&tier=1", 5)]
    [InlineData("tier=1", 39)]
    [InlineData("parent=nowhere", 0)]
    public async Task District_and_tier_are_picked_by_the_address(string query, int agencies) =>
        (await app.Visitor().OpenAsync($"/editions/2024/levels?{query}")).QuerySelectorAll(".found tbody tr").Length.ShouldBe(agencies);

    [Theory]
    [InlineData("vi", "Danh sách theo xếp loại", "Chọn xếp loại để xem danh sách.")]
    [InlineData("en", "Agencies by tier", "Pick a tier to see its agencies.")]
    public async Task Where_there_are_no_districts_none_are_offered(string language, string heading, string hint)
    {
        var edition = await Signing.PublishedAsync(app);

        var page = await app.Visitor().OpenAsync($"/da-nang/{language}/editions/{edition.Year}/levels");

        page.GetElementById("listed").ShouldNotBeNull().TextContent.ShouldBe(heading);
        page.QuerySelector(".filter-count").ShouldNotBeNull().TextContent.Trim().ShouldBe(hint);
        page.GetElementById("parent").ShouldBeNull();
        (await app.Visitor().OpenAsync("/editions/2024/levels")).GetElementById("listed").ShouldNotBeNull().TextContent
            .ShouldBe("Danh sách theo quận, huyện và xếp loại");
    }

    [Fact]
    public async Task Levels_that_others_printed_are_told_as_far_as_they_are_known() =>
        (await app.Visitor().OpenAsync("/editions/2023/levels")).QuerySelectorAll(".level").Length.ShouldBe(4);

    [Theory]
    [InlineData("/editions/1999/levels")]
    [InlineData("/editions/2025/levels")]
    [InlineData("/editions/2024/levels?version=99")]
    [InlineData("/editions/1999/story")]
    [InlineData("/editions/2025/story")]
    [InlineData("/editions/2024/story?group=nobody")]
    [InlineData("/editions/2024/story?version=99")]
    public async Task What_has_no_table_has_no_story(string path) =>
        (await app.Visitor().GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
}
