using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Tokens;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Appraisal;

/// <summary>Programs judge, close and extend by tokens of those who may, under the rules of the pages.</summary>
public sealed class VerdictsApiTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_round_is_judged_and_closed_by_a_program()
    {
        var edition = await RunningEdition.AddAsync(app, others: AssessmentState.NotSubmitted, rounds: 2);
        var program = new AskingProgram(app, await AskingProgram.IssueAsync(app, Role.LeadAppraiser, TokenScope.Appraise));
        var bench = $"/da-nang/api/v1/editions/{edition.Year}/agencies/{RunningEdition.Agency}/appraisal";
        (await StatusAsync(program.SendAsync(HttpMethod.Put, $"{bench}/verdicts/A.1", new { decide = "accept" })))
            .ShouldBe(HttpStatusCode.PreconditionRequired);
        (await StatusAsync(program.SendAsync(HttpMethod.Put, $"{bench}/verdicts/A.1", new { decide = "points", points = 3 }, "0")))
            .ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await StatusAsync(program.SendAsync(HttpMethod.Post, $"{bench}/close", null))).ShouldBe(HttpStatusCode.Conflict);
        foreach (var criterion in await WaitingAsync(program, bench))
            (await StatusAsync(program.SendAsync(HttpMethod.Put, $"{bench}/verdicts/{criterion}", new { decide = "accept" }, "0")))
                .ShouldBe(HttpStatusCode.OK, criterion);
        (await StatusAsync(program.SendAsync(HttpMethod.Put, $"{bench}/verdicts/A.1", new { decide = "accept" }, "0")))
            .ShouldBe(HttpStatusCode.PreconditionFailed);

        (await StatusAsync(program.SendAsync(HttpMethod.Post, $"{bench}/close", null))).ShouldBe(HttpStatusCode.OK);
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Appraised);
    }

    [Fact]
    public async Task A_deadline_is_extended_by_a_program_of_the_office_and_by_no_other()
    {
        var edition = await OpenEdition.AddAsync(app, DateTimeOffset.UtcNow.AddDays(1));
        var path = $"/da-nang/api/v1/editions/{edition.Year}/agencies/{edition.Agency}/extension";
        var input = new { lastDay = VietNamTime.DayOf(DateTimeOffset.UtcNow.AddDays(9)), reason = "Mất điện diện rộng" };
        var reading = new AskingProgram(app, await AskingProgram.IssueAsync(app, Role.Office, TokenScope.Read));
        (await StatusAsync(reading.SendAsync(HttpMethod.Put, path, input))).ShouldBe(HttpStatusCode.Forbidden);
        var office = new AskingProgram(app, await AskingProgram.IssueAsync(app, Role.Office, TokenScope.Office));
        (await StatusAsync(office.SendAsync(HttpMethod.Put, path, new { input.reason }))).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await StatusAsync(office.SendAsync(HttpMethod.Put, path, input))).ShouldBe(HttpStatusCode.NoContent);
        (await edition.AssessmentAsync()).ExtensionReason.ShouldBe("Mất điện diện rộng");
    }

    [Fact]
    public async Task A_criterion_is_asked_to_be_not_applicable_and_the_request_withdrawn_by_a_program()
    {
        var edition = await OpenEdition.AddAsync(app);
        var program = new AskingProgram(app, await AskingProgram.IssueAsync(app, Role.Assessor, TokenScope.Enter));
        var path = $"/da-nang/api/v1/editions/{edition.Year}/agencies/{edition.Agency}/assessment/not-applicable/B.1";
        (await StatusAsync(program.SendAsync(HttpMethod.Put, path, new { reason = "" }))).ShouldBe(HttpStatusCode.UnprocessableEntity);
        var why = new { reason = "Không có thủ tục" };
        (await StatusAsync(program.SendAsync(HttpMethod.Put, path, why))).ShouldBe(HttpStatusCode.NoContent);
        (await CountAsync(edition)).ShouldBe(1);
        (await StatusAsync(program.SendAsync(HttpMethod.Delete, path, null))).ShouldBe(HttpStatusCode.NoContent);
        (await CountAsync(edition)).ShouldBe(0);
    }

    private Task<long> CountAsync(OpenEdition edition) => TestApp.AskAsync<long>(
        app.Superuser, $"SELECT count(*) FROM not_applicable_request WHERE year = {edition.Year}");

    private static async Task<string[]> WaitingAsync(AskingProgram program, string bench)
    {
        using var answer = await program.GetAsync(bench);
        var body = await answer.Content.ReadFromJsonAsync<JsonNode>();
        return [.. (body?["waiting"]?.AsArray() ?? []).Select(code => code?.GetValue<string>()).OfType<string>()];
    }

    private static async Task<HttpStatusCode> StatusAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        return answer.StatusCode;
    }
}
