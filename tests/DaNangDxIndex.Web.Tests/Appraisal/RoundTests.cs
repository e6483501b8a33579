using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>Accepting what remains, and closing.</summary>
[Collection(RoundsApp.Name)]
public sealed class RoundTests(TestApp app)
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

        (await Appraiser.RefusalAsync(await visitor.PostAsync($"{edition.Round}?handler=Close", new() { ["seen"] = seen })))
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

        (await Appraiser.RefusalAsync(await appraiser.CloseAsync())).ShouldContain("Bạn không có quyền thực hiện thao tác này");
        (await Appraiser.RefusalAsync(await appraiser.ReturnAsync("A.1", "Thiếu số liệu"))).ShouldContain(
            "Bạn không có quyền thực hiện thao tác này");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Submitted);
    }

    [Fact]
    public async Task A_blank_penalty_figure_keeps_the_round_open()
    {
        var edition = await RunningEdition.AddAsync(app, lateReports: null);
        var lead = await Appraiser.OfAsync(app, edition);
        using var accepted = await lead.AcceptRemainingAsync();

        (await Appraiser.RefusalAsync(await lead.CloseAsync())).ShouldContain("số liệu điểm trừ còn trống (late-reports)");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Submitted);
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
            var entry = await db.Set<FigureEntry>().AsTracking().SingleAsync(entry =>
                entry.Year == edition.Year && entry.Agency == RunningEdition.Agency && entry.Figure == "files-online");
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
}
