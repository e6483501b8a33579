using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Assessments;

/// <summary>The approver signs what was on screen. Whatever changed since is shown instead, and nothing is submitted.</summary>
public sealed class Submit(DxIndexDb db, AssessmentSheets sheets, AuditTrail audit, TimeProvider clock)
{
    /// <param name="Digest">Of the declaration the approver saw. It is compared and never stored.</param>
    /// <param name="Shown">That declaration, to say what changed since; null where only the digest is known.</param>
    public sealed record Command(int Year, string Agency, string Digest, Declaration? Shown = null);

    /// <param name="Submitted">False where the declaration is no longer what was shown; <paramref name="Changes"/> says in what.</param>
    public sealed record Outcome(AssessmentSheet Sheet, bool Submitted, IReadOnlyList<Declaration.Change> Changes);

    /// <returns>Null where there is no such assessment.</returns>
    public async Task<Outcome?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet)
            return null;
        var now = clock.GetUtcNow();
        if (IsAgain(sheet.Assessment, command, actor))
            return new(sheet, true, []);
        sheet.Assessment.Require(AssessmentVerb.Submit, sheet.Edition, actor, now);
        var declaration = sheet.Declaration();
        if (!string.Equals(command.Digest, declaration.Digest, StringComparison.Ordinal))
            return new(sheet, false, command.Shown?.ChangesTo(declaration) ?? []);
        var before = sheet.Assessment.State;
        sheet.Assessment.Submit(declaration.Digest, sheet.Edition, actor, now);
        audit.Add("assessment.submit", sheet.Subject, new { state = before }, new { state = sheet.Assessment.State, digest = declaration.Digest });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new(sheet, true, []);
    }

    /// <summary>The same signature sent twice (a double click, a lost answer) is one submission.</summary>
    private static bool IsAgain(Assessment assessment, Command command, Actor actor) =>
        assessment.State == AssessmentState.Submitted && assessment.SubmittedBy == actor.Account
        && string.Equals(assessment.SubmittedDigest, command.Digest, StringComparison.Ordinal);
}
