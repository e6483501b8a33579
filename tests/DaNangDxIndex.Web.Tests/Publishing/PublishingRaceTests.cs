using System.Net;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Publishing;

/// <summary>Who signs and who judges anew, both pressing on until each is done or refused.</summary>
public sealed class PublishingRaceTests(TestApp app) : IClassFixture<TestApp>
{
    /// <summary>
    /// Of what stands in a final edition only a reopened criterion is decided. A third of the rounds begins with it open, a third with
    /// publishing under way, and in the rest both begin at once.
    /// </summary>
    [Fact]
    public async Task In_every_race_an_acknowledged_decision_is_in_the_publication()
    {
        var (acknowledged, refused) = (0, 0);
        for (var round = 0; round < 12; round++)
        {
            var edition = await Signing.AskedToReopenAsync(app);
            var (signatory, form) = await Signing.ReadyAsync(app, edition);
            var lead = await Appraiser.OfAsync(app, edition);
            if (round % 3 == 0)
                (await lead.ReopenAsync("Xem lại tài liệu")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            await using var trail = round % 3 == 1 ? await HeldLock.ByAsync(app, "SELECT 1 FROM audit_head FOR UPDATE") : null;

            var publishing = PublishAsync(signatory, edition, form);
            await (trail?.WaitedForAsync(1) ?? Task.CompletedTask);
            var deciding = DecideAnewAsync(lead, isOpen: round % 3 == 0);
            await (trail?.CommitAsync() ?? Task.CompletedTask);
            await Task.WhenAll(publishing, deciding);

            var published = PublishedEditionJson.Read((await Signing.PublicationAsync(app, edition)).Canonical)
                .Groups[0].Entrant(RunningEdition.Agency).ShouldNotBeNull().Decisions;
            string[] decided = await deciding ? ["A.1"] : [];
            published.Keys.ShouldBe(decided, $"round {round}");
            (await edition.VerdictsAsync()).Where(verdict => verdict.Decision == VerdictDecision.Points)
                .Select(verdict => verdict.Criterion).ShouldBe(decided, $"round {round}");
            (acknowledged, refused) = await deciding ? (acknowledged + 1, refused) : (acknowledged, refused + 1);
        }
        acknowledged.ShouldBeGreaterThanOrEqualTo(4);
        refused.ShouldBeGreaterThanOrEqualTo(4);
    }

    /// <summary>Until it is done: whoever is refused looks at everything anew and presses again.</summary>
    private static async Task PublishAsync(Visitor signatory, RunningEdition edition, Dictionary<string, string> form)
    {
        for (var tries = 0; (await signatory.PostAsync(edition.Publish, form)).StatusCode != HttpStatusCode.Redirect; tries++)
        {
            tries.ShouldBeLessThan(100);
            await Signing.TryAcknowledgeAsync(signatory, edition);
            form = await Signing.FormAsync(signatory, edition);
        }
    }

    /// <returns>Whether the decision was acknowledged. What is open again is decided and closed, whoever presses what meanwhile.</returns>
    private static async Task<bool> DecideAnewAsync(Appraiser lead, bool isOpen)
    {
        if (!isOpen && (await lead.ReopenAsync("Xem lại tài liệu")).StatusCode != HttpStatusCode.Redirect)
            return false;
        using var decided = await lead.DecideAsync(
            "A.1", VerdictDecision.Points, "0", ReasonCode.EvidenceMissing, "Không có tài liệu kiểm chứng.");
        decided.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var closed = await lead.CloseAsync();
        closed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return true;
    }
}
