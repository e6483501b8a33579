using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>Loads what lies on the bench. What an agency has never handed in does not lie there.</summary>
public sealed class AppraisalSheets(DxIndexDb db, AssessmentSheets assessments)
{
    public async Task<AppraisalSheet?> FindAsync(int year, string agency, CancellationToken ct) =>
        await WithVerdictsAsync(await assessments.FindAsync(year, agency, ct), QueryTrackingBehavior.NoTracking, ct);

    /// <summary>
    /// Inside a transaction: whoever changes the same assessment waits, so that nobody closes a round over a verdict that is being given.
    /// </summary>
    public async Task<AppraisalSheet?> FindToChangeAsync(int year, string agency, CancellationToken ct) =>
        await WithVerdictsAsync(await assessments.FindToChangeAsync(year, agency, ct), QueryTrackingBehavior.TrackAll, ct);

    private async Task<AppraisalSheet?> WithVerdictsAsync(AssessmentSheet? sheet, QueryTrackingBehavior tracking, CancellationToken ct)
    {
        if (sheet is null || !AppraisalRules.IsOnTheBench(sheet.Assessment, sheet.Set.Method))
            return null;
        var (year, agency) = (sheet.Assessment.Year, sheet.Assessment.Agency);
        var verdicts = await db.Set<Verdict>().AsTracking(tracking)
            .Where(verdict => verdict.Year == year && verdict.Agency == agency).ToListAsync(ct);
        var reopening = sheet.Assessment.State is AssessmentState.Final or AssessmentState.Reopened
            ? await db.Set<Reopening>().AsTracking(tracking)
                .SingleOrDefaultAsync(one => one.Year == year && one.Agency == agency && one.EndedAt == null, ct)
            : null;
        return new(sheet, verdicts, await RepliesAsync(sheet.Assessment, ct), reopening);
    }

    /// <summary>What the agency is still writing is its own.</summary>
    private async Task<AgencyReplies> RepliesAsync(Assessment assessment, CancellationToken ct) => new(
        assessment.Year, assessment.Agency, assessment.RepliedAt is null ? [] : await db.Set<Reply>().AsNoTracking()
            .Where(reply => reply.Year == assessment.Year && reply.Agency == assessment.Agency)
            .OrderBy(reply => reply.Criterion).ToListAsync(ct));
}
