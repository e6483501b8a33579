using DaNangDxIndex.Accounts;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>The approver takes a submitted assessment back, until the first verdict.</summary>
public sealed class Recall(DxIndexDb db, AssessmentSheets sheets, AuditTrail audit, TimeProvider clock)
{
    public sealed record Command(int Year, string Agency);

    /// <returns>Null where there is no such assessment.</returns>
    public async Task<AssessmentSheet?> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await sheets.FindToChangeAsync(command.Year, command.Agency, ct) is not { } sheet)
            return null;
        var before = sheet.Assessment.State;
        var judged = await db.Set<Verdict>().AnyAsync(verdict => verdict.Year == command.Year && verdict.Agency == command.Agency, ct);
        sheet.Assessment.Recall(judged, sheet.Edition, actor, clock.GetUtcNow());
        audit.Add("assessment.recall", sheet.Subject, new { state = before }, new { state = sheet.Assessment.State });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return sheet;
    }
}
