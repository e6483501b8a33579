using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Notices;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Commitments;

/// <summary>After publication: the way to the next tier, figures tried, and what the agency commits itself to.</summary>
public sealed class CommitmentsTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Promise = "Chuyển 20 hồ sơ giấy sang nộp trực tuyến";

    [Fact]
    public async Task The_way_to_the_next_tier_follows_the_next_rules_where_there_are_some_and_says_so()
    {
        var edition = await Signing.PublishedAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        (await assessor.OpenAsync($"/assessments/{edition.Year}/{RunningEdition.Agency}/result"))
            .QuerySelector($"a[href$='{Way(edition)}']").ShouldNotBeNull();

        var alone = await assessor.OpenAsync(Way(edition));
        alone.QuerySelector("#rules-of").ShouldNotBeNull().TextContent.ShouldStartWith($"Tính theo quy tắc năm {edition.Year}");
        alone.QuerySelectorAll("#next-tier li").ShouldNotBeEmpty();

        var next = await RunningEdition.AddAsync(app, EditionStage.Open, AssessmentState.Entering, AssessmentState.Entering);
        next.Year.ShouldBe(edition.Year + 1);
        (await assessor.OpenAsync(Way(edition))).QuerySelector("#rules-of").ShouldNotBeNull().TextContent
            .ShouldStartWith($"Tính theo quy tắc năm {next.Year}");
    }

    [Fact]
    public async Task Figures_are_tried_without_script_and_nothing_of_it_is_kept()
    {
        var edition = await Signing.PublishedAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        var path = $"/assessments/{edition.Year}/{RunningEdition.Agency}/what-if";
        foreach (var query in new[] { "", "?set", "?set=&set=~&set=nothing~1&set=files-online~words" })
            (await TriedAsync(await assessor.GetAsync(path + query))).ShouldBe(["48,00", "Trung bình", "2 / 3"], query);
        var suggestion = (await assessor.OpenAsync(Way(edition))).QuerySelector("#next-tier li a").ShouldNotBeNull();
        var suggested = suggestion.GetAttribute("href").ShouldNotBeNull();
        var followed = await assessor.GetAsync(suggested[suggested.IndexOf("/assessments", StringComparison.Ordinal)..]);
        (await TriedAsync(followed))[1].ShouldBe("Tốt");

        using var tried = await assessor.SendFormAsync(path, new() { ["Figures[files-online]"] = "100" }, "form.what-if");
        (await TriedAsync(tried)).ShouldBe(["78,00", "Tốt", "1 / 3"]);
        (await TriedAsync(await assessor.GetAsync(path))).ShouldBe(["48,00", "Trung bình", "2 / 3"]);

        using var wrong = await assessor.SendFormAsync(path, new() { ["Figures[files-online]"] = "1.5" }, "form.what-if");
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(wrong);
        page.QuerySelector(".govuk-error-summary__list a").ShouldNotBeNull().TextContent.ShouldStartWith("Hồ sơ trực tuyến");
        page.QuerySelector("input[name='Figures[files-online]']").ShouldNotBeNull().GetAttribute("value").ShouldBe("1.5");
    }

    [Fact]
    public async Task A_commitment_is_kept_and_stands_beside_its_criterion_in_the_next_form_and_on_the_work_page()
    {
        var edition = await Signing.PublishedAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        using var kept = await assessor.SendFormAsync(New(edition), Written(), "main form");
        kept.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await assessor.OpenAsync(Way(edition))).QuerySelector(".lost-points .commitment").ShouldNotBeNull()
            .TextContent.ShouldContain(Promise);
        (await assessor.OpenAsync("/work")).Body.ShouldNotBeNull().QuerySelector($"a[href$='{Way(edition)}']").ShouldNotBeNull();

        var next = await RunningEdition.AddAsync(app, EditionStage.Open, AssessmentState.Entering, AssessmentState.Entering);
        var form = await assessor.OpenAsync($"/assessments/{next.Year}/{RunningEdition.Agency}/components/A");
        form.QuerySelector("[data-beside='A.1'] .commitment").ShouldNotBeNull().TextContent.ShouldContain(Promise);
        form.QuerySelector("[data-beside='A.2'] .commitment").ShouldBeNull();

        var office = await app.SignedInAsync(Role.Office);
        (await office.OpenAsync($"/editions/{edition.Year}/commitments")).Body.ShouldNotBeNull().TextContent.ShouldContain(Promise);
    }

    [Fact]
    public async Task It_is_done_opened_again_and_changed_and_the_slower_of_two_is_told()
    {
        var edition = await Signing.PublishedAsync(app);
        var approver = await app.SignedInAsync(Role.Approver);
        using var kept = await approver.SendFormAsync(New(edition), Written(), "main form");
        var turn = Way(edition) + "?handler=Turn";
        await TurnedAsync(approver, turn, "1", "Done", HttpStatusCode.Redirect);
        await TurnedAsync(approver, turn, "1", "Withdrawn", HttpStatusCode.UnprocessableEntity);
        (await OneAsync(edition)).State.ShouldBe(CommitmentState.Done);
        using var ended = await approver.SendFormAsync(Of(edition), Written(), "main form");
        ended.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        await TurnedAsync(approver, turn, "2", "Open", HttpStatusCode.Redirect);
        using var changed = await approver.SendFormAsync(Of(edition), Written("Phó Giám đốc"), "main form");
        changed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await OneAsync(edition)).Person.ShouldBe("Phó Giám đốc");
    }

    [Fact]
    public async Task What_cannot_be_kept_is_told_beside_its_field_and_what_was_typed_stays()
    {
        var edition = await Signing.PublishedAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        foreach (var (field, value) in new[] { ("Sentence", "ngắn"), ("Person", ""), ("Due", "31/02/2027") })
        {
            using var answer = await assessor.SendFormAsync(
                New(edition), new(Written()) { [field] = value }, "main form");
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var page = await Visitor.ReadAsync(answer);
            page.QuerySelector(".govuk-error-summary__list a").ShouldNotBeNull().GetAttribute("href").ShouldBe("#" + field);
            page.GetElementById(field).ShouldNotBeNull();
            page.QuerySelector("textarea").ShouldNotBeNull().TextContent.Trim().ShouldBe(field == "Sentence" ? value : Promise);
        }

        (await assessor.GetAsync($"/assessments/{edition.Year}/{RunningEdition.Agency}/commitments/0?criterion=Z.9"))
            .StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_but_the_agency_sees_its_way_or_commits_it()
    {
        var edition = await Signing.PublishedAsync(app);
        var others = $"/assessments/{edition.Year}/{RunningEdition.Third}";
        var approver = await app.SignedInAsync(Role.Approver);
        foreach (var page in new[] { "/next-tier", "/what-if", "/commitments/0?criterion=A.1" })
            (await approver.GetAsync(others + page)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, page);
        (await (await app.SignedInAsync(Role.Appraiser)).GetAsync($"/editions/{edition.Year}/commitments"))
            .StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task People_of_the_agency_are_told_when_it_is_due_and_once_when_it_is_over()
    {
        var edition = await Signing.PublishedAsync(app);
        var assessor = await app.SignedInAsync(Role.Assessor);
        using var kept = await assessor.SendFormAsync(New(edition), Written(), "main form");
        var due = (await OneAsync(edition)).Due;
        foreach (var day in new[] { due.AddDays(-40), due.AddDays(-5), due.AddDays(-4), due.AddDays(2), due.AddDays(3) })
        {
            await app.InTenantAsync("da-nang", async services =>
            {
                await services.GetRequiredService<CommitmentNotices>().PostAsync(VietNamTime.At(day, new(9, 0)).ToUniversalTime(), default);
                return true;
            });
        }

        var keys = await app.InDatabaseAsync("da-nang", db => db.Set<Notice>()
            .Where(notice => notice.Kind == NoticeKind.CommitmentDue && notice.Key.StartsWith($"commitment/{edition.Year}/"))
            .Select(notice => notice.Key).ToListAsync());
        keys.Select(key => key.Split('/')[^1]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ShouldBe(["-1", "7"]);
    }

    private static Dictionary<string, string> Written(string person = "Trưởng phòng Một cửa") => new()
    {
        ["Sentence"] = Promise,
        ["Person"] = person,
        ["Due"] = VietNamTime.Day(VietNamTime.DayOf(DateTimeOffset.UtcNow).AddDays(200), "vi"),
    };

    private static string Way(RunningEdition edition) => $"/assessments/{edition.Year}/{RunningEdition.Agency}/next-tier";

    private static string New(RunningEdition edition) =>
        $"/assessments/{edition.Year}/{RunningEdition.Agency}/commitments/0?criterion=A.1";

    private static string Of(RunningEdition edition) => $"/assessments/{edition.Year}/{RunningEdition.Agency}/commitments/1";

    private Task<Commitment> OneAsync(RunningEdition edition) => app.InDatabaseAsync("da-nang", db =>
        db.Set<Commitment>().SingleAsync(commitment => commitment.Year == edition.Year));

    private static async Task TurnedAsync(Visitor visitor, string path, string version, string state, HttpStatusCode expected)
    {
        using var answer = await visitor.PostAsync(path, new() { ["number"] = "1", ["version"] = version, ["state"] = state });
        answer.StatusCode.ShouldBe(expected);
    }

    private static async Task<string[]> TriedAsync(HttpResponseMessage answer) =>
        [.. (await Visitor.ReadAsync(answer)).QuerySelectorAll("#outcome tbody tr:last-child td").Select(cell => cell.TextContent.Trim())];
}
