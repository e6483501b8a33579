using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Tokens;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>A program of the office sets an edition up and opens it, under the rules of the pages.</summary>
public sealed class PreparationApiTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Path = "/da-nang/api/v1/editions/2026/preparation";

    [Fact]
    public async Task An_edition_is_begun_set_up_and_opened_by_a_program()
    {
        var office = new AskingProgram(app, await AskingProgram.IssueAsync(app, Role.Office, TokenScope.Office));
        (await StatusAsync(office.GetAsync(Path))).ShouldBe(HttpStatusCode.NotFound);
        await office.SendAsync(HttpMethod.Post, Path, new { from = "lastEdition" }).AnsweredAsync(HttpStatusCode.OK);
        await office.SendAsync(HttpMethod.Post, Path, new { from = "lastEdition" }).AnsweredAsync(HttpStatusCode.Conflict);

        var begun = await ReadAsync(office);
        var first = ((string?)begun["groups"]?[0]?["code"]).ShouldNotBeNull();
        var days = new
        {
            rounds = 1, entryOpens = "2026-12-01", entryCloses = "2027-01-31", appraisalEnds = "2027-03-01", publishes = "2027-04-01",
            reminders = new[] { 7, 1 }, reviewDays = 15,
        };
        await office.SendAsync(HttpMethod.Put, $"{Path}/calendar", days).AnsweredAsync(HttpStatusCode.PreconditionRequired);
        var wrong = days with { publishes = "2026-01-01" };
        await office.SendAsync(HttpMethod.Put, $"{Path}/calendar", wrong, Version(begun)).AnsweredAsync(HttpStatusCode.UnprocessableEntity);
        await office.SendAsync(HttpMethod.Put, $"{Path}/calendar", days, Version(begun)).AnsweredAsync(HttpStatusCode.OK);
        await office.SendAsync(HttpMethod.Put, $"{Path}/calendar", days, Version(begun)).AnsweredAsync(HttpStatusCode.PreconditionFailed);

        var named = new { name = "Tên mới", nameEn = "New name", otherMembers = false };
        await office.SendAsync(HttpMethod.Put, $"{Path}/groups/{first}", named, Version(await ReadAsync(office)))
            .AnsweredAsync(HttpStatusCode.NoContent);
        var draft = await BodyAsync(office.GetAsync($"{Path}/groups/{first}/criteria"));
        var replaced = new { seen = draft["seen"]?.GetValue<string>(), criteria = draft["criteria"] };
        await office.SendAsync(HttpMethod.Put, $"{Path}/groups/{first}/criteria", replaced).AnsweredAsync(HttpStatusCode.OK);
        await office.SendAsync(HttpMethod.Put, $"{Path}/groups/{first}/criteria", new { replaced.seen, criteria = new { } })
            .AnsweredAsync(HttpStatusCode.UnprocessableEntity);

        var ready = await ReadAsync(office);
        ((string?)ready["groups"]?[0]?["name"]).ShouldBe("Tên mới");
        ready["lacks"].ShouldNotBeNull().AsArray().Where(lack => (bool?)lack?["blocks"] == true)
            .Select(lack => (string?)lack?["sentence"]).ShouldBeEmpty();
        await office.SendAsync(HttpMethod.Post, $"{Path}/open", new { known = "other" }).AnsweredAsync(HttpStatusCode.Conflict);
        await office.SendAsync(HttpMethod.Post, $"{Path}/open", new { known = ready["known"]?.GetValue<string>() })
            .AnsweredAsync(HttpStatusCode.OK);
        (await app.InDatabaseAsync("da-nang", db => db.Set<Edition>().Where(edition => edition.Year == 2026)
            .Select(edition => edition.Stage).SingleAsync())).ShouldBe(EditionStage.Open);
        await office.SendAsync(HttpMethod.Delete, $"{Path}/groups/{first}", null, "1").AnsweredAsync(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Groups_and_who_takes_part_are_set_by_a_program()
    {
        const string Own = "/da-nang/api/v1/editions/2027/preparation";
        var office = new AskingProgram(app, await AskingProgram.IssueAsync(app, Role.Office, TokenScope.Office, "khối"));
        await office.SendAsync(HttpMethod.Post, Own, new { from = "empty" }).AnsweredAsync(HttpStatusCode.OK);
        await office.SendAsync(HttpMethod.Post, $"{Own}/groups/departments", new { name = "Sở" })
            .AnsweredAsync(HttpStatusCode.UnprocessableEntity);
        await office.SendAsync(HttpMethod.Post, $"{Own}/groups/departments", new { name = "Sở", nameEn = "Departments" })
            .AnsweredAsync(HttpStatusCode.NoContent);
        var added = await BodyAsync(office.GetAsync(Own));
        var taking = added["participants"].ShouldNotBeNull().AsArray();
        taking.Count.ShouldBeGreaterThan(10);

        var few = new { participants = taking.Take(2).Select(participant => participant?.DeepClone()) };
        await office.SendAsync(HttpMethod.Put, $"{Own}/participants", few, Version(added)).AnsweredAsync(HttpStatusCode.OK);
        var twice = new { participants = new[] { taking[0]?.DeepClone(), taking[0]?.DeepClone() } };
        await office.SendAsync(HttpMethod.Put, $"{Own}/participants", twice, Version(added))
            .AnsweredAsync(HttpStatusCode.UnprocessableEntity);
        var after = await BodyAsync(office.GetAsync(Own));
        after["participants"].ShouldNotBeNull().AsArray().Count.ShouldBe(2);
        await office.SendAsync(HttpMethod.Delete, $"{Own}/groups/departments", null, Version(after))
            .AnsweredAsync(HttpStatusCode.NoContent);
        (await BodyAsync(office.GetAsync(Own)))["groups"].ShouldNotBeNull().AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Role.Office, TokenScope.Read)]
    [InlineData(Role.Assessor, TokenScope.Enter)]
    public async Task Nobody_else_sets_an_edition_up(Role role, TokenScope scope)
    {
        var other = new AskingProgram(app, await AskingProgram.IssueAsync(app, role, scope, $"{role}"));
        await other.SendAsync(HttpMethod.Post, Path, new { from = "empty" }).AnsweredAsync(HttpStatusCode.Forbidden);
    }

    private static Task<JsonNode> ReadAsync(AskingProgram office) => BodyAsync(office.GetAsync(Path));

    private static async Task<JsonNode> BodyAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        return (await answer.Content.ReadFromJsonAsync<JsonNode>()).ShouldNotBeNull();
    }

    private static string Version(JsonNode answer) =>
        answer["version"].ShouldNotBeNull().GetValue<int>().ToString(CultureInfo.InvariantCulture);

    private static async Task<HttpStatusCode> StatusAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        return answer.StatusCode;
    }
}
