using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Notices;
using DaNangDxIndex.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Homes;

/// <summary>The first page says what awaits somebody in each role, or that nothing does and when it will.</summary>
public sealed class HomeTests(TestApp app) : IClassFixture<TestApp>
{
    private const int Most = 10;

    [Theory]
    [InlineData(Role.Assessor)]
    [InlineData(Role.Approver)]
    public async Task What_waits_for_approval_past_the_deadline_is_told_to_both_and_on_every_page_of_it(Role role)
    {
        var edition = await RunningEdition.AddAsync(
            app, EditionStage.Open, AssessmentState.Entering, closesAt: DateTimeOffset.UtcNow.AddDays(-1));
        await TestApp.AskAsync<int>(
            app.Superuser,
            $"UPDATE assessment SET state = 'awaitingApproval' WHERE year = {edition.Year} AND agency = '{RunningEdition.Agency}'");

        var (work, form) = (await DutyAsync(role, edition.Year), $"/assessments/{edition.Year}/{RunningEdition.Agency}");
        work.TextContent.ShouldContain("chưa nộp và không còn nhập được");
        foreach (var path in new[] { form, $"{form}/check" })
        {
            var banner = (await (await app.SignedInAsync(role)).OpenAsync(path)).QuerySelector(".banner").ShouldNotBeNull(path).TextContent;
            banner.ShouldContain("Đã hết hạn nhập số liệu");
            banner.ShouldNotContain("chưa nộp.");
        }
    }

    [Fact]
    public async Task A_request_to_reopen_waits_for_the_lead_and_the_reopened_criterion_is_told_to_the_agency()
    {
        var edition = await Signing.AskedToReopenAsync(app);
        (await app.InDatabaseAsync("da-nang", db => db.Set<Notice>().CountAsync(notice =>
            notice.Key.StartsWith($"reopening-asked/{edition.Year}/{RunningEdition.Agency}/")))).ShouldBeGreaterThan(0);
        var lead = await Appraiser.OfAsync(app, edition);
        (await lead.OpenWorkAsync()).QuerySelectorAll(".duty h2").Select(heading => heading.TextContent)
            .ShouldContain($"Xem xét đề nghị mở lại tiêu chí: 1 hồ sơ năm {edition.Year}");

        using var opened = await lead.ReopenAsync("Xem lại theo đề nghị");

        opened.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var duty = await DutyAsync(Role.Assessor, edition.Year);
        duty.QuerySelector("h2").ShouldNotBeNull().TextContent.ShouldContain("đang được thẩm định lại");
        duty.QuerySelectorAll("a[href$='/result']").ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(EditionStage.Open, AssessmentState.Entering, Role.Assessor, "đã nhập đủ số liệu", "/check")]
    [InlineData(EditionStage.Open, AssessmentState.Entering, Role.Approver, "Cán bộ đang nhập số liệu", null)]
    [InlineData(EditionStage.Open, AssessmentState.Submitted, Role.Assessor, "đã nộp, đang chờ kết quả thẩm định", null)]
    [InlineData(EditionStage.Appraisal, AssessmentState.Submitted, Role.Appraiser, "Thẩm định", "/appraisal/")]
    [InlineData(EditionStage.Open, AssessmentState.Entering, Role.Office, "Theo dõi các cơ quan nhập số liệu", "/progress")]
    [InlineData(EditionStage.Appraisal, AssessmentState.Final, Role.Office, "mọi hồ sơ đã kết thúc thẩm định", "/progress")]
    [InlineData(EditionStage.Appraisal, AssessmentState.Final, Role.Signatory, "chưa đến bước ký công bố", null)]
    [InlineData(EditionStage.Final, AssessmentState.Final, Role.Signatory, "Ký công bố kết quả năm", "/publish")]
    public async Task Each_stage_gives_each_role_its_work_and_one_button(
        EditionStage stage, AssessmentState state, Role role, string work, string? button)
    {
        var edition = await RunningEdition.AddAsync(app, stage, state, state);
        var duty = await DutyAsync(role, edition.Year);
        duty.QuerySelector("h2").ShouldNotBeNull().TextContent.ShouldContain(work);
        var buttons = duty.QuerySelectorAll(".govuk-button");
        if (button is null)
        {
            buttons.ShouldBeEmpty();
            duty.QuerySelector("dl").ShouldNotBeNull().TextContent.ShouldContain("Khi nào có việc");
        }
        else
        {
            buttons.ShouldHaveSingleItem().GetAttribute("href").ShouldNotBeNull().ShouldContain(button);
            duty.QuerySelector("dl").ShouldNotBeNull().TextContent.ShouldContain("Sau đó");
        }
    }

    [Fact]
    public async Task What_waits_for_an_appraiser_is_the_same_number_here_and_in_the_list()
    {
        var edition = await RunningEdition.AddAsync(app);
        var duty = await DutyAsync(Role.Appraiser, edition.Year);
        var list = await (await app.SignedInAsync(Role.Appraiser)).OpenAsync($"/appraisal/{edition.Year}");
        var waiting = list.QuerySelectorAll("tbody tr")
            .Select(row => row.Children[^1].TextContent.Trim()).Where(text => text != "–").Sum(int.Parse);
        duty.QuerySelector("h2").ShouldNotBeNull().TextContent.ShouldContain($"Thẩm định {waiting} tiêu chí");
    }

    [Fact]
    public async Task The_office_is_told_who_is_late_and_led_to_them()
    {
        var edition = await RunningEdition.AddAsync(
            app, EditionStage.Open, AssessmentState.Submitted, AssessmentState.Entering, closesAt: DateTimeOffset.UtcNow.AddDays(-1));
        var duty = await DutyAsync(Role.Office, edition.Year);
        duty.QuerySelector("h2").ShouldNotBeNull().TextContent.ShouldContain("2 cơ quan chưa nộp");
        duty.QuerySelector(".govuk-button").ShouldNotBeNull().GetAttribute("href").ShouldNotBeNull().ShouldEndWith("/not-submitted");
    }

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.AgencyAdministrator)]
    [InlineData(Role.Auditor)]
    public async Task Every_role_finds_a_word_on_its_first_page(Role role)
    {
        var page = await (await app.SignedInAsync(role)).OpenAsync("/work");
        page.QuerySelectorAll(".duty .duty-role").ShouldHaveSingleItem().TextContent.ShouldBe(role.InWords().Vi);
    }

    [Theory]
    [InlineData("/work", 200)]
    [InlineData("/audit", 200)]
    [InlineData("/accounts", 403)]
    [InlineData("/agencies", 403)]
    public async Task An_auditor_is_promised_no_more_than_what_opens(string path, int status)
    {
        var auditor = await app.SignedInAsync(Role.Auditor);
        ((int)(await auditor.GetAsync(path)).StatusCode).ShouldBe(status);
        (await auditor.OpenAsync("/work")).QuerySelector(".duty h2").ShouldNotBeNull().TextContent
            .ShouldBe("Bạn đọc được toàn bộ nhật ký hệ thống và không thay đổi gì");
    }

    [Theory]
    [InlineData("vi", "Thẩm định 1.120 tiêu chí của 38 hồ sơ năm 2025")]
    [InlineData("en", "Decide 1,120 criteria of 38 assessments of 2025")]
    public void More_than_a_thousand_is_written_as_in_the_list_of_assessments(string language, string written)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            app.Services.GetRequiredService<IStringLocalizer<HomeTexts>>()["Appraisal.Decide", 1120, 38, 2025].Value.ShouldBe(written);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    [Theory]
    [InlineData(Role.Assessor)]
    [InlineData(Role.Office)]
    [InlineData(Role.Signatory)]
    [InlineData(Role.Administrator)]
    public async Task A_first_page_asks_the_database_at_most_ten_times(Role role)
    {
        var visitor = await app.SignedInAsync(role, "khanh-hoa");
        await visitor.OpenAsync("/work");
        (await Queries.CountAsync(app, () => visitor.OpenAsync("/work"))).ShouldBeInRange(1, Most);
    }

    private async Task<IElement> DutyAsync(Role role, int year) =>
        (await (await app.SignedInAsync(role)).OpenAsync("/work")).QuerySelectorAll(".duty")
            .Single(duty => duty.QuerySelector("h2").ShouldNotBeNull().TextContent.Contains($"{year}", StringComparison.Ordinal));
}
