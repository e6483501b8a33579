using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>Loads what lies on the bench. What an agency has never handed in does not lie there.</summary>
public sealed class AppraisalSheets(DxIndexDb db, AssessmentSheets assessments, HeardResults heard)
{
    public async Task<AppraisalSheet?> FindAsync(int year, string agency, CancellationToken ct) =>
        await WithVerdictsAsync(await assessments.FindAsync(year, agency, ct), false, ct);

    /// <summary>As its agency hears it; null before its first round is closed, too.</summary>
    public async Task<AppraisalSheet?> FindHeardAsync(int year, string agency, CancellationToken ct) =>
        await FindAsync(year, agency, ct) is { } sheet && AssessmentRules.IsHeard(sheet.Assessment, sheet.Edition)
            ? await heard.OfAsync(sheet, ct)
            : null;

    /// <summary>
    /// Inside a transaction: whoever changes the same assessment waits, so that nobody closes a round over a verdict that is being given.
    /// </summary>
    public async Task<AppraisalSheet?> FindToChangeAsync(int year, string agency, CancellationToken ct) =>
        await WithVerdictsAsync(await assessments.FindToChangeAsync(year, agency, ct), true, ct);

    private async Task<AppraisalSheet?> WithVerdictsAsync(AssessmentSheet? sheet, bool toChange, CancellationToken ct)
    {
        if (sheet is null || !AppraisalRules.IsOnTheBench(sheet.Assessment, sheet.Set.Method))
            return null;
        var (year, agency) = (sheet.Assessment.Year, sheet.Assessment.Agency);
        var asked = new OneRoundTrip(db);
        var verdicts = asked.Rows<Verdict>("WHERE year = $1 AND agency = $2", year, agency);
        var reopenings = asked.Rows<Reopening>("WHERE year = $1 AND agency = $2 AND ended_at IS NULL", year, agency);
        // What the agency is still writing is its own.
        var replies = asked.Rows<Reply>(
            """
            WHERE year = $1 AND agency = $2 AND EXISTS (
                SELECT FROM assessment WHERE assessment.year = $1 AND assessment.agency = $2 AND replied_at IS NOT NULL)
            ORDER BY criterion
            """, year, agency);
        var samples = asked.Rows<Sample>("WHERE year = $1 AND percent > 0", year);
        var readings = asked.Rows<Reading>("WHERE year = $1 AND agency = $2", year, agency);
        await asked.SendAsync(ct);
        if (toChange)
        {
            Forget(year, agency);
            db.AttachRange(readings);
            db.AttachRange(verdicts);
            db.AttachRange(reopenings);
        }

        return new(
            sheet, [.. verdicts], new(year, agency, replies), reopenings.SingleOrDefault(), new(samples.SingleOrDefault(), readings));
    }

    /// <summary>What an earlier act of the same scope has read or changed is read anew.</summary>
    private void Forget(int year, string agency)
    {
        var earlier = db.ChangeTracker.Entries().Where(entry => entry.Entity switch
        {
            Verdict verdict => verdict.Year == year && verdict.Agency == agency,
            Reading reading => reading.Year == year && reading.Agency == agency,
            Reopening reopening => reopening.Year == year && reopening.Agency == agency,
            _ => false,
        });
        foreach (var entry in earlier.ToList())
            entry.State = EntityState.Detached;
    }
}
