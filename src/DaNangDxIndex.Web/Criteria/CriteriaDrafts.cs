using System.Text.Json.Nodes;
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
        await db.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(edition => edition.Year == year, ct) is { } edition
        && await db.Set<EditionGroup>().AsNoTracking()
        .SingleOrDefaultAsync(editionGroup => editionGroup.Year == year && editionGroup.Code == group, ct) is { } found
            ? await OfAsync(edition, found, ct)
            : null;

    /// <summary>Inside a transaction: whoever else changes this edition's criteria waits.</summary>
    public async Task<Found?> FindToChangeAsync(int year, string group, CancellationToken ct) =>
        await db.Set<Edition>().FromSql($"SELECT * FROM edition WHERE year = {year} FOR UPDATE").SingleOrDefaultAsync(ct) is { } edition
        && await db.Set<EditionGroup>()
        .SingleOrDefaultAsync(editionGroup => editionGroup.Year == year && editionGroup.Code == group, ct) is { } found
            ? await OfAsync(edition, found, ct)
            : null;

    private async Task<Found?> OfAsync(Edition edition, EditionGroup group, CancellationToken ct) => group.CriteriaFile switch
    {
        { } file => new(edition, group, CriteriaDraft.Read(file)),
        null when edition.Stage == EditionStage.Drafting => new(edition, group, await EmptyAsync(group, ct)),
        null => null,
    };

    /// <summary>
    /// Scale, tiers and policies are mostly the same in all groups of an edition, so a new one begins with those of the first.
    /// </summary>
    private async Task<CriteriaDraft> EmptyAsync(EditionGroup group, CancellationToken ct)
    {
        var empty = CriteriaDraft.Empty(group.Year, group.Code, group.Name);
        var first = await db.Set<EditionGroup>().AsNoTracking()
            .Where(editionGroup => editionGroup.Year == group.Year && editionGroup.CriteriaFile != null)
            .OrderBy(editionGroup => editionGroup.Position).Select(editionGroup => editionGroup.CriteriaFile).FirstOrDefaultAsync(ct);
        if (first is not null && CriteriaDraft.Read(first).File["method"]?.DeepClone() is JsonObject method)
            empty.File["method"] = WithoutCodes(method);
        return empty;
    }

    /// <summary>Gates and tie keys name criteria of the other group.</summary>
    private static JsonObject WithoutCodes(JsonObject method)
    {
        method.Remove("gates");
        (method["ranking"] as JsonObject)?.Remove("tieKeys");
        return method;
    }
}
