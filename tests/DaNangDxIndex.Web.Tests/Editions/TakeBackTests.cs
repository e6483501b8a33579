using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Editions;

/// <summary>A record "not submitted" that was made by mistake.</summary>
public sealed class TakeBackTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Reason = "Hệ thống ngừng hoạt động trong ngày cuối";
    private static readonly DateTimeOffset Yesterday = DateTimeOffset.UtcNow.AddDays(-1);

    [Theory]
    [InlineData(EditionStage.Appraisal)]
    [InlineData(EditionStage.Final)]
    public async Task The_agency_submits_late_is_appraised_and_becomes_final_at_any_stage_before_publication(EditionStage stage)
    {
        var edition = await RecordedAsync(stage);
        using var taken = await TakeBackAsync(edition, Reason);
        taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var assessor = await app.SignedInAsync(Role.Assessor);
        var form = $"/assessments/{edition.Year}/{RunningEdition.Agency}";
        var seen = (await assessor.OpenAsync(form)).Body.ShouldNotBeNull().TextContent;
        seen.ShouldContain($"Cơ quan thường trực đã hủy ghi nhận không nộp hồ sơ: {Reason}");
        seen.ShouldContain("23:59 ngày 31/12/2099");

        // Neither that of the edition right before nor far from it: either would want a sentence.
        var online = $"{51 + (int)stage}";
        using var saved = await assessor.SendFormAsync($"{form}/components/A", new() { ["Figures[files-online]"] = online }, "main form");
        using var submitted = await (await app.SignedInAsync(Role.Approver)).SendFormAsync(
            $"{form}/check", new() { ["blanksSeen"] = "true" }, "form[action*=Submit]");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Submitted);
        var lead = await Appraiser.OfAsync(app, edition);
        using var accepted = await lead.AcceptRemainingAsync();
        using var closed = await lead.CloseAsync();

        var assessment = await edition.AssessmentAsync();
        (assessment.State, assessment.CompletesBy).ShouldBe((AssessmentState.Final, null));
        (await edition.FigureAsync("files-online")).ShouldNotBeNull().InForce.ShouldBe(online);
        var told = (await edition.TrailAsync())[0];
        told.Verb.ShouldBe("assessment.take-back-record");
        told.Before.ShouldNotBeNull().ShouldContain("notSubmitted");
        told.After.ShouldNotBeNull().ShouldContain(Reason);
    }

    [Fact]
    public async Task A_finding_leads_the_office_there_and_nothing_is_published_meanwhile()
    {
        var edition = await RecordedAsync(EditionStage.Final);
        (await (await app.SignedInAsync(Role.Office)).OpenAsync(Signing.Findings(edition)))
            .QuerySelector($".finding a[href$='{RunningEdition.Agency}/take-back']").ShouldNotBeNull();
        using var taken = await TakeBackAsync(edition, Reason);

        (await (await app.SignedInAsync(Role.Signatory)).OpenAsync(Signing.Findings(edition)))
            .QuerySelector(".findings-blocking").ShouldNotBeNull()
            .TextContent.ShouldContain("Đang nhập số liệu");
    }

    [Fact]
    public async Task After_its_last_day_it_is_recorded_again_and_not_submitted()
    {
        var edition = await RecordedAsync(EditionStage.Final);
        using var taken = await TakeBackAsync(edition, Reason);
        await TestApp.AskAsync<int>(
            app.Superuser,
            $"UPDATE assessment SET completes_by = now() - interval '1 second' WHERE year = {edition.Year} AND completes_by IS NOT NULL");

        var form = $"/assessments/{edition.Year}/{RunningEdition.Agency}/components/A";
        (await (await app.SignedInAsync(Role.Assessor)).OpenAsync(form)).QuerySelectorAll("main input[type=text]").ShouldBeEmpty();
        using var again = await (await app.SignedInAsync(Role.Office)).SendFormAsync(
            $"{edition.Progress}/{RunningEdition.Agency}", new() { ["recordReason"] = "Vẫn không nộp" }, "form[action*=Record]");
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.NotSubmitted);
    }

    [Theory]
    [InlineData("", Reason, "Nhập ngày")]
    [InlineData("01/01/2020", Reason, "Ngày đã qua")]
    [InlineData("31/12/2099", " ", "Nhập lý do")]
    public async Task It_needs_a_last_day_and_a_reason(string day, string reason, string why)
    {
        var edition = await RecordedAsync(EditionStage.Appraisal);
        await RefusedAsync(await TakeBackAsync(edition, reason, day), why);
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.NotSubmitted);
    }

    [Fact]
    public async Task Nobody_takes_back_the_record_of_the_own_agency()
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Appraisal, others: AssessmentState.NotSubmitted, closesAt: Yesterday);
        using var answer = await (await app.SignedInAsync(Role.Office)).PostAsync(
            $"{edition.Progress}/{RunningEdition.OfOffice}/take-back", new() { ["lastDay"] = "31/12/2099", ["reason"] = Reason });
        await RefusedAsync(answer, "hồ sơ của cơ quan mình");
    }

    [Fact]
    public async Task After_publication_and_for_who_submitted_there_is_nothing_to_take_back()
    {
        var edition = await Signing.PublishedAsync(app);
        var office = await app.SignedInAsync(Role.Office);
        using var answer = await office.PostAsync(Page(edition), new() { ["lastDay"] = "31/12/2099", ["reason"] = Reason });
        await RefusedAsync(answer, "Hồ sơ đã có kết quả thẩm định cuối cùng.");
        await TestApp.AskAsync<int>(app.Superuser, $"UPDATE assessment SET state = 'notSubmitted' WHERE year = {edition.Year}");
        using var published = await office.PostAsync(Page(edition), new() { ["lastDay"] = "31/12/2099", ["reason"] = Reason });
        await RefusedAsync(published, "Kỳ đánh giá đang ở giai đoạn “Đã công bố”");
    }

    private Task<RunningEdition> RecordedAsync(EditionStage stage) =>
        RunningEdition.AddAsync(app, stage, AssessmentState.NotSubmitted, AssessmentState.Final, closesAt: Yesterday);

    private async Task<HttpResponseMessage> TakeBackAsync(RunningEdition edition, string reason, string day = "31/12/2099") =>
        await (await app.SignedInAsync(Role.Office)).SendFormAsync(
            Page(edition), new() { ["lastDay"] = day, ["reason"] = reason }, "main form");

    private static string Page(RunningEdition edition) => $"{edition.Progress}/{RunningEdition.Agency}/take-back";

    private static async Task RefusedAsync(HttpResponseMessage answer, string why)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(answer)).Body.ShouldNotBeNull().TextContent.ShouldContain(why);
    }
}
