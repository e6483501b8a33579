using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

/// <summary>A verdict stands on the figures it read; when one of them changes it has to be given again.</summary>
public sealed class StaleVerdictsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_corrected_figure_makes_its_verdicts_stale_and_closing_names_them()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        using var accepted = await lead.AcceptRemainingAsync();
        using var corrected = await lead.CorrectAsync("files-online", 2, "45", "Theo hệ thống");

        (await edition.VerdictsAsync()).Where(verdict => verdict.Stale).Select(verdict => verdict.Criterion).ShouldBe(["A.1"]);
        (await RefusalAsync(await lead.CloseAsync())).ShouldContain("còn 1 tiêu chí chưa thẩm định (A.1)");

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
        using var back = await lead.AcceptAsync("files-online", 2);

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

        var verdict = (await edition.VerdictsAsync()).Single(verdict => verdict.Criterion == "A.1");
        (verdict.Points, verdict.Stale).ShouldBe((20m, true));
    }

    [Fact]
    public async Task A_returned_assessment_is_completed_and_submitted_again_and_what_changed_is_judged_again()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        using var accepted = await lead.AcceptRemainingAsync();
        using var returned = await lead.ReturnAsync("A.1", "bổ sung số hồ sơ trực tuyến");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Returned);

        var (path, approver) = ($"/assessments/{edition.Year}/{RunningEdition.Agency}", await app.SignedInAsync(Role.Approver));
        (await approver.OpenAsync(path)).Body.ShouldNotBeNull().TextContent.ShouldContain("bổ sung số hồ sơ trực tuyến");
        using var saved = await approver.SendFormAsync($"{path}/components/A", new() { ["Figures[files-online]"] = "60" }, "main form");
        using var submitted = await approver.SendFormAsync($"{path}/check", new() { ["blanksSeen"] = "true" }, "form[action*=Submit]");

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
