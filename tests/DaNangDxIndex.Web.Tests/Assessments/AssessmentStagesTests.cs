using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// The agency's part of the table of stages over the API: whatever is tried in whatever order, only its transitions happen.
/// </summary>
public sealed class AssessmentStagesTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Acts = ["ask-for-approval", "send-back", "submit", "recall"];

    /// <summary>State, act and role to the next state; all else is refused.</summary>
    private static readonly Dictionary<(AssessmentState, string, Role), AssessmentState> Table = new()
    {
        [(AssessmentState.Entering, "ask-for-approval", Role.Assessor)] = AssessmentState.AwaitingApproval,
        [(AssessmentState.Entering, "submit", Role.Approver)] = AssessmentState.Submitted,
        [(AssessmentState.AwaitingApproval, "send-back", Role.Approver)] = AssessmentState.Entering,
        [(AssessmentState.AwaitingApproval, "submit", Role.Approver)] = AssessmentState.Submitted,
        [(AssessmentState.Submitted, "submit", Role.Approver)] = AssessmentState.Submitted,
        [(AssessmentState.Submitted, "recall", Role.Approver)] = AssessmentState.Entering,
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Any_order_of_acts_follows_the_table_and_leaves_its_trace(int seed)
    {
        var edition = await OpenEdition.AddAsync(app);
        var order = new Random(seed);
        var state = AssessmentState.Entering;
        var happened = 0;
        for (var step = 0; step < 40; step++)
        {
            var (act, role) = (Acts[order.Next(Acts.Length)], order.Next(2) == 0 ? Role.Assessor : Role.Approver);
            using var answer = await ActAsync(edition, act, role);
            if (Table.TryGetValue((state, act, role), out var next))
            {
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{act} by {role} in {state}");
                happened += next == state ? 0 : 1;
                state = next;
            }
            else
            {
                answer.StatusCode.ShouldBe(HttpStatusCode.Conflict, $"{act} by {role} in {state}");
            }

            (await edition.AssessmentAsync()).State.ShouldBe(state);
        }

        (await app.InDatabaseAsync("da-nang", db => db.Set<AuditEntry>()
            .CountAsync(entry => entry.Subject == $"editions/{edition.Year}/agencies/{edition.Agency}"))).ShouldBe(happened);
    }

    [Fact]
    public async Task The_state_comes_with_what_this_person_may_do_now()
    {
        var edition = await OpenEdition.AddAsync(app);

        (await AllowedAsync(Role.Assessor)).ShouldBe(["enter", "askForApproval"]);
        (await AllowedAsync(Role.Approver)).ShouldBe(["enter", "submit"]);
        using (await ActAsync(edition, "ask-for-approval", Role.Assessor))
            (await AllowedAsync(Role.Assessor)).ShouldBeEmpty();
        (await AllowedAsync(Role.Approver)).ShouldBe(["sendBack", "submit"]);

        async Task<IEnumerable<string>> AllowedAsync(Role role) =>
            (await StandingAsync(edition, role))["allowed"].ShouldNotBeNull().AsArray()
                .Select(verb => verb.ShouldNotBeNull().GetValue<string>());
    }

    [Fact]
    public async Task Another_digest_than_what_stands_there_is_not_signed()
    {
        var edition = await OpenEdition.AddAsync(app);

        using var answer = await ActAsync(edition, "submit", Role.Approver, new { digest = new string('0', 64) });

        answer.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Entering);
    }

    [Fact]
    public async Task Figures_are_listed_with_the_versions_that_a_change_has_to_name()
    {
        var edition = await OpenEdition.AddAsync(app);
        var visitor = await app.SignedInAsync(Role.Assessor);
        await (await Saving.AsAsync(edition, visitor)).SavedAsync("coverage", "98,06");
        await edition.LoadAsync("satisfaction", "88");

        var figures = (await Saving.BodyAsync(await visitor
            .GetApiAsync($"editions/{edition.Year}/agencies/{edition.Agency}/figures"))).AsArray();

        figures.ShouldContain(figure => figure.ShouldNotBeNull()
            .ToJsonString() == """{"code":"coverage","source":"agency","value":"98.06","version":1}""");
        figures.ShouldContain(figure => figure.ShouldNotBeNull()
            .ToJsonString() == """{"code":"satisfaction","source":"survey","value":null,"version":1}""");
    }

    private async Task<JsonNode> StandingAsync(OpenEdition edition, Role role) =>
        await Saving.BodyAsync(
            await (await app.SignedInAsync(role)).GetApiAsync($"editions/{edition.Year}/agencies/{edition.Agency}/assessment"));

    private async Task<HttpResponseMessage> ActAsync(OpenEdition edition, string act, Role role, object? body = null)
    {
        var visitor = await app.SignedInAsync(role);
        var digest = (await StandingAsync(edition, role))["digest"].ShouldNotBeNull().GetValue<string>();
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri($"/da-nang/api/v1/editions/{edition.Year}/agencies/{edition.Agency}/assessment/{act}", UriKind.Relative))
        {
            Content = JsonContent.Create(body ?? new { digest, text = "Bổ sung số liệu" }),
        };
        request.Headers.Add("RequestVerificationToken", await visitor.TokenAsync("/work"));
        return await visitor.Http.SendAsync(request);
    }
}
