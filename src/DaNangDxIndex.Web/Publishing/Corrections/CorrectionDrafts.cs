using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publications;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>The correction that is being prepared for a year, with what it would change and whom it would move.</summary>
public sealed class CorrectionDrafts(DxIndexDb db, PublishedEditions published)
{
    /// <param name="Newest">The version that a correction is made of.</param>
    /// <param name="Draft">Null while none is prepared.</param>
    public sealed record Found(Edition Edition, PublishedVersion Newest, CorrectionDraft? Draft, IReadOnlyList<DraftedChange> Drafted)
    {
        /// <summary>A newer version has been published since the draft was begun.</summary>
        public bool IsOvertaken => Draft is not null && Draft.Basis != Newest.Edition.Number;

        /// <summary>The draft as it would be published, without number and moment; null while none is prepared.</summary>
        public PublishedCorrection? Correction { get; private init; }

        /// <summary>The groups as they would stand.</summary>
        public IReadOnlyList<PublishedGroup> Groups { get; private init; } = [];

        public Found Computed()
        {
            if (Draft is not { } draft)
                return this;
            var (before, changes) = (Newest.Edition.Groups, Changes());
            var groups = CorrectedResults.Of(before, changes);
            return this with
            {
                Groups = groups,
                Correction = new(
                    Newest.Edition.Number, Newest.Digest, draft.Cause, draft.FoundBy, draft.Review, changes,
                    CorrectedResults.Moved(before, groups)),
            };
        }

        /// <summary>By agency, figures before criteria: the same draft is always written the same way.</summary>
        private IReadOnlyList<ResultChange> Changes() =>
        [
            .. Drafted.OrderBy(change => change.Agency, StringComparer.Ordinal)
                .ThenBy(change => change.Criterion, StringComparer.Ordinal).ThenBy(change => change.Figure, StringComparer.Ordinal)
                .Select(change => (change, Entrant: Newest.Edition.GroupOf(change.Agency)?.Entrant(change.Agency)))
                .Where(pair => pair.Entrant is not null)
                .Select(pair => pair.change.Of(pair.Entrant!)),
        ];
    }

    /// <summary>Null when the year has no publication.</summary>
    public Task<Found?> FindAsync(int year, CancellationToken ct) =>
        FindAsync(db.Set<Edition>().AsNoTracking().Where(edition => edition.Year == year), year, ct);

    /// <summary>In a transaction: nobody publishes, corrects or withdraws meanwhile, and nobody changes the draft.</summary>
    public Task<Found?> FindToChangeAsync(int year, CancellationToken ct) =>
        FindAsync(db.Set<Edition>().FromSql($"SELECT * FROM edition WHERE year = {year} FOR UPDATE"), year, ct);

    private async Task<Found?> FindAsync(IQueryable<Edition> editions, int year, CancellationToken ct)
    {
        if (await editions.SingleOrDefaultAsync(ct) is not { } edition || await published.NewestAsync(year, ct) is not { } newest)
            return null;
        var draft = await db.Set<CorrectionDraft>().SingleOrDefaultAsync(draft => draft.Year == year, ct);
        var changes = draft is null ? [] : await db.Set<DraftedChange>().Where(change => change.Year == year).ToListAsync(ct);
        return new Found(edition, newest, draft, changes).Computed();
    }
}
