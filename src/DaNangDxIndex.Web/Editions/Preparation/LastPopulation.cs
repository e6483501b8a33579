using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>Whom a group held in the edition before: while it is the same population, ranks are compared.</summary>
public sealed class LastPopulation(DxIndexDb db)
{
    /// <summary>Its code where the group is new.</summary>
    public async Task<string> OfAsync(EditionGroup group, CancellationToken ct) =>
        await db.Set<EditionGroup>().AsNoTracking().Where(editionGroup => editionGroup.Code == group.Code && editionGroup.Year < group.Year)
            .OrderByDescending(editionGroup => editionGroup.Year).Select(editionGroup => editionGroup.Population)
            .FirstOrDefaultAsync(ct) ?? group.Code;
}
