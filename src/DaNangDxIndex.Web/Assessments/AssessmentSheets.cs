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
        FindAsync(db.Set<Assessment>().AsNoTracking().Where(one => one.Year == year && one.Agency == agency),
            QueryTrackingBehavior.NoTracking, ct);

    /// <summary>
    /// Inside a transaction: whoever changes the same assessment waits here, so that what an approver signs is what was saved last,
    /// and a figure that comes after the signature is refused.
    /// </summary>
    public Task<AssessmentSheet?> FindToChangeAsync(int year, string agency, CancellationToken ct) =>
        FindAsync(db.Set<Assessment>().FromSql($"SELECT * FROM assessment WHERE year = {year} AND agency = {agency} FOR UPDATE"),
            QueryTrackingBehavior.TrackAll, ct);

    // The assessment first and alone: what stands around it is read only when its lock is held, and so never older than the lock.
    private async Task<AssessmentSheet?> FindAsync(IQueryable<Assessment> query, QueryTrackingBehavior tracking, CancellationToken ct)
    {
        // One connection for all of it: on each opening the database is told the tenant anew.
        await db.Database.OpenConnectionAsync(ct);
        if (await query.SingleOrDefaultAsync(ct) is not { } assessment)
            return null;
        var around = await (
            from edition in db.Set<Edition>().AsNoTracking()
            join @group in db.Set<EditionGroup>() on new { edition.Year, Code = assessment.Group } equals new { @group.Year, @group.Code }
            from agency in db.Set<Agency>()
            where edition.Year == assessment.Year && agency.Code == assessment.Agency
            select new
            {
                Edition = edition,
                Agency = agency,
                Digest = EF.Property<string?>(@group, Tables.CriteriaDigest),
                HasRequests = db.Set<NotApplicableRequest>()
                    .Any(request => request.Year == assessment.Year && request.Agency == assessment.Agency),
            }).SingleAsync(ct);
        if (await criteria.ScorerAsync(assessment.Year, assessment.Group, around.Digest, ct) is not { } scorer)
            return null;
        var entries = await db.Set<FigureEntry>().AsTracking(tracking)
            .Where(entry => entry.Year == assessment.Year && entry.Agency == assessment.Agency)
            .ToDictionaryAsync(entry => entry.Figure, StringComparer.Ordinal, ct);
        return new(around.Edition, assessment, around.Agency, scorer, entries, around.HasRequests
            ? await RequestsAsync(assessment, tracking, ct)
            : []);
    }

    private Task<Dictionary<string, NotApplicableRequest>> RequestsAsync(
        Assessment assessment, QueryTrackingBehavior tracking, CancellationToken ct) =>
        db.Set<NotApplicableRequest>().AsTracking(tracking)
            .Where(request => request.Year == assessment.Year && request.Agency == assessment.Agency)
            .ToDictionaryAsync(request => request.Criterion, StringComparer.Ordinal, ct);
}
