using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Editions;

/// <summary>The office's list of everybody, and the way to the next stage.</summary>
public sealed class ProgressTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Everybody_is_listed_with_state_and_how_much_is_filled_in()
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Open, others: AssessmentState.Entering);
        var page = await (await app.SignedInAsync(Role.Office)).OpenAsync(edition.Progress);

        page.QuerySelectorAll("tbody tr").Length.ShouldBe(3);
        var row = page.QuerySelector($"a[href$='{RunningEdition.Agency}']").ShouldNotBeNull().Closest("tr").ShouldNotBeNull();
        row.TextContent.ShouldContain("Đã nộp");
        row.QuerySelector(".number").ShouldNotBeNull().TextContent.ShouldBe("4 / 4");
    }

    [Fact]
    public async Task An_edition_does_not_move_on_over_open_assessments_and_says_how_many()
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Open, others: AssessmentState.Entering);
        using var answer = await MoveOnAsync(edition, Role.Office, EditionStage.Open);

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await Visitor.ReadAsync(answer);
        page.Title.ShouldNotBeNull().ShouldStartWith("Lỗi:");
        page.Body.ShouldNotBeNull().TextContent.ShouldContain("còn 2 hồ sơ chưa xong");
        (await edition.EditionAsync()).Stage.ShouldBe(EditionStage.Open);
    }

    [Fact]
    public async Task The_office_moves_it_on_and_the_trail_tells_from_where_to_where()
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Open);
        using var answer = await (await app.SignedInAsync(Role.Office)).SendFormAsync(edition.Progress, [], "form[action*=MoveOn]");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await edition.EditionAsync()).Stage.ShouldBe(EditionStage.Appraisal);
        var told = (await edition.TrailAsync()).ShouldHaveSingleItem();
        (told.Verb, told.Before, told.After).ShouldBe(("edition.move-on", """{"stage": "open"}""", """{"stage": "appraisal"}"""));
    }

    [Fact]
    public async Task Clicks_at_the_same_moment_move_one_stage_and_not_two()
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Open, AssessmentState.Final, AssessmentState.Final);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MoveOnAsync(edition, Role.Office, EditionStage.Open)));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(3);
        (await edition.EditionAsync()).Stage.ShouldBe(EditionStage.Appraisal);
        (await edition.TrailAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_signatory_looks_and_moves_nothing()
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Open);
        (await (await app.SignedInAsync(Role.Signatory)).OpenAsync(edition.Progress)).QuerySelector("main form").ShouldBeNull();

        (await MoveOnAsync(edition, Role.Signatory, EditionStage.Open)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await (await app.SignedInAsync(Role.Signatory)).PostAsync($"{edition.Progress}?handler=RecordAll", new() { ["reason"] = "Không nộp" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await edition.TrailAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Recording_everybody_leaves_out_the_own_agency_and_those_who_submitted()
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Open, AssessmentState.Submitted, AssessmentState.Entering);
        using var answer = await (await app.SignedInAsync(Role.Office)).SendFormAsync(
            edition.Progress, new() { ["reason"] = "Quá hạn, không nộp", ["leaveOut"] = "true" }, "form[action*=RecordAll]");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var third = await edition.AssessmentAsync(RunningEdition.Third);
        (third.State, third.LeftOut, third.Note).ShouldBe((AssessmentState.NotSubmitted, true, "Quá hạn, không nộp"));
        (await edition.AssessmentAsync(RunningEdition.Standing)).State.ShouldBe(AssessmentState.Entering);
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Submitted);
        (await edition.TrailAsync()).ShouldHaveSingleItem().Subject.ShouldEndWith(RunningEdition.Third);
    }

    [Fact]
    public async Task Recording_everybody_needs_a_reason_and_keeps_what_was_ticked()
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Open, others: AssessmentState.Entering);
        using var answer = await (await app.SignedInAsync(Role.Office)).SendFormAsync(edition.Progress, new() { ["reason"] = "", ["leaveOut"] = "true" }, "form[action*=RecordAll]");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.Title.ShouldNotBeNull().ShouldStartWith("Lỗi:");
        page.QuerySelector("#leaveOut[checked]").ShouldNotBeNull();
        (await edition.AssessmentAsync(RunningEdition.Third)).State.ShouldBe(AssessmentState.Entering);
    }

    private async Task<HttpResponseMessage> MoveOnAsync(RunningEdition edition, Role role, EditionStage from) =>
        await (await app.SignedInAsync(role)).PostAsync($"{edition.Progress}?handler=MoveOn", new() { ["from"] = $"{from}" });
}
