using DaNangDxIndex.Amendments;
using DaNangDxIndex.Database;
using DaNangDxIndex.Publishing;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publications;

/// <summary>What was changed in an edition after it had opened, as everybody reads it.</summary>
public sealed class PublicAmendments(DxIndexDb db, PublishedEditions published)
{
    /// <summary>
    /// In the order in which they were made: as they were frozen with the results; or, while there are none yet or they were frozen
    /// without, as they stand.
    /// </summary>
    public async Task<IReadOnlyList<PublishedAmendment>> OfAsync(int year, CancellationToken ct) =>
        (await published.NewestOutlineAsync(year, ct))?.Edition.Amendments ?? await StoredAsync(year, ct);

    /// <summary>As they stand, to be frozen.</summary>
    public async Task<IReadOnlyList<PublishedAmendment>> StoredAsync(int year, CancellationToken ct)
    {
        var stored = await db.Set<Amendment>().AsNoTracking().Where(amendment => amendment.Year == year)
            .OrderBy(amendment => amendment.Number).ToListAsync(ct);
        if (stored.Count == 0)
            return [];
        var names = await PublicAgencies.Of(db)
            .ToDictionaryAsync(agency => agency.Code, agency => agency.Name, StringComparer.Ordinal, ct);
        return [.. stored.Select(amendment => AmendmentInWords.Published(amendment, names.GetValueOrDefault))];
    }
}
