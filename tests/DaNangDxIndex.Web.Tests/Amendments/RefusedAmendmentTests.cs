using System.Net;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static DaNangDxIndex.Amendments.Amending;

namespace DaNangDxIndex.Amendments;

/// <summary>What does not hold together is refused and stays typed, and the database changes nothing without an amendment.</summary>
[Collection(AmendmentsApp.Name)]
public sealed class RefusedAmendmentTests(TestApp app)
{
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
        again.Body.ShouldNotBeNull().TextContent.ShouldContain("vừa được cập nhật, do người khác hoặc do bạn ở cửa sổ khác");
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
}
