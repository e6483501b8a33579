using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Notices;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>An agency asks for a review of its published result; it is answered in writing, and feeds a correction.</summary>
public sealed class ReviewTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Ground = "Cổng dịch vụ công đếm thiếu 12 hồ sơ, xem công văn số 7.";

    [Fact]
    public async Task A_request_is_numbered_answered_once_and_leads_to_a_correction()
    {
        var edition = await Signing.PublishedAsync(app);
        var approver = await app.SignedInAsync(Role.Approver);
        (await approver.OpenAsync($"/assessments/{edition.Year}/{RunningEdition.Agency}/result"))
            .QuerySelector($"a[href$='{Own(edition)}']").ShouldNotBeNull();
        await RefusedAsync(await approver.SendFormAsync(Own(edition), new() { ["sentence"] = "ngắn" }, "main form"), "#sentence");
        using var filed = await approver.SendFormAsync(
            Own(edition), new() { ["sentence"] = Ground, ["criterion"] = "A.1" }, "main form");
        filed.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var office = await app.SignedInAsync(Role.Office);
        (await office.OpenAsync(All(edition))).Body.ShouldNotBeNull().TextContent.ShouldContain(Ground);
        await RefusedAsync(
            await office.SendFormAsync(All(edition), new() { ["Outcome"] = "", ["Answer"] = Ground }, "main form"), "#outcome-1");
        await RefusedAsync(
            await office.SendFormAsync(All(edition), new() { ["Outcome"] = "Upheld", ["Answer"] = "" }, "main form"), "#answer-1");
        var form = new Dictionary<string, string> { ["Number"] = "1", ["Outcome"] = "Upheld", ["Answer"] = "Đúng như cơ quan nêu." };
        (await office.PostAsync(All(edition), form)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await office.PostAsync(All(edition), form)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await approver.OpenAsync(Own(edition))).Body.ShouldNotBeNull().TextContent.ShouldContain("Đúng như cơ quan nêu.");
        (await NoticesAsync(NoticeKind.ReviewAsked, $"review/{edition.Year}/1")).ShouldBeGreaterThan(0);
        (await NoticesAsync(NoticeKind.ReviewAnswered, $"review-answered/{edition.Year}/1")).ShouldBeGreaterThan(0);
        var correct = $"/editions/{edition.Year}/correction";
        (await office.OpenAsync(All(edition))).QuerySelector($"a[href$='{correct}?review=1']").ShouldNotBeNull();
        (await office.SendFormAsync($"{correct}?review=1", new() { ["Cause"] = Ground, ["FoundBy"] = "Agency" }, Said))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.InDatabaseAsync("da-nang", db => db.Set<CorrectionDraft>().SingleAsync(draft => draft.Year == edition.Year)))
            .Review.ShouldBe(1);
    }

    [Fact]
    public async Task Requests_are_taken_for_some_days_only_and_by_the_approver()
    {
        var edition = await Signing.PublishedAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        using var byAssessor = await assessor.PostAsync(Own(edition), new() { ["sentence"] = Ground });
        await RefusedWithAsync(byAssessor, "do lãnh đạo duyệt của cơ quan gửi");

        await TestApp.AskAsync<int>(app.Superuser, $"UPDATE edition SET review_days = 0 WHERE year = {edition.Year}");
        var approver = await app.SignedInAsync(Role.Approver);
        (await approver.OpenAsync(Own(edition))).QuerySelector("main form").ShouldBeNull();
        await RefusedWithAsync(await approver.PostAsync(Own(edition), new() { ["sentence"] = Ground }), "không nhận đề nghị phúc tra");
    }

    [Fact]
    public async Task Another_agency_reads_and_files_nothing()
    {
        var edition = await Signing.PublishedAsync(app);
        var path = $"/assessments/{edition.Year}/{RunningEdition.Third}/review";
        var approver = await app.SignedInAsync(Role.Approver);
        (await approver.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await approver.PostAsync(path, new() { ["sentence"] = Ground })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_database_keeps_a_request_and_its_answer_as_they_were_written()
    {
        foreach (var change in new[] { "UPDATE review_request SET sentence = 'x'", "DELETE FROM review_request" })
            (await Should.ThrowAsync<PostgresException>(() => TestApp.AskAsync<object>(app.Application, change))).SqlState.ShouldBe(
                PostgresErrorCodes.InsufficientPrivilege);
    }

    private const string Said = "main form:not([action*=handler])";

    private static string Own(RunningEdition edition) => $"/assessments/{edition.Year}/{RunningEdition.Agency}/review";

    private static string All(RunningEdition edition) => $"/editions/{edition.Year}/reviews";

    private Task<int> NoticesAsync(NoticeKind kind, string key) => app.InDatabaseAsync("da-nang", db =>
        db.Set<Notice>().CountAsync(notice => notice.Kind == kind && notice.Key == key));

    private static async Task RefusedAsync(HttpResponseMessage answer, string field)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, field);
        (await Visitor.ReadAsync(answer)).QuerySelectorAll(".govuk-error-summary__list a")
            .Select(link => link.GetAttribute("href")).ShouldBe([field]);
    }

    private static async Task RefusedWithAsync(HttpResponseMessage answer, string sentence)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(answer)).Body.ShouldNotBeNull().TextContent.ShouldContain(sentence);
    }
}
