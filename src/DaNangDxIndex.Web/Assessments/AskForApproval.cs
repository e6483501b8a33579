using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Evidence;

namespace DaNangDxIndex.Assessments;

/// <summary>The assessor lays the figures before the agency's leader; they cannot change until sent back.</summary>
public sealed class AskForApproval(AssessmentSheets sheets, ShownEvidence evidence, Acts acts, TimeProvider clock)
{
    public sealed record Command(int Year, string Agency);

    /// <returns>Null where there is no such assessment.</returns>
    public async Task<AssessmentSheet?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet)
            return null;
        var before = sheet.Assessment.State;
        sheet.Assessment.Require(AssessmentVerb.AskForApproval, sheet.Edition, actor, clock.GetUtcNow());
        EvidenceRules.RequireNothingOwed(sheet.Owed(await evidence.OfAsync(command.Year, command.Agency, ct)));
        sheet.Assessment.AskForApproval(sheet.Edition, actor, clock.GetUtcNow());
        await act.KeepAsync(
            "assessment.ask-for-approval", sheet.Subject, new { state = before }, new { state = sheet.Assessment.State }, ct);
        return sheet;
    }
}
