using System.Net;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Scoring;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// Who signs, who judges anew and who takes back, all pressing on until each is done or refused: at one program, or at two over one
/// database.
/// </summary>
internal static class PublishingRace
{
    /// <summary>
    /// Of what stands in a final edition only a reopened criterion is decided. A third of the rounds begins with it open, a third with
    /// publishing under way, and in the rest both begin at once.
    /// </summary>
    /// <param name="approver">Of the agency that is judged anew; null where nobody tries to take it back.</param>
    /// <returns>Whether the decision was acknowledged; then it is in the publication, and otherwise it is nowhere.</returns>
    public static async Task<bool> RunAsync(TestApp app, int round, Visitor signatory, Visitor judge, Visitor? approver = null)
    {
        var edition = await Signing.AskedToReopenAsync(app);
        await Signing.AcknowledgeAsync(signatory, edition);
        var form = await Signing.FormAsync(signatory, edition);
        form.ShouldContainKey("Seen");
        var lead = new Appraiser(edition, judge);
        if (round % 3 == 0)
            (await lead.ReopenAsync("Xem lại tài liệu")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var trail = round % 3 == 1 ? await HeldLock.ByAsync(app, "SELECT 1 FROM audit_head FOR UPDATE") : null;

        var publishing = PublishAsync(signatory, edition, form);
        await (trail?.WaitedForAsync(1) ?? Task.CompletedTask);
        var deciding = DecideAnewAsync(lead, isOpen: round % 3 == 0);
        var recalling = approver is null ? Task.FromResult(false) : RecallAsync(approver, edition);
        await (trail?.CommitAsync() ?? Task.CompletedTask);
        await Task.WhenAll(publishing, deciding, recalling);

        (await recalling).ShouldBeFalse($"round {round}: nobody takes back what is final");
        await ShouldBePublishedAsync(app, edition, await deciding ? ["A.1"] : [], $"round {round}");
        return await deciding;
    }

    private static async Task ShouldBePublishedAsync(TestApp app, RunningEdition edition, string[] decided, string why)
    {
        var published = PublishedEditionJson.Read((await Signing.PublicationAsync(app, edition)).Canonical).Groups;
        published[0].Entrant(RunningEdition.Agency).ShouldNotBeNull().Decisions.Keys.ShouldBe(decided, why);
        (await edition.VerdictsAsync()).Where(verdict => verdict.Decision == VerdictDecision.Points)
            .Select(verdict => verdict.Criterion).ShouldBe(decided, why);
        (await edition.AssessmentAsync()).State.ShouldBe(AssessmentState.Final, why);
        // Whatever else was acknowledged: what stands in the database gives what was published.
        var stands = await app.InTenantAsync("da-nang", services =>
            services.GetRequiredService<EditionResults>().ComputeAsync(edition.Year, CancellationToken.None));
        Totals(published).ShouldBe(Totals(stands), why);
    }

    private static IEnumerable<(string Agency, string Total, int? Rank)> Totals(IEnumerable<PublishedGroup> groups) =>
        groups.SelectMany(group => group.Results).Select(result => (result.Agency, result.Total, result.Rank));

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

    /// <returns>Whether one of the tries was acknowledged.</returns>
    private static async Task<bool> RecallAsync(Visitor approver, RunningEdition edition)
    {
        for (var tries = 0; tries < 3; tries++)
        {
            using var recalled = await approver.PostAsync(
                $"/assessments/{edition.Year}/{RunningEdition.Agency}/submitted?handler=Recall", []);
            if (recalled.StatusCode == HttpStatusCode.Redirect)
                return true;
            recalled.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        }
        return false;
    }
}
