using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Scoring;

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
        verdicts.Select(verdict => (verdict.Criterion, verdict.Stale)).ShouldBe([("A.1", true), ("A.2", false), ("B.2", false), ("P.1", false)]);
        (await (await app.SignedInAsync(Role.LeadAppraiser)).OpenAsync(answer.Headers.Location.ShouldNotBeNull().ToString())).Body.ShouldNotBeNull()
            .TextContent.ShouldContain("Còn lại cần xem riêng: 1 đề nghị không áp dụng chưa trả lời, 1 kết quả thẩm định có số liệu đã thay đổi");
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

        (await RefusalAsync(await appraiser.CloseAsync())).ShouldContain("Bạn không có quyền thực hiện thao tác này");
        (await RefusalAsync(await appraiser.ReturnAsync("Thiếu số liệu"))).ShouldContain("Bạn không có quyền thực hiện thao tác này");
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
    public async Task A_return_needs_its_reason_and_keeps_nothing_else()
    {
        var edition = await RunningEdition.AddAsync(app);
        (await RefusalAsync(await (await Appraiser.OfAsync(app, edition)).ReturnAsync(" "))).ShouldContain("Nhập tiêu chí cần bổ sung và lý do trả lại.");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Submitted);
    }

    private static async Task<string> RefusalAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.Title.ShouldNotBeNull().ShouldStartWith("Lỗi:");
        return page.QuerySelector(".govuk-error-summary, [role=alert]").ShouldNotBeNull().TextContent;
    }
}
