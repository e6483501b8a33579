using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions;

/// <summary>The office's list of everybody, and the way to the next stage.</summary>
public sealed class ProgressTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Everybody_is_listed_with_state_and_how_much_is_filled_in()
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Open, others: AssessmentState.Entering);
        var page = await (await app.SignedInAsync(Role.Office)).OpenAsync(edition.Progress);

        page.QuerySelectorAll(".progress-rows tbody tr").Length.ShouldBe(3);
        var row = page.QuerySelector($"a[href$='{RunningEdition.Agency}/missing']").ShouldNotBeNull().Closest("tr").ShouldNotBeNull();
        row.TextContent.ShouldContain("Đã nộp");
        row.QuerySelector(".number").ShouldNotBeNull().TextContent.ShouldBe("4/4");
    }

    [Fact]
    public async Task An_edition_does_not_move_on_over_open_assessments_and_says_how_many()
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Open, others: AssessmentState.Entering);
        using var answer = await MoveOnAsync(edition, Role.Office, EditionStage.Open);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.Title.ShouldNotBeNull().ShouldStartWith("Lỗi:");
        page.Body.ShouldNotBeNull().TextContent.ShouldContain("còn 2 hồ sơ chưa nộp và chưa được ghi nhận là không nộp");
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
    public async Task A_click_that_waits_for_somebody_elses_finds_the_stage_it_left()
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Open);
        await using var another = await HeldLock.ByAsync(
            app, $"UPDATE edition SET stage = 'appraisal', version = version + 1 WHERE year = {edition.Year}");
        var click = MoveOnAsync(edition, Role.Office, EditionStage.Open);
        await another.WaitedForAsync(1);
        await another.CommitAsync();

        using var answer = await click;
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ReadAsync(answer)).Body.ShouldNotBeNull().TextContent.ShouldContain("Kỳ đánh giá vừa được chuyển giai đoạn");
        (await edition.EditionAsync()).Stage.ShouldBe(EditionStage.Appraisal);
    }

    [Fact]
    public async Task Clicks_at_the_same_moment_move_one_stage_and_not_two()
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Open, AssessmentState.Final, AssessmentState.Final);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MoveOnAsync(edition, Role.Office, EditionStage.Open)));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity).ShouldBe(3);
        (await edition.EditionAsync()).Stage.ShouldBe(EditionStage.Appraisal);
        (await edition.TrailAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_signatory_looks_and_moves_nothing()
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Open);
        (await (await app.SignedInAsync(Role.Signatory)).OpenAsync(edition.Progress))
            .QuerySelector("main form[method=post]").ShouldBeNull();

        (await MoveOnAsync(edition, Role.Signatory, EditionStage.Open)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await (await app.SignedInAsync(Role.Signatory)).GetAsync($"/editions/{edition.Year}/not-submitted"))
            .StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await edition.TrailAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_form_does_not_ask_of_a_kind_is_not_counted_as_missing()
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Open, others: AssessmentState.Entering, sparedFromB: true);
        var assessor = await app.SignedInAsync(Role.Assessor);
        (await assessor.OpenAsync($"/assessments/{edition.Year}/{RunningEdition.Agency}"))
            .QuerySelector("[data-progress]").ShouldNotBeNull()
            .GetAttribute("max").ShouldBe("3");

        var row = (await (await app.SignedInAsync(Role.Office)).OpenAsync(edition.Progress))
            .QuerySelector($"a[href$='{RunningEdition.Agency}/missing']").ShouldNotBeNull().Closest("tr").ShouldNotBeNull();
        row.QuerySelector(".number").ShouldNotBeNull().TextContent.ShouldBe("3/3");
    }

    [Fact]
    public async Task Those_at_risk_come_first_and_say_why()
    {
        var edition = await RunningEdition.AddAsync(
            app, EditionStage.Open, others: AssessmentState.Entering, closesAt: DateTimeOffset.UtcNow.AddDays(-1));
        var rows = (await (await app.SignedInAsync(Role.Office)).OpenAsync(edition.Progress)).QuerySelectorAll(".progress-rows tbody tr");
        rows[0].TextContent.ShouldContain("Quá hạn, chưa nộp");
        rows[2].QuerySelector("a").ShouldNotBeNull().GetAttribute("href").ShouldNotBeNull().ShouldContain(RunningEdition.Agency);
        rows[2].QuerySelector(".status").ShouldBeNull();
    }

    [Fact]
    public async Task The_list_is_narrowed_and_ordered_by_its_address_and_the_file_says_the_same()
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Open, others: AssessmentState.Entering);
        var office = await app.SignedInAsync(Role.Office);
        async Task<List<string>> NamesAsync(string query) => [.. (await office.OpenAsync(edition.Progress + query))
            .QuerySelectorAll(".progress-rows tbody th a").Select(link => link.GetAttribute("href").ShouldNotBeNull().Split('/')[^2])];

        (await NamesAsync("?show=done")).ShouldBe([RunningEdition.Agency]);
        (await NamesAsync("?q=hai+chau")).ShouldBe([RunningEdition.Agency]);
        (await NamesAsync("?group=nowhere")).ShouldBeEmpty();
        (await NamesAsync("?show=open&sort=name")).ShouldBe([RunningEdition.OfOffice, RunningEdition.Third]);

        var file = await (await office.GetAsync($"{edition.Progress}?handler=Table&show=open&sort=name")).Content.ReadAsStringAsync();
        var lines = file.TrimEnd().Split("\r\n");
        lines.Length.ShouldBe(3);
        lines[1].ShouldStartWith(RunningEdition.OfOffice + ";");
    }

    [Fact]
    public async Task A_row_opens_to_what_is_missing_and_whom_to_call_and_shows_no_value()
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Open, others: AssessmentState.Entering);
        await app.InDatabaseAsync("da-nang", db => db.Database.ExecuteSqlAsync(
            $"UPDATE account SET phone = '0236 3822 000' WHERE user_name = 'assessor@da-nang.demo'"));
        await app.InDatabaseAsync("da-nang", db => db.Database.ExecuteSqlAsync(
            $"""
            UPDATE figure_entry SET declared = NULL
            WHERE year = {edition.Year} AND agency = {RunningEdition.Agency} AND figure = 'coverage'
            """));
        var page = (await (await app.SignedInAsync(Role.Office)).OpenAsync($"{edition.Progress}/{RunningEdition.Agency}/missing"))
            .QuerySelector("main").ShouldNotBeNull();
        page.QuerySelectorAll(".cases li").ShouldHaveSingleItem().TextContent.ShouldBe("Tỷ lệ phủ sóng");
        page.QuerySelector("a[href^='tel:']").ShouldNotBeNull().TextContent.ShouldBe("0236 3822 000");
        (await (await app.SignedInAsync(Role.Signatory)).OpenAsync($"{edition.Progress}/{RunningEdition.Agency}/missing"))
            .QuerySelector("a[href$='/progress/{RunningEdition.Agency}']").ShouldBeNull();
    }

    private async Task<HttpResponseMessage> MoveOnAsync(RunningEdition edition, Role role, EditionStage from) =>
        await (await app.SignedInAsync(role)).PostAsync($"{edition.Progress}?handler=MoveOn", new() { ["from"] = $"{from}" });
}
