using DaNangDxIndex.Accounts;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Assessments;

/// <summary>The approver gives the figures back to the assessor and says what to mend.</summary>
public sealed class SendBack(DxIndexDb db, AssessmentSheets sheets, AuditTrail audit, TimeProvider clock)
{
    public const int LongestNote = 2000;

    public sealed record Command(int Year, string Agency, string Note);

    /// <returns>Null where there is no such assessment.</returns>
    public async Task<AssessmentSheet?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet)
            return null;
        var before = sheet.Assessment.State;
        sheet.Assessment.SendBack(command.Note.Trim(), sheet.Edition, actor, clock.GetUtcNow());
        audit.Add("assessment.send-back", sheet.Subject, new { state = before }, new { state = sheet.Assessment.State, note = sheet.Assessment.Note });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return sheet;
    }
}
