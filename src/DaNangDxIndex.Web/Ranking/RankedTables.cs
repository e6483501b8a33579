using DaNangDxIndex.Agencies;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Ranking;

/// <summary>
/// Makes the ranked table of a group from its publication, or from what others printed, and counts the changes against the edition before.
/// What is published never changes; names and successors of agencies, what was printed and what became of a version may: a table is kept
/// for one state of them.
/// </summary>
public sealed class RankedTables(
    DxIndexDb db, PublishedEditions published, PublicEditions editions, PrintedTables printed, CurrentTenant tenant, PublicChanges changes,
    KeptVersions kept)
{
    // What a table takes, with what its components are made of, and what a line of it takes.
    private const int Bytes = 256 << 10;
    private const int BytesOfLine = 1 << 10;

    /// <summary>
    /// The table, or null while the group has no result that everybody may see. Without a number it is the version in force.
    /// </summary>
    public async Task<RankedTable?> FindAsync(int year, string group, int? number, CancellationToken ct)
    {
        var state = changes.StateOf(tenant.Required.Cluster);
        var all = await editions.ListAsync(ct);
        var shown = await editions.ShownAsync(year, number, ct);
        var before = all.FirstOrDefault(edition => edition.Year < year && edition.HasResults);
        var key = (nameof(FindAsync), tenant.Required.Id, year, group, shown, before?.Year, before?.Version, state);
        if (kept.Find<RankedTable>(key) is { } known)
            return known;
        return await ReadAsync(year, group, number, before, ct) is { } table ? Keep(key, table, state) : null;
    }

    /// <summary>The table without a look at the edition before.</summary>
    public async Task<RankedTable?> FindAloneAsync(int year, string group, int? number, CancellationToken ct)
    {
        var state = changes.StateOf(tenant.Required.Cluster);
        // Which version is in force stands in the list that every page has asked for.
        var shown = await editions.ShownAsync(year, number, ct);
        var key = (nameof(FindAloneAsync), tenant.Required.Id, year, group, shown, state);
        if (kept.Find<RankedTable>(key) is { } known)
            return known;
        var table = shown is { } asked ? await OfVersionAsync(year, group, asked, ct) : await printed.FindAsync(year, group, ct);
        return table is null ? null : Keep(key, table, state);
    }

    /// <summary>
    /// Tables of one group over the editions, oldest first; a year without one is left out, and each knows why it is not compared with the
    /// one before it in the list.
    /// </summary>
    /// <param name="until">The last year.</param>
    public async Task<IReadOnlyList<(RankedTable Table, Break? Break)>> OverYearsAsync(string group, int until, CancellationToken ct)
    {
        var years = new List<(RankedTable, Break?)>();
        SeriesYear? before = null;
        foreach (var edition in (await editions.ListAsync(ct)).Where(edition => edition.HasResults && edition.Year <= until).Reverse())
        {
            if (edition.Of(group) is not { } now || await FindAloneAsync(edition.Year, group, number: null, ct) is not { } table)
                continue;
            years.Add((table, before is null ? null : Break.Between(before, now)));
            before = now;
        }

        return years;
    }

    private async Task<RankedTable?> OfVersionAsync(int year, string group, int number, CancellationToken ct)
    {
        if (await published.OutlineAsync(year, number, ct) is not { } version || version.Edition.Group(group) is not { } found)
            return null;
        var edition = (await editions.ListAsync(ct)).FirstOrDefault(edition => edition.Year == year);
        var table = ComputedTable.Of(year, found, version.Edition.Illustrative) with
        {
            Version = version.InBrief,
            State = edition?.StateOf(number),
        };
        return await printed.MarkAsync(table, version.Edition.Printed, ct);
    }

    private RankedTable Keep(object key, RankedTable table, long? state) =>
        state is null ? table : kept.Keep(key, Bytes + (table.Agencies.Count * BytesOfLine), () => table);

    private async Task<RankedTable?> ReadAsync(int year, string group, int? number, PublicEdition? editionBefore, CancellationToken ct)
    {
        var table = await FindAloneAsync(year, group, number, ct);
        // A publication has frozen what it is compared with, and why it is not.
        if (table?.Version?.Printed is not null)
            return table;
        var now = (await editions.ListAsync(ct)).FirstOrDefault(edition => edition.Year == year)?.Of(group);
        if (table is null || now is null || editionBefore?.Of(group) is not { } then)
            return table;
        if (Break.Between(then, now) is { } found)
            return table with { Break = found };
        if (table.Version is not null || await FindAloneAsync(editionBefore.Year, group, number: null, ct) is not { } before)
            return table;
        return Compared(table, before, new Lineage(await PublicAgencies.Of(db).ToListAsync(ct)));
    }

    private static RankedTable Compared(RankedTable table, RankedTable before, Lineage lineage)
    {
        var earlier = before.Agencies.ToDictionary(agency => agency.Code, StringComparer.Ordinal);
        var present = earlier.Keys.ToHashSet(StringComparer.Ordinal);
        return table with
        {
            YearBefore = before.Year,
            Tiers = [.. table.Tiers.Select(tier => tier with { Before = before.Tier(tier.Code)?.Now })],
            Agencies = [.. table.Agencies.Select(agency => agency with
            {
                Change = lineage.Among(present, agency.Code) is { } then ? earlier[then].Rank - agency.Rank : null,
            })],
        };
    }
}
