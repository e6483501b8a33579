using DaNangDxIndex.Agencies;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Assessments;

/// <summary>Loads the sheet of one agency, to read or to change.</summary>
public sealed class AssessmentSheets(DxIndexDb db, CriteriaInForce criteria)
{
    public Task<AssessmentSheet?> FindAsync(int year, string agency, CancellationToken ct) =>
        FindAsync(db.Set<Assessment>().AsNoTracking().Where(one => one.Year == year && one.Agency == agency), QueryTrackingBehavior.NoTracking, ct);

    /// <summary>
    /// Inside a transaction: whoever changes the same assessment waits here, so that what an approver signs is what was saved last,
    /// and a figure that comes after the signature is refused.
    /// </summary>
    public Task<AssessmentSheet?> FindToChangeAsync(int year, string agency, CancellationToken ct) =>
        FindAsync(db.Set<Assessment>().FromSql($"SELECT * FROM assessment WHERE year = {year} AND agency = {agency} FOR UPDATE"), QueryTrackingBehavior.TrackAll, ct);

    private async Task<AssessmentSheet?> FindAsync(IQueryable<Assessment> query, QueryTrackingBehavior tracking, CancellationToken ct)
    {
        if (await query.SingleOrDefaultAsync(ct) is not { } assessment || await criteria.ScorerAsync(assessment.Year, assessment.Group, ct) is not { } scorer)
            return null;
        var edition = await db.Set<Edition>().AsNoTracking().SingleAsync(one => one.Year == assessment.Year, ct);
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(one => one.Code == assessment.Agency, ct);
        var entries = await db.Set<FigureEntry>().AsTracking(tracking)
            .Where(entry => entry.Year == assessment.Year && entry.Agency == assessment.Agency)
            .ToDictionaryAsync(entry => entry.Figure, StringComparer.Ordinal, ct);
        var requests = await db.Set<NotApplicableRequest>().AsTracking(tracking)
            .Where(request => request.Year == assessment.Year && request.Agency == assessment.Agency)
            .ToDictionaryAsync(request => request.Criterion, StringComparer.Ordinal, ct);
        return new(edition, assessment, agency, scorer, entries, requests);
    }
}
