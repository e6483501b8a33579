using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// Accepts one criterion at every agency of a group that was on the list, in one act. Where something marks it meanwhile, or somebody else
/// has decided, nothing is accepted there.
/// </summary>
public sealed class AcceptDown(DxIndexDb db, CriterionSheets sheets, Acts acts, TimeProvider clock)
{
    /// <param name="listed">Agencies that were on the list.</param>
    /// <returns>At how many agencies it was accepted, or null when there is no such group or criterion.</returns>
    /// <exception cref="RuleViolation"><c>appraisal.not-your-field</c></exception>
    public async Task<int?> HandleAsync(
        int year, string group, string criterion, IReadOnlySet<string> listed, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(year, group, criterion, ct) is not { } loaded)
            return null;
        AppraisalRules.RequireField(actor, loaded.Criterion.VerifyingUnit);
        var now = clock.GetUtcNow();
        var accepted = 0;
        foreach (var sheet in loaded.Sheets.Where(sheet => listed.Contains(sheet.Assessment.Agency) && Takes(sheet, actor, now)))
        {
            db.AttachRange(sheet.Entries.Values);
            var line = loaded.LineOf(sheet, null, actor);
            if (Acceptance.Of(db, sheet, [line], actor, now) is not { Criteria.Count: > 0 } done)
                continue;
            act.Tell("verdict.accept-remaining", sheet.Subject, null, done);
            accepted++;
        }

        await act.KeepAsync(ct);
        return accepted;
    }

    private static bool Takes(AppraisalSheet sheet, Actor actor, DateTimeOffset now) =>
        AssessmentRules.Refusal(AssessmentVerb.Appraise, sheet.Assessment, sheet.Edition, actor, now) is null;
}
