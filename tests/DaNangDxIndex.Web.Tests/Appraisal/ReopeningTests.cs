using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Tokens;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// One criterion of a final assessment is opened again: asked for by the office, opened and closed by the lead appraiser.
/// </summary>
public sealed class ReopeningTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Request = "Sở Nội vụ báo số liệu khảo sát đến muộn";
    private const string Reason = "Bổ sung mức độ hài lòng theo khảo sát";

    [Fact]
    public async Task A_finding_leads_the_office_to_the_criterion_and_the_lead_opens_decides_and_closes_it()
    {
        var edition = await AppraisedAsync();
        var office = await app.SignedInAsync(Role.Office);
        var link = (await office.OpenAsync(Signing.Findings(edition))).QuerySelector(
            $".finding a[href*='{RunningEdition.Agency}/reopening?criterion=B.2']")
                .ShouldNotBeNull().GetAttribute("href").ShouldNotBeNull();
        (await office.OpenAsync(link)).QuerySelector("#criterion option[selected]").ShouldNotBeNull().GetAttribute("value").ShouldBe("B.2");
        using var asked = await AskAsync(edition, "B.2");
        asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Final, "asking changes nothing");

        var lead = await Appraiser.OfAsync(app, edition);
        (await TextAsync(Role.LeadAppraiser, $"/appraisal/{edition.Year}")).ShouldContain("đề nghị mở lại tiêu chí B.2");
        (await TextAsync(Role.LeadAppraiser, edition.Bench)).ShouldContain(Request);
        using var opened = await lead.ReopenAsync(Reason);
        opened.Headers.Location.ShouldNotBeNull().ToString().ShouldEndWith("?criterion=B.2");
        (await TextAsync(Role.LeadAppraiser, edition.Round)).ShouldContain("Còn 1 tiêu chí chưa thẩm định.");
        (await TextAsync(Role.Signatory, $"/editions/{edition.Year}/preview")).ShouldContain("còn 1 hồ sơ có thể thay đổi");
        (await (await app.SignedInAsync(Role.Signatory)).OpenAsync(Signing.Findings(edition)))
            .QuerySelector(".findings-blocking").ShouldNotBeNull()
            .TextContent.ShouldContain("đang mở lại tiêu chí B.2");
        var heard = await TextAsync(Role.Assessor, Own(edition));
        heard.ShouldContain(Reason);
        heard.ShouldContain("Một tiêu chí đang được thẩm định lại.");

        using var corrected = await lead.CorrectAsync("satisfaction", 0, "80", "Phiếu khảo sát tháng 12");
        using var decided = await lead.DecideAsync("B.2", VerdictDecision.Accept);
        using var closed = await lead.CloseAsync();
        closed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Final);
        (await TextAsync(Role.Assessor, Own(edition))).ShouldContain("được thẩm định lại xong");
        (await edition.TrailAsync()).TakeLast(5).Select(entry => entry.Verb).ShouldBe(
            ["assessment.ask-to-reopen", "assessment.reopen", "figure.correct", "verdict.decide", "assessment.close-reopened"]);
    }

    [Fact]
    public async Task Programs_of_the_office_ask_and_withdraw_and_one_of_the_lead_opens()
    {
        var edition = await AppraisedAsync();
        var path = $"/da-nang/api/v1/editions/{edition.Year}/agencies/{RunningEdition.Agency}/reopening";
        var office = new AskingProgram(app, await AskingProgram.IssueAsync(app, Role.Office, TokenScope.Office, "mở lại"));
        var lead = new AskingProgram(app, await AskingProgram.IssueAsync(app, Role.LeadAppraiser, TokenScope.Appraise, "mở lại"));
        var asked = new { criterion = "B.2", reason = Request };
        await AnsweredAsync(office.GetAsync(path), HttpStatusCode.NotFound);
        await AnsweredAsync(lead.SendAsync(HttpMethod.Put, path, asked), HttpStatusCode.Forbidden);
        await AnsweredAsync(office.SendAsync(HttpMethod.Put, path, asked with { reason = "" }), HttpStatusCode.UnprocessableEntity);
        await AnsweredAsync(office.SendAsync(HttpMethod.Put, path, asked), HttpStatusCode.NoContent);
        await AnsweredAsync(office.SendAsync(HttpMethod.Put, path, asked), HttpStatusCode.Conflict);
        await AnsweredAsync(office.SendAsync(HttpMethod.Delete, path, null), HttpStatusCode.NoContent);
        await AnsweredAsync(lead.SendAsync(HttpMethod.Post, $"{path}/open", new { reason = Reason }), HttpStatusCode.Conflict);
        await AnsweredAsync(office.SendAsync(HttpMethod.Put, path, asked), HttpStatusCode.NoContent);
        await AnsweredAsync(lead.SendAsync(HttpMethod.Post, $"{path}/open", new { reason = Reason }), HttpStatusCode.NoContent);
        await AnsweredAsync(office.GetAsync(path), HttpStatusCode.OK);
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Reopened);
    }

    [Fact]
    public async Task Nothing_but_the_criterion_and_its_figures_is_appraised_again()
    {
        var edition = await ReopenedAsync("A.2");
        var lead = await Appraiser.OfAsync(app, edition);

        await RefusedAsync(await lead.DecideLateAsync("A.1", 0, VerdictDecision.Accept), "Hồ sơ chỉ được mở lại để thẩm định tiêu chí A.2");
        await RefusedAsync(
            await lead.CorrectAsync("files-online", 1, "45", "Theo hệ thống"), "Hồ sơ chỉ được mở lại để thẩm định tiêu chí A.2");
        (await lead.OpenAsync("A.1")).QuerySelector("form[action*=Verdict]").ShouldBeNull();
        (await lead.OpenAsync("A.2")).QuerySelector("form[action*=Verdict]").ShouldNotBeNull();
    }

    [Fact]
    public async Task It_is_not_closed_before_it_is_decided_again()
    {
        var edition = await ReopenedAsync("A.2");
        await RefusedAsync(await (await Appraiser.OfAsync(app, edition)).CloseAsync(), "còn 1 tiêu chí chưa thẩm định (A.2)");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Reopened);
    }

    [Fact]
    public async Task The_lead_opens_nothing_that_the_office_did_not_ask_for()
    {
        var edition = await FinalAsync();
        await RefusedAsync(
            await (await Appraiser.OfAsync(app, edition)).ReopenAsync(Reason),
            "Chưa có đề nghị mở lại tiêu chí nào của cơ quan thường trực");
    }

    [Fact]
    public async Task Opening_needs_a_reason()
    {
        var edition = await FinalAsync();
        using var asked = await AskAsync(edition, "A.2");
        await RefusedAsync(await (await Appraiser.OfAsync(app, edition)).ReopenAsync(" "), "Nhập lý do mở lại.");
    }

    [Fact]
    public async Task An_appraiser_who_is_not_the_lead_does_not_open()
    {
        var edition = await FinalAsync();
        using var asked = await AskAsync(edition, "A.2");
        await RefusedAsync(
            await (await Appraiser.OfAsync(app, edition, Role.Appraiser)).ReopenAsync(Reason), "Bạn không có quyền thực hiện thao tác này");
    }

    [Fact]
    public async Task The_office_asks_for_one_criterion_at_a_time_and_can_withdraw()
    {
        var edition = await FinalAsync();
        using var first = await AskAsync(edition, "A.2");
        var office = await app.SignedInAsync(Role.Office);
        using var second = await office.PostAsync($"{Asking(edition)}?handler=Ask", new() { ["criterion"] = "A.1", ["request"] = Request });
        await RefusedAsync(second, "Đã có đề nghị mở lại tiêu chí A.2 đang chờ");

        using var withdrawn = await office.SendFormAsync(Asking(edition), [], "form[action*=Withdraw]");
        withdrawn.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await RefusedAsync(await (await Appraiser.OfAsync(app, edition)).ReopenAsync(Reason), "Chưa có đề nghị mở lại");
        (await edition.TrailAsync())[^1].Verb.ShouldBe("assessment.withdraw-reopening");
    }

    [Theory]
    [InlineData("", Request, "Chọn tiêu chí cần mở lại.")]
    [InlineData("B.2", "", "Nhập lý do đề nghị.")]
    public async Task Asking_needs_criterion_and_reason_and_keeps_what_was_typed(string criterion, string request, string why)
    {
        var edition = await FinalAsync();
        using var answer = await AskAsync(edition, criterion, request);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.Body.ShouldNotBeNull().TextContent.ShouldContain(why);
        page.QuerySelector<IHtmlTextAreaElement>("#request").ShouldNotBeNull().Value.ShouldBe(request);
    }

    [Fact]
    public async Task Nobody_asks_for_the_own_agency()
    {
        var edition = await FinalAsync();
        using var answer = await (await app.SignedInAsync(Role.Office)).PostAsync(
            $"{edition.Progress}/{RunningEdition.OfOffice}/reopening?handler=Ask", new() { ["criterion"] = "A.1", ["request"] = Request });
        await RefusedAsync(answer, "hồ sơ của cơ quan mình");
    }

    [Fact]
    public async Task After_publication_nothing_is_reopened()
    {
        var edition = await Signing.PublishedAsync(app);
        using var answer = await (await app.SignedInAsync(Role.Office)).PostAsync(
            $"{Asking(edition)}?handler=Ask", new() { ["criterion"] = "A.1", ["request"] = Request });
        await RefusedAsync(answer, "Kỳ đánh giá đang ở giai đoạn “Đã công bố”");
    }

    private static async Task AnsweredAsync(Task<HttpResponseMessage> asked, HttpStatusCode status)
    {
        using var answer = await asked;
        answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync());
    }

    private Task<RunningEdition> FinalAsync() => Signing.FinalAsync(app);

    private async Task<RunningEdition> ReopenedAsync(string criterion)
    {
        var edition = await AppraisedAsync();
        using var asked = await AskAsync(edition, criterion);
        using var opened = await (await Appraiser.OfAsync(app, edition)).ReopenAsync(Reason);
        opened.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return edition;
    }

    /// <summary>Decided criterion by criterion, closed, and moved on to its last stage.</summary>
    private async Task<RunningEdition> AppraisedAsync()
    {
        var edition = await RunningEdition.AddAsync(app, others: AssessmentState.Final);
        var lead = await Appraiser.OfAsync(app, edition);
        using var accepted = await lead.AcceptRemainingAsync();
        using var closed = await lead.CloseAsync();
        using var moved = await (await app.SignedInAsync(Role.Office)).SendFormAsync(edition.Progress, [], "form[action*=MoveOn]");
        (await edition.EditionAsync()).Stage.ShouldBe(EditionStage.Final);
        return edition;
    }

    private async Task<HttpResponseMessage> AskAsync(RunningEdition edition, string criterion, string request = Request) =>
        await (await app.SignedInAsync(Role.Office)).SendFormAsync(
            Asking(edition), new() { ["criterion"] = criterion, ["request"] = request }, "form[action*=Ask]");

    private async Task<string> TextAsync(Role role, string path) =>
        (await (await app.SignedInAsync(role)).OpenAsync(path)).Body.ShouldNotBeNull().TextContent;

    private static string Asking(RunningEdition edition) => $"{edition.Progress}/{RunningEdition.Agency}/reopening";

    private static string Own(RunningEdition edition) => $"/assessments/{edition.Year}/{RunningEdition.Agency}/result";

    private static async Task RefusedAsync(HttpResponseMessage answer, string why)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(answer)).Body.ShouldNotBeNull().TextContent.ShouldContain(why);
    }
}
