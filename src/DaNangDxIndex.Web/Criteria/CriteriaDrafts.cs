using DaNangDxIndex.Criteria.Drafting;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Criteria;

/// <summary>A group's criteria as a draft, whole or not: while the edition is in preparation they may still lack things.</summary>
public sealed class CriteriaDrafts(DxIndexDb db)
{
    /// <param name="Group">Tracked where it was found to be changed.</param>
    public sealed record Found(Edition Edition, EditionGroup Group, CriteriaDraft Draft)
    {
        public bool InPreparation => Edition.Stage == EditionStage.Drafting;
    }

    /// <summary>Null when there is no such group, or when others made its results and its criteria are not known.</summary>
    public async Task<Found?> FindAsync(int year, string group, CancellationToken ct) =>
        await db.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(one => one.Year == year, ct) is { } edition
        && await db.Set<EditionGroup>().AsNoTracking().SingleOrDefaultAsync(one => one.Year == year && one.Code == group, ct) is { } found
            ? Of(edition, found)
            : null;

    /// <summary>Inside a transaction: whoever else changes this edition's criteria waits.</summary>
    public async Task<Found?> FindToChangeAsync(int year, string group, CancellationToken ct) =>
        await db.Set<Edition>().FromSql($"SELECT * FROM edition WHERE year = {year} FOR UPDATE").SingleOrDefaultAsync(ct) is { } edition
        && await db.Set<EditionGroup>().SingleOrDefaultAsync(one => one.Year == year && one.Code == group, ct) is { } found
            ? Of(edition, found)
            : null;

    private static Found? Of(Edition edition, EditionGroup group) => group.CriteriaFile switch
    {
        { } file => new(edition, group, CriteriaDraft.Read(file)),
        null when edition.Stage == EditionStage.Drafting => new(edition, group, CriteriaDraft.Empty(edition.Year, group.Code, group.Name)),
        null => null,
    };
}
