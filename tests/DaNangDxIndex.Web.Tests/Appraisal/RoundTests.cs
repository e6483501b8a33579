using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;

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
    public async Task With_one_round_closing_makes_the_result_final()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        using var accepted = await lead.AcceptRemainingAsync();
        using var closed = await lead.CloseAsync();

        closed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Final);
        var told = (await edition.TrailAsync())[^1];
        (told.Verb, told.Before, told.After).ShouldBe(("assessment.close-round", """{"state": "submitted"}""", """{"state": "final"}"""));
        (await lead.DecideLateAsync("A.1", 1, VerdictDecision.Accept)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Only_the_lead_closes_and_returns()
    {
        var edition = await RunningEdition.AddAsync(app);
        using var accepted = await (await Appraiser.OfAsync(app, edition)).AcceptRemainingAsync();
        var appraiser = await Appraiser.OfAsync(app, edition, Role.Appraiser);

        (await RefusalAsync(await appraiser.CloseAsync())).ShouldContain("Vai trò của bạn không được làm việc này");
        (await RefusalAsync(await appraiser.ReturnAsync("Thiếu số liệu"))).ShouldContain("Vai trò của bạn không được làm việc này");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Submitted);
    }

    [Fact]
    public async Task A_corrected_figure_makes_its_verdicts_stale_and_closing_names_them()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        using var accepted = await lead.AcceptRemainingAsync();
        using var corrected = await lead.CorrectAsync("files-online", 2, "45", "Theo hệ thống");

        (await edition.VerdictsAsync()).Where(verdict => verdict.Stale).Select(verdict => verdict.Criterion).ShouldBe(["A.1"]);
        (await RefusalAsync(await lead.CloseAsync())).ShouldContain("còn 1 tiêu chí chưa có kết quả thẩm định (A.1)");

        using var again = await lead.DecideAsync("A.1", VerdictDecision.Accept);
        using var closed = await lead.CloseAsync();
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Final);
    }

    [Fact]
    public async Task A_value_that_was_held_invalid_and_comes_back_makes_verdicts_stale_too()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        using var voided = await lead.CorrectAsync("files-online", 1, "", "Không có nguồn");
        using var accepted = await lead.AcceptRemainingAsync();
        using var back = await lead.CorrectAsync("files-online", 2, "50", "Đã có nguồn");

        (await edition.VerdictsAsync()).Where(verdict => verdict.Stale).Select(verdict => verdict.Criterion).ShouldBe(["A.1"]);
    }

    [Fact]
    public async Task Points_by_hand_that_went_stale_are_not_swept_away_with_the_rest()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        using var decided = await lead.DecideAsync("A.1", VerdictDecision.Points, "20", ReasonCode.EvidenceMissing, "Thiếu biểu 02");
        using var corrected = await lead.CorrectAsync("files-online", 1, "45", "Theo hệ thống");
        using var accepted = await lead.AcceptRemainingAsync();

        var verdict = (await edition.VerdictsAsync()).Single(one => one.Criterion == "A.1");
        (verdict.Points, verdict.Stale).ShouldBe((20m, true));
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
    public async Task A_return_needs_its_reason_and_keeps_nothing_else()
    {
        var edition = await RunningEdition.AddAsync(app);
        (await RefusalAsync(await (await Appraiser.OfAsync(app, edition)).ReturnAsync(" "))).ShouldContain("Nêu tiêu chí và lý do trả lại.");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Submitted);
    }

    [Fact]
    public async Task A_returned_assessment_is_completed_and_submitted_again_and_what_changed_is_judged_again()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        using var accepted = await lead.AcceptRemainingAsync();
        using var returned = await lead.ReturnAsync("A.1: bổ sung số hồ sơ trực tuyến");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Returned);

        var (path, approver) = ($"/assessments/{edition.Year}/{RunningEdition.Agency}", await app.SignedInAsync(Role.Approver));
        (await approver.OpenAsync(path)).Body.ShouldNotBeNull().TextContent.ShouldContain("A.1: bổ sung số hồ sơ trực tuyến");
        using var saved = await approver.SendFormAsync($"{path}/components/A", new() { ["Figures[files-online]"] = "60" }, "main form");
        using var submitted = await approver.SendFormAsync($"{path}/check", [], "form[action*=Submit]");

        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Submitted);
        (await edition.VerdictsAsync()).Where(verdict => verdict.Stale).Select(verdict => verdict.Criterion).ShouldBe(["A.1"]);
        (await edition.FigureAsync("files-online")).ShouldNotBeNull().AcceptedAt.ShouldBeNull();
    }

    private static async Task<string> RefusalAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.Title.ShouldNotBeNull().ShouldStartWith("Lỗi:");
        return page.QuerySelector(".govuk-error-summary, [role=alert]").ShouldNotBeNull().TextContent;
    }
}
