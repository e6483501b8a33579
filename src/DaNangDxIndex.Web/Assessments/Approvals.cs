using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>Keeps what was answered for, and finds it again beside what stands now.</summary>
public sealed class Approvals(DxIndexDb db)
{
    /// <summary>Inside the act whose lock is held; saved with it.</summary>
    public async Task KeepAsync(Assessment assessment, ApprovalAct act, string content, Guid by, DateTimeOffset at, CancellationToken ct)
    {
        var approval = await db.Set<Approval>().AsTracking().SingleOrDefaultAsync(
            approval => approval.Year == assessment.Year && approval.Agency == assessment.Agency && approval.Act == act, ct);
        if (approval is null)
            db.Add(approval = new(assessment.Year, assessment.Agency, act));
        approval.Give(content, by, at);
    }

    public async Task<IReadOnlyDictionary<ApprovalAct, Approval>> OfAsync(int year, string agency, CancellationToken ct) =>
        await db.Set<Approval>().AsNoTracking().Where(approval => approval.Year == year && approval.Agency == agency)
            .ToDictionaryAsync(approval => approval.Act, ct);
}
