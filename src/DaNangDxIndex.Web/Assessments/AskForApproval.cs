using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Notices;

namespace DaNangDxIndex.Assessments;

/// <summary>The assessor lays the figures before the agency's leader; they cannot change until sent back.</summary>
public sealed class AskForApproval(
    AssessmentSheets sheets, ShownEvidence evidence, Approvals approvals, Notify notify, Acts acts, TimeProvider clock)
{
    /// <param name="Digest">Of the declaration that was on screen; null where none was, as for a program.</param>
    public sealed record Command(int Year, string Agency, string? Digest = null);

    /// <returns>Null where there is no such assessment.</returns>
    public async Task<AssessmentSheet?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet)
            return null;
        var before = sheet.Assessment.State;
        sheet.Assessment.Require(AssessmentVerb.AskForApproval, sheet.Edition, actor, clock.GetUtcNow());
        var shown = await evidence.OfAsync(command.Year, command.Agency, ct);
        var declaration = sheet.Declaration(shown);
        if (command.Digest is { } seen)
            declaration.RequireSeen(seen);
        EvidenceRules.RequireNothingOwed(sheet.Owed(shown), AssessmentVerb.AskForApproval);
        Doubts.RequireNoneOpen(sheet.OpenDoubts, AssessmentVerb.AskForApproval);
        sheet.Assessment.AskForApproval(sheet.Edition, actor, clock.GetUtcNow());
        await approvals.KeepAsync(
            sheet.Assessment, ApprovalAct.AskedForApproval, declaration.Canonical, actor.Account, clock.GetUtcNow(), ct);
        await notify.AgenciesAsync([new(
            command.Agency, NoticeKind.AskedForApproval, $"asked-for-approval/{command.Year}/{command.Agency}/{sheet.Assessment.Version}",
            $"{NoticePath.Assessment(command.Year, command.Agency)}/check",
            NoticeInWords.AskedForApproval(
                command.Year, sheet.Agency.Name, sheet.Assessment.ClosesAt(sheet.Edition)))], [Role.Approver], ct);
        await act.KeepAsync(
            "assessment.ask-for-approval", sheet.Subject, new { state = before },
            new { state = sheet.Assessment.State, digest = declaration.Digest }, ct);
        return sheet;
    }
}
