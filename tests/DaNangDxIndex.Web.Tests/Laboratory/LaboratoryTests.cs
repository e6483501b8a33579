using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Laboratory;

/// <summary>The demo's criteria of 2025 on the published figures of 2024, and sets that are made from them.</summary>
public sealed class LaboratoryTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Group = "departments";
    private const string Page = $"/editions/2025/criteria/{Group}/laboratory";

    [Fact]
    public async Task The_office_sees_every_agency_before_and_after_with_pictures_and_tables()
    {
        var page = await (await app.SignedInAsync(Role.Office)).OpenAsync(Page);

        page.QuerySelectorAll("table.moves tbody tr").Length.ShouldBe(24);
        page.QuerySelector("table.moves tbody tr").ShouldNotBeNull().TextContent.ShouldContain("Sở Thông tin và Truyền thông");
        page.QuerySelector("svg[role=img]").ShouldNotBeNull().GetAttribute("aria-label").ShouldBe(
            "Thứ hạng năm 2024 và theo bộ chỉ số năm 2025");
        page.QuerySelectorAll("table.bars").Length.ShouldBe(2);
    }

    [Fact]
    public async Task The_office_alone_looks_at_a_running_edition_on_what_is_there_so_far()
    {
        var edition = await RunningEdition.AddAsync(app);
        var path = $"/editions/{edition.Year}/criteria/small/laboratory?figures=current";
        var page = await (await app.SignedInAsync(Role.Office)).OpenAsync(path);
        page.QuerySelector(".inset").ShouldNotBeNull()
            .TextContent.ShouldStartWith($"Tạm tính trên số liệu đã nhập, đã xác minh đến nay của 3 cơ quan trong năm {edition.Year}");
        page.QuerySelectorAll("table.bars").Length.ShouldBe(2);
        page.QuerySelector("table.moves").ShouldBeNull();

        var committee = await (await app.SignedInAsync(Role.Signatory)).OpenAsync(path);
        committee.QuerySelector("main").ShouldNotBeNull().TextContent.ShouldNotContain("Tạm tính");
        committee.QuerySelector("main a[href*='figures=current']").ShouldBeNull();
    }

    [Fact]
    public async Task The_committee_looks_on_and_nobody_else_does()
    {
        (await (await app.SignedInAsync(Role.Signatory)).GetAsync(Page)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await app.SignedInAsync(Role.Assessor)).GetAsync(Page)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.SignedInAsync(Role.Appraiser)).GetAsync(Page)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Visitor().GetAsync(Page)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_draft_that_asks_a_new_figure_names_it_and_leaves_its_criterion_out_or_blank()
    {
        var year = await AddDraftAsync(file => file
            .Replace("\"code\": \"meetings\"", "\"code\": \"gatherings\"", StringComparison.Ordinal)
            .Replace("\"meetings\"", "\"gatherings\"", StringComparison.Ordinal));
        var office = await app.SignedInAsync(Role.Office);
        var path = $"/editions/{year}/criteria/{Group}/laboratory";

        var leftOut = await office.OpenAsync(path);
        leftOut.QuerySelector(".missing").ShouldNotBeNull().TextContent.ShouldContain("(gatherings): tiêu chí 1.2");
        leftOut.QuerySelector("table.bars").ShouldNotBeNull().TextContent.ShouldNotContain("1.2 ");
        (await office.OpenAsync(path + "?lacking=blank")).QuerySelector("table.bars").ShouldNotBeNull().TextContent.ShouldContain("1.2 ");
    }

    [Fact]
    public async Task A_draft_that_lacks_something_is_not_tried()
    {
        var year = await AddDraftAsync(file => file.Replace("\"scale\": \"100\"", "\"scale\": \"90\"", StringComparison.Ordinal));
        var page = await (await app.SignedInAsync(Role.Office)).OpenAsync($"/editions/{year}/criteria/{Group}/laboratory");

        page.QuerySelector(".inset").ShouldNotBeNull().TextContent.ShouldStartWith("Bộ chỉ số còn 1 nội dung thiếu hoặc cần sửa");
        page.QuerySelector("table").ShouldBeNull();
    }

    [Fact]
    public async Task The_difference_to_the_year_before_is_told_criterion_by_criterion()
    {
        var year = await AddDraftAsync(file => file.Replace("\"code\": \"1.1\"", "\"code\": \"1.9\"", StringComparison.Ordinal));
        var page = await (await app.SignedInAsync(Role.Signatory)).OpenAsync($"/editions/{year}/criteria/{Group}/difference?with=2025");

        page.QuerySelector("main strong").ShouldNotBeNull().TextContent.ShouldBe("Thay đổi 1 tiêu chí; 36 tiêu chí giữ nguyên.");
        page.QuerySelector(".difference-aspects tbody tr")?.TextContent.Split(
            '\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ShouldBe(["Mã", "1.1", "1.9"]);
    }

    [Fact]
    public async Task A_group_that_is_not_there_is_not_found() =>
        (await (await app.SignedInAsync(Role.Office)).GetAsync("/editions/2025/criteria/nowhere/laboratory"))
            .StatusCode.ShouldBe(HttpStatusCode.NotFound);

    /// <summary>An edition in preparation with the criteria of 2025, changed.</summary>
    private Task<int> AddDraftAsync(Func<string, string> change) => app.InDatabaseAsync("da-nang", async db =>
    {
        var year = Math.Max(2030, await db.Set<Edition>().MaxAsync(edition => edition.Year)) + 1;
        var file = await db.Set<EditionGroup>().Where(group => group.Year == 2025 && group.Code == Group)
            .Select(group => group.CriteriaFile).SingleAsync();
        var canonical = CriteriaFile.Write(CriteriaFile.Read(file ?? "").Require());
        db.Add(new Edition(year, EditionStage.Drafting, 1, new(year, 12, 31)));
        db.Add(new EditionGroup(year, Group, 1, change(canonical)).Named(new("Sở, ban, ngành", "Departments")));
        await db.SaveChangesAsync();
        return year;
    });
}
