using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>Accepting what remains, closing, and returning.</summary>
public sealed class RoundTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Accepting_the_rest_leaves_other_fields_to_others()
    {
        var edition = await RunningEdition.AddAsync(app);
        using var answer = await (await Appraiser.OfAsync(app, edition, Role.Appraiser)).AcceptRemainingAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await edition.VerdictsAsync()).Select(verdict => verdict.Criterion).ShouldBe(["A.1", "B.1", "B.2", "P.1"]);
        (await edition.FigureAsync("files-online")).ShouldNotBeNull().Accepted.ShouldBe("50");
        (await edition.FigureAsync("coverage")).ShouldNotBeNull().AcceptedAt.ShouldBeNull();
        (await edition.TrailAsync()).ShouldHaveSingleItem().Verb.ShouldBe("verdict.accept-remaining");
    }

    [Fact]
    public async Task Accepting_the_rest_leaves_open_requests_and_stale_verdicts_alone_and_says_how_many()
    {
        var edition = await RunningEdition.AddAsync(app);
        await edition.AskNotApplicableAsync("B.1", "Đơn vị không ban hành kế hoạch riêng");
        var lead = await Appraiser.OfAsync(app, edition);
        using var decided = await lead.DecideAsync("A.1", VerdictDecision.Accept);
        using var corrected = await lead.CorrectAsync("files-online", 1, "45", "Theo hệ thống");

        using var answer = await lead.AcceptRemainingAsync();

        var verdicts = await edition.VerdictsAsync();
        verdicts.Select(verdict => (verdict.Criterion, verdict.Stale)).ShouldBe(
            [("A.1", true), ("A.2", false), ("B.2", false), ("P.1", false)]);
        (await (await app.SignedInAsync(Role.LeadAppraiser)).OpenAsync(answer.Headers.Location.ShouldNotBeNull().ToString()))
            .Body.ShouldNotBeNull()
            .TextContent.ShouldContain(
                "Còn lại cần xem riêng: 1 đề nghị không áp dụng, 1 số liệu đã thay đổi sau khi thẩm định.");
    }

    [Fact]
    public async Task With_one_round_closing_makes_the_result_final()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        using var accepted = await lead.AcceptRemainingAsync();
        using var closed = await lead.CloseAsync();

        closed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Final);
        var told = (await edition.TrailAsync())[^1];
        (told.Verb, told.Before).ShouldBe(("assessment.close-round", """{"state": "submitted"}"""));
        told.After.ShouldNotBeNull().ShouldMatch("""^\{"state": "final", "digest": "[0-9a-f]{64}"\}$""");
        (await lead.DecideLateAsync("A.1", 1, VerdictDecision.Accept)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task What_was_decided_after_the_page_was_opened_is_not_closed_unseen()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        using var accepted = await lead.AcceptRemainingAsync();
        var visitor = await app.SignedInAsync(Role.LeadAppraiser);
        var seen = await SeenAsync();
        using var decided = await lead.DecideAsync("B.1", VerdictDecision.Points, "1", ReasonCode.EvidenceMissing, "Thiếu văn bản");

        (await RefusalAsync(await visitor.PostAsync($"{edition.Round}?handler=Close", new() { ["seen"] = seen })))
            .ShouldContain("Kết quả thẩm định đã thay đổi sau khi mở trang");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Submitted);
        using var closed = await visitor.PostAsync($"{edition.Round}?handler=Close", new() { ["seen"] = await SeenAsync() });

        closed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.OpenAsync(edition.Round)).GetElementById("changed-since-closed").ShouldBeNull();

        async Task<string> SeenAsync() => (await visitor.OpenAsync(edition.Round)).QuerySelector("input[name=seen]").ShouldNotBeNull()
            .GetAttribute("value").ShouldNotBeNull();
    }

    [Fact]
    public async Task Only_the_lead_closes_and_returns()
    {
        var edition = await RunningEdition.AddAsync(app);
        using var accepted = await (await Appraiser.OfAsync(app, edition)).AcceptRemainingAsync();
        var appraiser = await Appraiser.OfAsync(app, edition, Role.Appraiser);

        (await RefusalAsync(await appraiser.CloseAsync())).ShouldContain("Bạn không có quyền thực hiện thao tác này");
        (await RefusalAsync(await appraiser.ReturnAsync("A.1", "Thiếu số liệu"))).ShouldContain(
            "Bạn không có quyền thực hiện thao tác này");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Submitted);
    }

    [Fact]
    public async Task A_blank_penalty_figure_keeps_the_round_open()
    {
        var edition = await RunningEdition.AddAsync(app, lateReports: null);
        var lead = await Appraiser.OfAsync(app, edition);
        using var accepted = await lead.AcceptRemainingAsync();

        (await RefusalAsync(await lead.CloseAsync())).ShouldContain("số liệu điểm trừ còn trống (late-reports)");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Submitted);
    }

    [Fact]
    public async Task A_return_names_a_criterion_or_changes_nothing()
    {
        var edition = await RunningEdition.AddAsync(app);
        (await RefusalAsync(await (await Appraiser.OfAsync(app, edition)).ReturnAsync("A.1", " "))).ShouldContain(
            "Nêu ít nhất một tiêu chí cần bổ sung");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Submitted);
    }

    [Theory]
    [InlineData("", "Nhập ngày theo dạng ngày/tháng/năm")]
    [InlineData("01/01/2020", "Ngày đã qua. Chọn một ngày trong tương lai.")]
    public async Task A_return_needs_a_last_day_to_come_and_keeps_what_was_typed(string day, string why)
    {
        var edition = await RunningEdition.AddAsync(app);
        using var answer = await (await Appraiser.OfAsync(app, edition)).ReturnAsync("A.1", "thiếu quý IV", day);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.Body.ShouldNotBeNull().TextContent.ShouldContain(why);
        page.QuerySelector("[name='Criteria[A.1]']").ShouldNotBeNull().TextContent.Trim().ShouldBe("thiếu quý IV");
        page.QuerySelector("#lastDay").ShouldNotBeNull().GetAttribute("value").ShouldBe(day);
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Submitted);
    }

    [Fact]
    public async Task The_page_offers_a_last_day_and_the_agency_reads_what_was_chosen()
    {
        var edition = await RunningEdition.AddAsync(app, closesAt: DateTimeOffset.UtcNow.AddDays(-1));
        var lead = await app.SignedInAsync(Role.LeadAppraiser);
        var offered = (await lead.OpenAsync(edition.Round)).QuerySelector("#lastDay")
            .ShouldNotBeNull().GetAttribute("value").ShouldNotBeNull();
        offered.ShouldBe(VietNamTime.Day(VietNamTime.DayOf(DateTimeOffset.UtcNow).AddDays(Assessment.DaysToComplete), "vi"));

        using var answer = await (await Appraiser.OfAsync(app, edition)).ReturnAsync("A.1", "thiếu quý IV", offered);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var form = (await (await app.SignedInAsync(Role.Assessor)).OpenAsync($"/assessments/{edition.Year}/{RunningEdition.Agency}"))
            .Body.ShouldNotBeNull().TextContent;
        form.ShouldContain($"23:59 ngày {offered}");
        form.ShouldContain("Tiêu chí cần chỉnh sửa, bổ sung (1)");
        form.ShouldContain("thiếu quý IV");
        (await edition.TrailAsync())[^1].After.ShouldNotBeNull().ShouldContain("completesBy");
    }

    [Fact]
    public async Task A_returned_assessment_is_not_entered_or_submitted_after_its_last_day()
    {
        var edition = await RunningEdition.AddAsync(app, closesAt: DateTimeOffset.UtcNow.AddDays(-30));
        using var returned = await (await Appraiser.OfAsync(app, edition)).ReturnAsync("A.1", "thiếu quý IV");
        var assessor = await app.SignedInAsync(Role.Assessor);
        var form = $"/assessments/{edition.Year}/{RunningEdition.Agency}/components/A";
        (await assessor.OpenAsync(form)).QuerySelectorAll("main input[type=text]").ShouldNotBeEmpty();

        await TestApp.AskAsync<int>(
            app.Superuser,
            $"UPDATE assessment SET completes_by = now() - interval '1 second' WHERE year = {edition.Year} AND completes_by IS NOT NULL");

        (await assessor.OpenAsync(form)).QuerySelectorAll("main input[type=text]").ShouldBeEmpty();
        using var saved = await assessor.PostAsync(form, new() { ["Figures[files-online]"] = "60", ["Versions[files-online]"] = "1" });
        (await saved.Content.ReadAsStringAsync()).ShouldContain("Đã hết hạn nhập số liệu");
        (await edition.FigureAsync("files-online")).ShouldNotBeNull().Declared.ShouldBe("50");
    }

    [Fact]
    public async Task Both_sides_see_which_of_the_criteria_that_were_returned_have_been_answered()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await app.SignedInAsync(Role.LeadAppraiser);
        using var returned = await lead.PostAsync($"{edition.Round}?handler=Return", new()
        {
            ["Criteria[A.1]"] = "Thiếu quý IV", ["Criteria[B.1]"] = "Nêu rõ văn bản", ["lastDay"] = "31/12/2099",
        });
        returned.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var own = $"/assessments/{edition.Year}/{RunningEdition.Agency}";
        var approver = await app.SignedInAsync(Role.Approver);
        var grid = await approver.OpenAsync($"{own}/components/A?show=returned");
        grid.QuerySelectorAll("[data-criterion]").ShouldHaveSingleItem().GetAttribute("data-criterion").ShouldBe("A.1");
        grid.QuerySelector(".to-mend").ShouldNotBeNull().TextContent.ShouldContain("Thiếu quý IV");
        await approver.SendFormAsync($"{own}/components/A", new() { ["Figures[files-online]"] = "60" }, "main form");
        var check = (await approver.OpenAsync($"{own}/check")).GetElementById("given-back-Returned").ShouldNotBeNull();
        check.TextContent.ShouldContain("Đã chỉnh sửa 1/2 tiêu chí.");
        using var submitted = await approver.SendFormAsync($"{own}/check", new() { ["blanksSeen"] = "true" }, "form[action*=Submit]");
        submitted.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var round = (await lead.OpenAsync(edition.Round)).GetElementById("given-back").ShouldNotBeNull();
        round.QuerySelector("[data-given-back='A.1']").ShouldNotBeNull().TextContent.ShouldContain("Đã chỉnh sửa: số liệu.");
        round.QuerySelector("[data-given-back='B.1']").ShouldNotBeNull().TextContent.ShouldContain("Chưa có thay đổi nào.");
        (await lead.OpenAsync($"{edition.Bench}?criterion=A.1")).GetElementById("returned").ShouldNotBeNull().TextContent
            .ShouldContain("Đã chỉnh sửa: số liệu.");
        (await lead.OpenAsync($"{edition.Bench}?criterion=A.2")).GetElementById("returned").ShouldBeNull();
    }

    [Fact]
    public async Task What_became_final_is_shown_with_its_digest_and_is_stale_once_something_of_it_changes()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        using var accepted = await lead.AcceptRemainingAsync();
        using var closed = await lead.CloseAsync();
        var visitor = await app.SignedInAsync(Role.LeadAppraiser);
        var signed = (await visitor.OpenAsync(edition.Round)).GetElementById("signed-result").ShouldNotBeNull();
        signed.TextContent.ShouldContain("Kết quả thẩm định cuối cùng, xác nhận lúc");
        signed.TextContent.ShouldContain("Khớp với nội dung hiện tại.");
        var digest = signed.QuerySelector(".digest").ShouldNotBeNull().TextContent;
        (await edition.TrailAsync())[^1].After.ShouldNotBeNull().ShouldContain(digest);

        await app.InDatabaseAsync("da-nang", async db =>
        {
            var entry = await db.Set<FigureEntry>().AsTracking().SingleAsync(figureEntry =>
                figureEntry.Year == edition.Year && figureEntry.Agency == RunningEdition.Agency && figureEntry.Figure == "files-online");
            entry.Correct("40", ReasonCode.Other, "Sửa ngoài quy trình", entry.DeclaredBy.ShouldNotBeNull(), DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync();
        });

        var page = await visitor.OpenAsync(edition.Round);
        page.GetElementById("signed-result").ShouldNotBeNull().TextContent.ShouldContain("Nội dung hiện tại đã khác.");
        page.GetElementById("changed-since-closed").ShouldNotBeNull().TextContent.ShouldMatch(
            @"A\.1 .*30,00 → 24,00 điểm \(số liệu đã thay đổi\)");
        var own = await (await app.SignedInAsync(Role.Assessor)).OpenAsync($"/assessments/{edition.Year}/{RunningEdition.Agency}/result");
        own.GetElementById("signed-result").ShouldNotBeNull().TextContent.ShouldContain(digest);
    }

    private static async Task<string> RefusalAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.Title.ShouldNotBeNull().ShouldStartWith("Lỗi:");
        return page.QuerySelector(".govuk-error-summary, [role=alert]").ShouldNotBeNull().TextContent;
    }
}
