using System.Net;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>An edition from its beginning until it opens.</summary>
public sealed class PreparationTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_copy_has_last_years_groups_criteria_units_and_calendar_a_year_later_with_the_heirs_of_who_is_gone()
    {
        await BeginAsync("da-nang", 2026, Beginning.LastEdition);

        var (groups, participants, edition) = await app.InDatabaseAsync("da-nang", async db => (
            await db.Set<EditionGroup>().AsNoTracking().Where(group => group.Year == 2025 || group.Year == 2026).ToListAsync(),
            await db.Set<Participant>().AsNoTracking().Where(participant => participant.Year == 2026).ToListAsync(),
            await db.Set<Edition>().AsNoTracking().SingleAsync(edition => edition.Year == 2026)));
        foreach (var group in groups.Where(group => group.Year == 2026))
        {
            var set = CriteriaFile.Read(group.CriteriaFile.ShouldNotBeNull()).Require();
            var last = CriteriaFile.Read(
                groups.Single(before => before.Year == 2025 && before.Code == group.Code).CriteriaFile ?? "").Require();
            CriteriaFile.Write(set).ShouldBe(CriteriaFile.Write(last with { Edition = 2026 }));
            participants.Count(participant => participant.Group == group.Code).ShouldBe(await AssessedAsync(2025, group.Code));
        }

        (edition.Stage, edition.Illustrative, edition.InForceOn).ShouldBe((EditionStage.Drafting, true, new DateOnly(2026, 12, 31)));
        edition.EntryClosesAt.ShouldBe(
            (await app.InDatabaseAsync("da-nang", db => db.Set<Edition>().SingleAsync(edition => edition.Year == 2025))).EntryClosesAt
                ?.AddYears(1));
        (await (await app.SignedInAsync(Role.Office)).OpenAsync("/editions/2026/office")).Body.ShouldNotBeNull().TextContent
            .ShouldContain("Lịch chưa đủ");
    }

    [Fact]
    public async Task What_is_being_prepared_is_seen_by_nobody_else()
    {
        await BeginAsync("khanh-hoa", 2025, Beginning.Empty);

        (await app.Visitor("khanh-hoa").GetAsync("/editions/2025")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.Visitor("khanh-hoa").GetAsync("/editions/2025/methodology")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.Visitor("khanh-hoa").GetApiAsync("editions")).Content.ReadAsStringAsync()).ShouldNotContain("2025");
        (await (await app.SignedInAsync(Role.Signatory, "khanh-hoa")).GetAsync("/editions/2025/office")).StatusCode
            .ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("2024", "Template", "Đã có kỳ đánh giá năm 2024")]
    [InlineData("2024", "", "Chọn một cách bắt đầu")]
    [InlineData("hai nghìn", "Empty", "Nhập năm bằng bốn chữ số")]
    [InlineData("1999", "Empty", "Năm phải từ 2020")]
    [InlineData("2021", "LastEdition", "Chưa có kỳ đánh giá nào trước năm này")]
    public async Task A_beginning_that_cannot_be_is_refused_beside_its_field_and_kept(string year, string from, string why)
    {
        var office = await app.SignedInAsync(Role.Office, "khanh-hoa");
        using var answer = await office.SendFormAsync("/editions", new() { ["year"] = year, ["from"] = from }, "main form[method=post]");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.QuerySelector(".govuk-error-message").ShouldNotBeNull().TextContent.ShouldContain(why);
        (page.GetElementById("year") as IHtmlInputElement).ShouldNotBeNull().Value.ShouldBe(year);
    }

    [Fact]
    public async Task The_calendar_tells_everything_wrong_at_once_keeps_what_was_typed_and_refuses_an_older_version()
    {
        await BeginAsync("khanh-hoa", 2027, Beginning.Empty);
        var office = await app.SignedInAsync(Role.Office, "khanh-hoa");
        const string Path = "/editions/2027/office/calendar";
        var wrong = Days("05/01/2028", "01/01/2028", "x", "01/02/2028", "không");
        using var refused = await office.SendFormAsync(Path, wrong.Fields, "main form[method=post]");

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(refused);
        page.QuerySelectorAll(".govuk-error-summary__list a").Select(link => link.GetAttribute("href"))
            .ShouldBe(["#EntryCloses", "#AppraisalEnds", "#Reminders"], ignoreOrder: true);
        (page.GetElementById("AppraisalEnds") as IHtmlInputElement).ShouldNotBeNull().Value.ShouldBe("x");

        var good = Days("03/01/2028", "11/02/2028", "20/03/2028", "15/04/2028", "14, 7, 1").Fields;
        (await office.SendFormAsync(Path, good, "main form[method=post]")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await office.OpenAsync(Path)).Body.ShouldNotBeNull().TextContent.ShouldContain("Ngày 15/04/2028 là thứ Bảy");
        using var older = await office
            .SendFormAsync(Path, new(good, StringComparer.Ordinal) { ["Version"] = "0" }, "main form[method=post]");
        older.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await older.Content.ReadAsStringAsync()).ShouldContain("vừa được cập nhật, do người khác hoặc do bạn ở cửa sổ khác");
    }

    [Fact]
    public async Task It_opens_only_complete_and_when_the_office_knows_what_is_better_completed_first()
    {
        await BeginAsync("da-nang", 2027, Beginning.Template);
        var office = await app.SignedInAsync(Role.Office);
        const string Open = "/editions/2027/office/open";
        using var early = await office.PostAsync(Open, new() { ["known"] = "" });
        early.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await early.Content.ReadAsStringAsync()).ShouldContain("còn nội dung bắt buộc chưa đủ");

        var days = Days("03/01/2028", "11/02/2028", "20/03/2028", "14/04/2028", "7").Fields;
        (await office.SendFormAsync("/editions/2027/office/calendar", days, "main form[method=post]")).StatusCode
            .ShouldBe(HttpStatusCode.Redirect);
        using var unread = await office.SendFormAsync(Open, [], "main form[method=post]");
        (await Visitor.ReadAsync(unread)).QuerySelector(".govuk-error-summary__list").ShouldNotBeNull().TextContent
            .ShouldContain("đánh dấu xác nhận");
        var known = (await office.OpenAsync(Open)).GetElementById("known").ShouldNotBeNull().GetAttribute("value").ShouldNotBeNull();
        using var opened = await office.SendFormAsync(Open, new() { ["known"] = known }, "main form[method=post]");

        opened.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var again = await office.PostAsync(Open, new() { ["known"] = known });
        again.Headers.Location.ShouldNotBeNull().ToString().ShouldNotContain("opened");
        var (states, told) = await app.InDatabaseAsync("da-nang", async db => (
            await db.Set<Assessment>().Where(assessment => assessment.Year == 2027).Select(assessment => assessment.State).ToListAsync(),
            await db.Set<AuditEntry>().Where(entry => entry.Subject == "editions/2027").OrderBy(entry => entry.Number)
                .Select(entry => entry.Verb).ToListAsync()));
        states.Count.ShouldBeGreaterThan(100);
        states.ShouldAllBe(state => state == AssessmentState.Entering);
        told.ShouldBe(["edition.begin", "edition.calendar", "edition.open"]);
        (await app.Visitor().OpenAsync("/editions/2027/methodology")).Body.ShouldNotBeNull().TextContent.ShouldContain("Nhận thức số");
    }

    private async Task BeginAsync(string tenant, int year, Beginning from)
    {
        var office = await app.SignedInAsync(Role.Office, tenant);
        using var answer = await office.SendFormAsync(
            "/editions", new() { ["year"] = year.ToString(System.Globalization.CultureInfo.InvariantCulture), ["from"] = from.ToString() },
            "main form[method=post]");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
    }

    private Task<int> AssessedAsync(int year, string group) =>
        app.InDatabaseAsync("da-nang",
            db => db.Set<Assessment>().CountAsync(assessment => assessment.Year == year && assessment.Group == group));

    private static Typed Days(string opens, string closes, string ends, string publishes, string reminders) =>
        new(new(StringComparer.Ordinal)
        {
            ["EntryOpens"] = opens, ["EntryCloses"] = closes, ["EntryClosesHour"] = "17:00", ["AppraisalEnds"] = ends,
            ["Publishes"] = publishes, ["Reminders"] = reminders,
        });

    private sealed record Typed(Dictionary<string, string> Fields);
}
