using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Assessments;

/// <summary>Takes the request for "not applicable" back.</summary>
public sealed class WithdrawNotApplicable(DxIndexDb db, AssessmentSheets sheets, Acts acts, TimeProvider clock)
{
    public sealed record Command(int Year, string Agency, string Criterion);

    /// <returns>Null where there is no such assessment; a request that is gone already stays gone.</returns>
    public async Task<AssessmentSheet?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet)
            return null;
        sheet.Assessment.Require(AssessmentVerb.Enter, sheet.Edition, actor, clock.GetUtcNow());
        if (!sheet.Requests.Remove(command.Criterion, out var request))
            return sheet;
        db.Remove(request);
        await act.KeepAsync(
            "criterion.withdraw-not-applicable", $"{sheet.Subject}/criteria/{command.Criterion}", new { reason = request.Reason }, null,
            ct);
        return sheet;
    }
}
