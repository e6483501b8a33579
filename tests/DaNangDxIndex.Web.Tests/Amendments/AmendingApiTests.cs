using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Tokens;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Amendments;

/// <summary>A program of the office amends an open edition as the page does: tried first, then stored as it was tried.</summary>
public sealed class AmendingApiTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly object Under =
        new { reason = "Trọng số cũ không phù hợp", kind = "decision", number = "12/QĐ-UBND", date = "2027-01-05" };

    [Fact]
    public async Task Criteria_are_tried_and_amended_by_a_program()
    {
        var edition = await RunningEdition.AddAsync(app);
        var lead = await Appraiser.OfAsync(app, edition);
        (await lead.DecideAsync("A.1", VerdictDecision.Accept)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var office = await OfficeAsync("bộ chỉ số");
        var path = $"/da-nang/api/v1/editions/{edition.Year}/amendments/groups/small";
        var file = JsonNode.Parse((await GroupAsync(edition)).CriteriaFile ?? "").ShouldNotBeNull();
        Weigh(file, "A.1", "50");
        Weigh(file, "B.1", "20");

        await office.SendAsync(HttpMethod.Post, $"{path}/try", new { criteria = new { } })
            .AnsweredAsync(HttpStatusCode.UnprocessableEntity);
        var trial = await office.SendAsync(HttpMethod.Post, $"{path}/try", new { criteria = file }).AnsweredAsync(HttpStatusCode.OK);
        trial.ShouldNotBeNull()["moved"].ShouldNotBeNull().AsArray().Count.ShouldBe(3);
        var seen = trial["seen"]?.GetValue<string>();
        await office.SendAsync(HttpMethod.Post, path, new { criteria = file, seen, under = new { reason = "" } })
            .AnsweredAsync(HttpStatusCode.UnprocessableEntity);
        await office.SendAsync(HttpMethod.Post, path, new { criteria = file, seen = "other", under = Under })
            .AnsweredAsync(HttpStatusCode.PreconditionFailed);
        await office.SendAsync(HttpMethod.Post, path, new { criteria = file, seen, under = Under }).AnsweredAsync(HttpStatusCode.NoContent);

        CriteriaFile.Read((await GroupAsync(edition)).CriteriaFile ?? "").Require().Criterion("A.1").ShouldNotBeNull().Maximum.ShouldBe(50);
    }

    [Fact]
    public async Task Days_are_moved_by_a_program_that_read_the_edition()
    {
        var edition = await RunningEdition.AddAsync(
            app, EditionStage.Open, AssessmentState.Entering, AssessmentState.Entering, closesAt: DateTimeOffset.UtcNow.AddDays(20));
        var office = await OfficeAsync("lịch");
        var preparation = await office.GetAsync($"/da-nang/api/v1/editions/{edition.Year}/preparation").AnsweredAsync(HttpStatusCode.OK);
        var version = preparation.ShouldNotBeNull()["version"].ShouldNotBeNull().GetValue<int>().ToString(CultureInfo.InvariantCulture);
        var calendar = preparation["calendar"].ShouldNotBeNull();
        calendar["entryClosesAt"] = null;
        calendar["entryCloses"] = $"{edition.Year}-03-15";
        var path = $"/da-nang/api/v1/editions/{edition.Year}/amendments/calendar";

        await office.SendAsync(HttpMethod.Post, path, new { calendar, under = Under }).AnsweredAsync(HttpStatusCode.PreconditionRequired);
        await office.SendAsync(HttpMethod.Post, path, new { calendar, under = new { reason = "" } }, version)
            .AnsweredAsync(HttpStatusCode.UnprocessableEntity);
        await office.SendAsync(HttpMethod.Post, path, new { calendar, under = Under }, version).AnsweredAsync(HttpStatusCode.NoContent);
        (await app.InDatabaseAsync("da-nang", db => db.Set<Edition>().SingleAsync(kept => kept.Year == edition.Year)))
            .Calendar.EntryClosesOn.ShouldBe(new DateOnly(edition.Year, 3, 15));
    }

    private async Task<AskingProgram> OfficeAsync(string name) =>
        new(app, await AskingProgram.IssueAsync(app, Role.Office, TokenScope.Office, name));

    private static void Weigh(JsonNode file, string code, string maximum)
    {
        var criteria = file["components"].ShouldNotBeNull().AsArray().SelectMany(component => component?["criteria"]?.AsArray() ?? []);
        criteria.Single(criterion => criterion?["code"]?.GetValue<string>() == code).ShouldNotBeNull()["maximum"] = maximum;
    }

    private Task<EditionGroup> GroupAsync(RunningEdition edition) =>
        app.InDatabaseAsync("da-nang", db => db.Set<EditionGroup>().AsNoTracking().SingleAsync(group => group.Year == edition.Year));
}
