using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Evidence;

namespace DaNangDxIndex.Assessments;

/// <summary>The approver signs what was on screen. Whatever changed since is shown instead, and nothing is submitted.</summary>
public sealed class Submit(AssessmentSheets sheets, ShownEvidence evidence, Approvals approvals, Acts acts, TimeProvider clock)
{
    /// <param name="Digest">Of the declaration the approver saw. It is compared and never stored.</param>
    public sealed record Command(int Year, string Agency, string Digest);

    /// <returns>Null where there is no such assessment.</returns>
    /// <exception cref="ChangedMeanwhile">The declaration is no longer what was shown.</exception>
    public async Task<AssessmentSheet?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet)
            return null;
        var now = clock.GetUtcNow();
        if (IsAgain(sheet.Assessment, command, actor))
            return sheet;
        sheet.Assessment.Require(AssessmentVerb.Submit, sheet.Edition, actor, now);
        var shown = await evidence.ToChangeAsync(command.Year, command.Agency, ct);
        var declaration = sheet.Declaration(shown);
        declaration.RequireSeen(command.Digest);
        EvidenceRules.RequireNothingOwed(sheet.Owed(shown), AssessmentVerb.Submit);
        Doubts.RequireNoneOpen(sheet.OpenDoubts, AssessmentVerb.Submit);
        var before = sheet.Assessment.State;
        sheet.Assessment.Submit(declaration.Digest, sheet.Edition, actor, now);
        await approvals.KeepAsync(sheet.Assessment, ApprovalAct.Submitted, declaration.Canonical, actor.Account, now, ct);
        foreach (var attached in shown.Attached)
            attached.Attachment.HandIn(attached.Newest.Revision.Number, now);
        await act.KeepAsync(
            "assessment.submit", sheet.Subject, new { state = before }, new { state = sheet.Assessment.State, digest = declaration.Digest },
            ct);
        return sheet;
    }

    /// <summary>The same signature sent twice (a double click, a lost answer) is one submission.</summary>
    private static bool IsAgain(Assessment assessment, Command command, Actor actor) =>
        assessment.State == AssessmentState.Submitted && assessment.SubmittedBy == actor.Account
        && string.Equals(assessment.SubmittedDigest, command.Digest, StringComparison.Ordinal);
}
