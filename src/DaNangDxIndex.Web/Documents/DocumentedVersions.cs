using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.Corrections;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Documents;

/// <summary>Finds the version that documents are asked of.</summary>
public sealed class DocumentedVersions(
    DxIndexDb db, PublishedEditions published, EditionResults results, CorrectionDrafts corrections, FreezeVersion freeze)
{
    private static readonly EditionStage[] WithResults =
        [EditionStage.Appraisal, EditionStage.Explanation, EditionStage.Review, EditionStage.Final];

    /// <param name="number">
    /// A published version or the next one, which is in preparation; without it the version in force, or the next one while none is.
    /// </param>
    /// <returns>Null where there is no such version and none in preparation.</returns>
    public async Task<DocumentedVersion?> FindAsync(int year, int? number, CancellationToken ct) =>
        await AskedAsync(year, number, ct) is not { } found ? null
        : found.Edition.Correction is { } correction
            ? found with { Corrected = (await published.OutlineAsync(year, correction.Of, ct))?.Edition.Document }
            : found;

    private async Task<DocumentedVersion?> AskedAsync(int year, int? number, CancellationToken ct)
    {
        var newest = await published.NewestNumberAsync(year, ct);
        var asked = number ?? newest ?? 1;
        if (asked > (newest ?? 0))
            return asked == (newest ?? 0) + 1 ? await PreparedAsync(year, newest, ct) : null;
        return await published.FindAsync(year, asked, ct) is { } version
            ? new(version, newest, (await published.WithdrawnAsync(year, ct)).GetValueOrDefault(asked))
            : null;
    }

    private async Task<DocumentedVersion?> PreparedAsync(int year, int? newest, CancellationToken ct) => newest is null
        ? await FirstAsync(year, ct)
        : await corrections.FindAsync(year, ct) is { IsOvertaken: false, Correction: { Changes.Count: > 0 } correction } found
            ? Of(found.Newest.Edition with { Groups = found.Groups, Correction = correction }, newest, await freeze.NextAsync(year, ct))
            : null;

    private async Task<DocumentedVersion?> FirstAsync(int year, CancellationToken ct)
    {
        if (await db.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(edition => edition.Year == year, ct) is not { } edition
            || !WithResults.Contains(edition.Stage))
            return null;
        var next = await freeze.NextAsync(year, ct);
        var version = Of(
            new PublishedEdition
            {
                Tenant = next.Tenant,
                Year = year,
                Series = await db.Set<Series>().AsNoTracking().SingleAsync(series => series.Code == edition.Series, ct),
                Number = next.Number,
                PublishedAt = next.At,
                AuditHead = next.AuditHead,
                Illustrative = edition.Illustrative,
                Groups = await results.ComputeAsync(year, ct),
            },
            newest: null, next);
        return version with
        {
            NotFinal = await db.Set<Assessment>().CountAsync(
                assessment => assessment.Year == year && assessment.State != AssessmentState.Final
                    && assessment.State != AssessmentState.NotSubmitted
                    && assessment.JoinedInto == null, ct),
        };
    }

    /// <summary>As it would be frozen now, under no document yet.</summary>
    private static DocumentedVersion Of(PublishedEdition edition, int? newest, FreezeVersion.Next next)
    {
        var canonical = PublishedEditionJson.Canonical(edition with
        {
            Tenant = next.Tenant,
            Number = next.Number,
            Document = null,
            PublishedAt = next.At,
            AuditHead = next.AuditHead,
        });
        return new(new PublishedVersion(PublishedEditionJson.Read(canonical), CanonicalJson.Digest(canonical)), newest, null);
    }
}
