using System.Net;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Notices;
using DaNangDxIndex.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions;

/// <summary>Recording everybody who did not submit: seen, confirmed, and only then done.</summary>
public sealed class NotSubmittedTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly DateTimeOffset Yesterday = DateTimeOffset.UtcNow.AddDays(-1);

    [Fact]
    public async Task An_agency_is_told_that_it_was_recorded_one_by_one_and_with_all_others()
    {
        var (alone, together) = (await OpenAsync(), await OpenAsync());
        var office = await app.SignedInAsync(Role.Office);
        using (var one = await office.PostAsync(
            $"{alone.Progress}/{RunningEdition.Agency}?handler=Record", new() { ["recordReason"] = "Quá hạn" }))
            one.Headers.Location.ShouldNotBeNull().ToString().ShouldEndWith("recorded=1");
        using var reviewed = await office.SendFormAsync(Path(together), new() { ["reason"] = "Quá hạn" }, "main form");
        using var all = await ConfirmAsync(office, together, await Visitor.ReadAsync(reviewed));

        all.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        foreach (var edition in new[] { alone, together })
            (await ToldAsync(edition)).ShouldContain(told => told.Contains("Hải Châu được ghi nhận không nộp hồ sơ năm")
                && told.EndsWith("Lý do: Quá hạn"));

        Task<List<string>> ToldAsync(RunningEdition edition) => app.InDatabaseAsync("da-nang", db => db.Set<Notice>()
            .Where(notice => notice.Key.StartsWith($"not-submitted/{edition.Year}/{RunningEdition.Agency}/"))
            .Select(notice => notice.Sentence.Vi).ToListAsync());
    }

    [Fact]
    public async Task It_shows_agency_by_agency_who_is_recorded_and_who_is_not_and_why()
    {
        var edition = await OpenAsync();
        await ExtendAsync(edition, RunningEdition.Agency);
        var page = await (await app.SignedInAsync(Role.Office)).OpenAsync(Path(edition));

        page.QuerySelectorAll("#recorded tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("Văn phòng");
        var passedOver = page.QuerySelectorAll("#passed-over tbody tr").Select(row => row.TextContent).ToList();
        passedOver.Count.ShouldBe(2);
        passedOver.ShouldContain(row => row.Contains("Hải Châu") && row.Contains("Được gia hạn đến 23:59 ngày 31/12/2099"));
        passedOver.ShouldContain(row => row.Contains("Cơ quan của bạn"));
        page.Body.ShouldNotBeNull().TextContent.ShouldContain("không được chấm điểm, không xếp hạng, không xếp loại");
        (await edition.TrailAsync()).Where(entry => entry.Verb == "assessment.record-not-submitted").ShouldBeEmpty();
    }

    [Fact]
    public async Task It_asks_once_more_and_then_records_those_that_were_shown_with_the_reason()
    {
        var edition = await OpenAsync(AssessmentState.Submitted);
        var office = await app.SignedInAsync(Role.Office);
        using var reviewed = await office.SendFormAsync(Path(edition), new() { ["reason"] = "Quá hạn, không nộp" }, "main form");
        var asked = await Visitor.ReadAsync(reviewed);
        asked.QuerySelector("h1").ShouldNotBeNull().TextContent.ShouldBe("Ghi nhận 1 cơ quan không nộp hồ sơ?");
        (await edition.AssessmentAsync(RunningEdition.Third)).State.ShouldBe(AssessmentState.Entering, "asking is not doing");

        using var recorded = await ConfirmAsync(office, edition, asked);

        recorded.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await office.OpenAsync(recorded.Headers.Location.ShouldNotBeNull().ToString())).Body.ShouldNotBeNull()
            .TextContent.ShouldContain("Đã ghi nhận 1 cơ quan không nộp hồ sơ");
        var third = await edition.AssessmentAsync(RunningEdition.Third);
        (third.State, third.Note).ShouldBe((AssessmentState.NotSubmitted, "Quá hạn, không nộp"));
        (await edition.AssessmentAsync(RunningEdition.OfOffice)).State.ShouldBe(AssessmentState.Entering);
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Submitted);
        var told = (await edition.TrailAsync()).ShouldHaveSingleItem();
        told.Subject.ShouldEndWith(RunningEdition.Third);
        told.After.ShouldNotBeNull().ShouldContain("Quá hạn, không nộp");
    }

    [Fact]
    public async Task What_changed_after_it_was_shown_is_shown_anew_and_nothing_is_recorded()
    {
        var edition = await OpenAsync();
        var office = await app.SignedInAsync(Role.Office);
        using var reviewed = await office.SendFormAsync(Path(edition), new() { ["reason"] = "Quá hạn" }, "main form");
        var asked = await Visitor.ReadAsync(reviewed);
        await ExtendAsync(edition, RunningEdition.Third);

        using var answer = await ConfirmAsync(office, edition, asked);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await Visitor.ReadAsync(answer);
        again.Body.ShouldNotBeNull().TextContent.ShouldContain("Danh sách đã thay đổi sau khi mở trang");
        again.GetElementById("reason").ShouldNotBeNull().TextContent.ShouldBe("Quá hạn");
        again.QuerySelectorAll("#recorded tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("Hải Châu");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Entering);
        (await edition.AssessmentAsync(RunningEdition.Third)).State.ShouldBe(AssessmentState.Entering);
    }

    [Fact]
    public async Task It_needs_a_reason()
    {
        var edition = await OpenAsync();
        using var answer = await (await app.SignedInAsync(Role.Office))
            .SendFormAsync(Path(edition), new() { ["reason"] = " " }, "main form");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.Title.ShouldNotBeNull().ShouldStartWith("Lỗi:");
        page.QuerySelector("form[action*=Record]").ShouldBeNull();
    }

    [Fact]
    public async Task Before_the_deadline_there_is_nobody_to_record_and_no_way_around_it()
    {
        var edition = await OpenAsync(closesAt: DateTimeOffset.UtcNow.AddDays(1));
        var office = await app.SignedInAsync(Role.Office);
        var page = await office.OpenAsync(Path(edition));
        page.QuerySelector("main form").ShouldBeNull();
        page.Body.ShouldNotBeNull().TextContent.ShouldContain("Hiện không có cơ quan nào cần ghi nhận.");

        var plan = NotSubmittedPlan.Of(
            await edition.EditionAsync(), [await edition.AssessmentAsync()],
            new(Guid.NewGuid(), "", new HashSet<Role> { Role.Office }, null), DateTimeOffset.UtcNow);
        using var forced = await office
            .PostAsync($"{Path(edition)}?handler=Record", new() { ["seen"] = plan.Digest, ["reason"] = "Không nộp" });
        forced.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Entering);
    }

    [Theory]
    [InlineData("leftOut", "0", HttpStatusCode.Redirect)]
    [InlineData("leftOut", null, HttpStatusCode.Redirect)]
    [InlineData("scored", "0", HttpStatusCode.Redirect)]
    [InlineData("scored", null, HttpStatusCode.UnprocessableEntity)]
    public async Task A_blank_penalty_figure_keeps_the_edition_from_being_final_where_those_who_did_not_submit_are_scored(
        string policy, string? lateReports, HttpStatusCode expected)
    {
        var edition = await RunningEdition.AddAsync(
            app, EditionStage.Appraisal, AssessmentState.NotSubmitted, AssessmentState.Final, lateReports, Yesterday, notSubmitted: policy);
        using var answer = await (await app.SignedInAsync(Role.Office))
            .PostAsync($"{edition.Progress}?handler=MoveOn", new() { ["from"] = "Appraisal" });

        answer.StatusCode.ShouldBe(expected);
        if (expected == HttpStatusCode.UnprocessableEntity)
            (await answer.Content.ReadAsStringAsync()).ShouldContain(RunningEdition.Agency);
    }

    [Theory]
    [InlineData("leftOut", EditionStage.Appraisal, HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    [InlineData("scored", EditionStage.Appraisal, HttpStatusCode.OK, HttpStatusCode.Redirect)]
    [InlineData("scored", EditionStage.Final, HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity)]
    public async Task It_is_appraised_only_where_it_is_scored_and_never_after_the_edition_is_final(
        string policy, EditionStage stage, HttpStatusCode shown, HttpStatusCode decided)
    {
        var edition = await RunningEdition.AddAsync(app, stage, AssessmentState.NotSubmitted, AssessmentState.Final, notSubmitted: policy);
        var lead = await Appraiser.OfAsync(app, edition);

        (await (await app.SignedInAsync(Role.LeadAppraiser)).GetAsync(edition.Bench)).StatusCode.ShouldBe(shown);
        (await lead.DecideLateAsync("A.1", 0, VerdictDecision.Accept)).StatusCode.ShouldBe(decided);
    }

    private Task<RunningEdition> OpenAsync(AssessmentState first = AssessmentState.Entering, DateTimeOffset? closesAt = null) =>
        RunningEdition.AddAsync(app, EditionStage.Open, first, AssessmentState.Entering, closesAt: closesAt ?? Yesterday);

    private Task<int> ExtendAsync(RunningEdition edition, string agency) => TestApp.AskAsync<int>(app.Superuser,
        "UPDATE assessment SET extended_to = '2099-12-31T17:00:00Z', "
            + $"extension_reason = 'Mất điện' WHERE year = {edition.Year} AND agency = '{agency}'");

    private static Task<HttpResponseMessage> ConfirmAsync(Visitor office, RunningEdition edition, IHtmlDocument asked) =>
        office.PostAsync(
            $"{Path(edition)}?handler=Record", asked.QuerySelectorAll("form[action*=Record] input[type=hidden]").OfType<IHtmlInputElement>()
                .Where(input => input.Name is "seen" or "reason")
                .ToDictionary(input => input.Name ?? "", input => input.Value, StringComparer.Ordinal));

    private static string Path(RunningEdition edition) => $"/editions/{edition.Year}/not-submitted";
}
