using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Scoring;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DaNangDxIndex.Amendments;

/// <summary>An open edition changes by a recorded amendment only: what, why, under which document, and whose points move.</summary>
public sealed class AmendmentTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Review = "form[action*=Review]";
    private const string Sign = "form[action*=Sign]";

    private static readonly Dictionary<string, string> Document = new(StringComparer.Ordinal)
    {
        ["Reason"] = "Trọng số cũ không phù hợp", ["Kind"] = "Decision", ["Number"] = "12/QĐ-UBND", ["Date"] = "05/01/2027",
    };

    [Fact]
    public async Task A_weight_is_amended_after_it_was_shown_whose_points_move_and_everybody_reads_it()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        foreach (var criterion in new[] { "A.1", "A.2" })
            (await lead.DecideAsync(criterion, VerdictDecision.Accept)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var office = await app.SignedInAsync(Role.Office);
        var reviewed = await ReviewedAsync(office, edition, ("A.1", "50"), ("B.1", "20"));

        var text = reviewed.Body.ShouldNotBeNull().TextContent;
        text.ShouldContain("A.1 Hồ sơ trực tuyến: điểm tối đa 60 → 50.");
        text.ShouldContain("3/3 cơ quan thay đổi điểm hoặc thứ hạng");
        (await edition.TrailAsync()).ShouldNotContain(entry => entry.Verb == "edition.amend");

        (await SignAsync(office, reviewed, Document)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        CriteriaFile.Read((await GroupAsync(edition)).CriteriaFile ?? "").Require().Criterion("A.1").ShouldNotBeNull().Maximum.ShouldBe(50);
        (await edition.VerdictsAsync()).Select(verdict => (verdict.Criterion, verdict.Stale)).ShouldBe([("A.1", true), ("A.2", false)]);
        (await edition.TrailAsync()).Count(entry => entry.Verb == "edition.amend").ShouldBe(1);
        IHtmlDocument[] pages =
        [
            await app.Visitor().OpenAsync($"/editions/{edition.Year}/methodology"),
            await office.OpenAsync($"/editions/{edition.Year}/office"),
        ];
        foreach (var page in pages)
        {
            var shown = page.Body.ShouldNotBeNull().TextContent;
            shown.ShouldContain("Quyết định số 12/QĐ-UBND ngày 05/01/2027");
            shown.ShouldContain("Trọng số cũ không phù hợp");
            shown.ShouldContain("điểm tối đa 60 → 50");
        }
    }

    [Fact]
    public async Task A_rule_is_amended_by_the_criteria_file()
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Open, AssessmentState.Entering, AssessmentState.Entering);
        var office = await app.SignedInAsync(Role.Office);
        var path = PathOf(edition);
        var file = await (await office.GetAsync($"{path}?handler=File")).Content.ReadAsStringAsync();
        var changed = file.Replace("\"to\": \"1\"", "\"to\": \"1/2\"", StringComparison.Ordinal);
        changed.ShouldNotBe(file);
        using var content = new MultipartFormDataContent
        {
            { new StringContent(await office.TokenAsync(path)), "__RequestVerificationToken" },
            { new StringContent(changed), "file", "criteria.json" },
        };
        using var answer = await office.Http.PostAsync(new Uri(office.Address($"{path}?handler=Review"), UriKind.Relative), content);

        var reviewed = await Visitor.ReadAsync(answer);
        reviewed.Body.ShouldNotBeNull().TextContent.ShouldContain("A.1 Hồ sơ trực tuyến: cách tính");
        (await SignAsync(office, reviewed, Document)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await GroupAsync(edition)).CriteriaFile.ShouldBe(CriteriaFile.Write(CriteriaFile.Read(changed).Require()));
    }

    [Fact]
    public async Task A_rule_is_amended_in_its_notation_and_what_cannot_be_read_is_refused_beside_it()
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Open, AssessmentState.Entering, AssessmentState.Entering);
        var office = await app.SignedInAsync(Role.Office);
        var stands = (await office.OpenAsync(PathOf(edition))).QuerySelector("[name='Rule[A.1]']").ShouldNotBeNull().TextContent;
        stands.ShouldBe("tuyến tính files-online / files-received: từ 0% đến 100%");
        using var answer = await office.SendFormAsync(PathOf(edition),
            new() { ["Rule[A.1]"] = "tuyến tính files-online / files-receive: từ 0 đến 80%" }, Review);
        var refused = await Visitor.ReadAsync(answer);
        refused.QuerySelector(".govuk-error-summary a").ShouldNotBeNull().GetAttribute("href").ShouldBe("#Rule_A_1_");
        refused.QuerySelector("[name='Rule[A.1]']").ShouldNotBeNull().TextContent.ShouldContain("files-receive:");

        using var changed = await office.SendFormAsync(PathOf(edition),
            new() { ["Rule[A.1]"] = stands.Replace("100%", "80%", StringComparison.Ordinal) }, Review);
        var reviewed = await Visitor.ReadAsync(changed);
        reviewed.Body.ShouldNotBeNull()
            .TextContent.ShouldContain($"A.1 Hồ sơ trực tuyến: ký hiệu “{stands}” → “tuyến tính files-online / files-received: từ 0% đến "
                + "80%”");
        (await SignAsync(office, reviewed, Document)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task What_was_amended_is_frozen_with_the_results_and_told_by_agency_only_then()
    {
        var edition = await RunningEdition.AddAsync(app);
        var office = await app.SignedInAsync(Role.Office);
        await SignAsync(office, await ReviewedAsync(office, edition, ("A.1", "50"), ("B.1", "20")), Document);
        (await ToldAsync(edition)).ShouldBe((3, null));
        (await app.Visitor().OpenAsync($"/editions/{edition.Year}/methodology")).QuerySelector("#amendments ~ section table")
            .ShouldBeNull();

        await TestApp.AskAsync<int>(app.Superuser,
            $"UPDATE assessment SET state = 'final' WHERE year = {edition.Year}; UPDATE edition SET stage = 'final' WHERE year = "
                + $"{edition.Year}");
        await Signing.PublishAsync(app, edition);

        (await ToldAsync(edition)).ShouldBe((3, "w25-hai-chau"));
        (await app.Visitor().OpenAsync($"/editions/{edition.Year}/methodology")).QuerySelectorAll("#amendments ~ section tbody tr")
            .Length.ShouldBe(3);
        using var zip = await app.Visitor().GetApiAsync($"editions/{edition.Year}/bundle.zip");
        var check = BundleCheck.Of(BundleZip.Read(await zip.Content.ReadAsStreamAsync()));
        check.Differences.ShouldBeEmpty();
        var frozen = check.Published.Amendments.ShouldNotBeNull().ShouldHaveSingleItem();
        (frozen.Document?.Citation.Vi, frozen.Reason, frozen.Moved.Count)
            .ShouldBe(("Quyết định số 12/QĐ-UBND ngày 05/01/2027", Document["Reason"], 3));
        frozen.Changes.Select(change => change.Vi).ShouldContain("A.1 Hồ sơ trực tuyến: điểm tối đa 60 → 50.");
    }

    [Theory]
    [InlineData("A.1", "50", "thang điểm")]
    [InlineData("A.1", "sáu mươi", "Nhập")]
    public async Task What_does_not_hold_together_is_refused_and_kept(string criterion, string typed, string why)
    {
        var edition = await RunningEdition.AddAsync(app);
        var office = await app.SignedInAsync(Role.Office);
        using var answer = await office.SendFormAsync(PathOf(edition), new() { [$"Maximum[{criterion}]"] = typed }, Review);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(answer);
        page.QuerySelector(".govuk-error-summary").ShouldNotBeNull().TextContent.ShouldContain(why);
        page.QuerySelectorAll("input").OfType<IHtmlInputElement>()
            .Single(input => input.Name == $"Maximum[{criterion}]").Value.ShouldBe(typed);
    }

    [Fact]
    public async Task What_cannot_be_read_hides_nothing_else_that_is_wrong()
    {
        var edition = await RunningEdition.AddAsync(app);
        var office = await app.SignedInAsync(Role.Office);
        var typed = new Dictionary<string, string> { ["Maximum[A.1]"] = "sáu mươi", ["Maximum[B.1]"] = "-20" };
        var page = await Visitor.ReadAsync(await office.SendFormAsync(PathOf(edition), typed, Review));
        page.QuerySelectorAll(".govuk-error-summary__list a").Select(link => link.GetAttribute("href"))
            .ShouldBe(["#Maximum_A_1_", "#Maximum_B_1_"]);
    }

    [Fact]
    public async Task Without_reason_and_document_nothing_is_signed_and_what_has_changed_since_is_reviewed_again()
    {
        var edition = await RunningEdition.AddAsync(app);
        var office = await app.SignedInAsync(Role.Office);
        var reviewed = await ReviewedAsync(office, edition, ("A.1", "50"), ("B.1", "20"));
        using var bare = await SignAsync(office, reviewed, new() { ["Kind"] = "Decision" });
        (await Visitor.ReadAsync(bare)).QuerySelectorAll(".govuk-error-summary__list a").Select(link => link.GetAttribute("href"))
            .ShouldBe(["#Reason", "#Number", "#Date"], ignoreOrder: true);

        await app.InDatabaseAsync("da-nang", db => db.Database.ExecuteSqlAsync(
            $"UPDATE figure_entry SET declared = '51' WHERE year = {edition.Year} AND figure = 'files-online'"));
        using var late = await SignAsync(office, reviewed, Document);
        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await Visitor.ReadAsync(late);
        again.Body.ShouldNotBeNull().TextContent.ShouldContain("vừa được người khác cập nhật");
        again.GetElementById("Reason").ShouldNotBeNull().TextContent.ShouldBe(Document["Reason"]);
        (await edition.TrailAsync()).ShouldNotContain(entry => entry.Verb == "edition.amend");
        (await SignAsync(office, again, Document)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Points_that_are_settled_are_not_moved()
    {
        var edition = await RunningEdition.AddAsync(app, first: AssessmentState.Final);
        var office = await app.SignedInAsync(Role.Office);
        using var answer = await office.SendFormAsync(PathOf(edition), new() { ["Maximum[A.1]"] = "50", ["Maximum[B.1]"] = "20" }, Review);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("1 hồ sơ của khối đã kết thúc thẩm định");
    }

    [Fact]
    public async Task The_deadline_moves_by_an_amendment_forward_only()
    {
        var edition = await RunningEdition.AddAsync(
            app, EditionStage.Open, AssessmentState.Entering, AssessmentState.Entering, closesAt: DateTimeOffset.UtcNow.AddDays(20));
        var office = await app.SignedInAsync(Role.Office);
        var path = $"/editions/{edition.Year}/office/amend";
        using var outside = await office.SendFormAsync(
            path, new(Document, StringComparer.Ordinal) { ["EntryCloses"] = "01/01/2020" }, "main form[method=post]");
        outside.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var day = $"15/03/{edition.Year}";
        using var moved = await office.SendFormAsync(
            path, new(Document, StringComparer.Ordinal) { ["EntryCloses"] = day, ["EntryClosesHour"] = "17:00" }, "main form[method=post]");
        moved.StatusCode.ShouldBe(HttpStatusCode.Redirect, await moved.Content.ReadAsStringAsync());
        (await app.Visitor().OpenAsync($"/editions/{edition.Year}/methodology"))
            .Body.ShouldNotBeNull().TextContent.ShouldContain($"→ 17:00 ngày {day}");
    }

    [Theory]
    [InlineData("UPDATE edition_group SET criteria_file = replace(criteria_file, '\"maximum\": 60', '\"maximum\": 61') WHERE year = {0}")]
    [InlineData("UPDATE edition SET entry_closes_at = now() + interval '1 year' WHERE year = {0}")]
    [InlineData(
        "INSERT INTO edition_group (year, code, position, name_vi, name_en, population, "
        + "members_vi, members_en) VALUES ({0}, 'late', 9, 'a', 'a', 'late', 'a', 'a')")]
    [InlineData(
        "INSERT INTO amendment (year, number, \"group\", \"before\", \"after\", reason, moved, signed_by, "
        + "signed_at) SELECT {0}, 1, 'small', '[1]', '[2]', 'x', '[]', id, now() FROM account LIMIT 1")]
    public async Task Sql_under_the_applications_role_changes_nothing_without_an_amendment(string sql)
    {
        var edition = await RunningEdition.AddAsync(app, EditionStage.Open, AssessmentState.Entering, AssessmentState.Entering);
        var refused = await Should.ThrowAsync<PostgresException>(() => app.InDatabaseAsync("da-nang", db => db.Database.ExecuteSqlRawAsync(
            string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, edition.Year))));

        refused.SqlState.ShouldBe("42501");
    }

    [Fact]
    public async Task What_is_stored_of_an_amendment_stays()
    {
        var edition = await RunningEdition.AddAsync(app);
        var office = await app.SignedInAsync(Role.Office);
        (await SignAsync(office, await ReviewedAsync(office, edition, ("A.1", "50"), ("B.1", "20")), Document))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);

        foreach (var sql in new[] { "UPDATE amendment SET reason = 'x'", "DELETE FROM amendment" })
            (await Should.ThrowAsync<PostgresException>(() => TestApp.AskAsync<int>(app.Superuser, sql))).SqlState.ShouldBe("42501");
    }

    private static string PathOf(RunningEdition edition) => $"/editions/{edition.Year}/office/amend/small";

    private static async Task<IHtmlDocument> ReviewedAsync(
        Visitor office, RunningEdition edition, params (string Criterion, string Maximum)[] weights)
    {
        using var answer = await office.SendFormAsync(
            PathOf(edition),
            weights.ToDictionary(weight => $"Maximum[{weight.Criterion}]", weight => weight.Maximum, StringComparer.Ordinal), Review);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await Visitor.ReadAsync(answer);
    }

    private static Task<HttpResponseMessage> SignAsync(Visitor office, IHtmlDocument reviewed, Dictionary<string, string> document)
    {
        var form = reviewed.QuerySelector(Sign).ShouldNotBeNull();
        var fields = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>()
            .ToDictionary(input => input.Name ?? "", input => input.Value, StringComparer.Ordinal);
        foreach (var (name, value) in document)
            fields[name] = value;
        return office.Http.PostAsync(new Uri(form.GetAttribute("action") ?? "", UriKind.Relative), new FormUrlEncodedContent(fields));
    }

    /// <summary>What the API says of the only amendment: how many agencies moved, and which one stands among them.</summary>
    private async Task<(int Moved, string? Agency)> ToldAsync(RunningEdition edition)
    {
        using var answer = await app.Visitor().GetApiAsync($"editions/{edition.Year}/amendments");
        var items = JsonNode.Parse(await answer.Content.ReadAsStringAsync()).ShouldNotBeNull()["items"].ShouldNotBeNull().AsArray();
        var item = items.ShouldHaveSingleItem();
        return ((int?)item?["movedAgencies"] ?? 0,
            (item?["moved"] as JsonArray)?.Select(moved => (string?)moved?["agency"]).Single(code => code == RunningEdition.Agency));
    }

    private Task<EditionGroup> GroupAsync(RunningEdition edition) =>
        app.InDatabaseAsync("da-nang", db => db.Set<EditionGroup>().AsNoTracking().SingleAsync(group => group.Year == edition.Year));
}
