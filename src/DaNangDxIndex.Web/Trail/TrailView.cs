using DaNangDxIndex.Agencies;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Trail;

/// <summary>The entries of the trail that a filter asks for, newest first.</summary>
public sealed class TrailView(DxIndexDb db)
{
    private const int MostAgencies = 500;

    /// <param name="before">Entries with a smaller number than this; null for the newest.</param>
    public async Task<List<AuditEntry>> FindAsync(TrailFilter filter, long? before, int most, CancellationToken ct)
    {
        var entries = await NarrowedAsync(filter, ct);
        if (before is { } number)
            entries = entries.Where(entry => entry.Number < number);
        return await entries.AsNoTracking().OrderByDescending(entry => entry.Number).Take(most).ToListAsync(ct);
    }

    public async Task<Dictionary<long, string>> OriginsAsync(List<long> numbers, CancellationToken ct) =>
        (await db.Set<EntryOrigin>().AsNoTracking().Where(origin => numbers.Contains(origin.Number)).ToListAsync(ct))
            .ToDictionary(origin => origin.Number, origin => origin.Ip.ToString());

    private async Task<IQueryable<AuditEntry>> NarrowedAsync(TrailFilter filter, CancellationToken ct)
    {
        var entries = filter.Agency is null ? db.Set<AuditEntry>() : OfAgencies(await CodesAsync(filter.Agency, ct));
        if (filter.Act is { Length: > 0 } act && TrailFilter.Acts.Contains(act, StringComparer.Ordinal))
            entries = entries.Where(entry => EF.Property<string?>(entry, AuditEntryMapping.Kind) == act);
        if (filter.Of?.Trim() is { Length: > 0 } code)
            entries = entries.Where(entry => EF.Property<string?>(entry, AuditEntryMapping.About) == code);
        if (filter.Who?.Trim() is { Length: > 0 } who)
            entries = entries.Where(entry => EF.Functions.ILike(entry.AccountName, "%" + Escaped(who) + "%"));
        if (filter.FirstDay?.Day is { } first)
        {
            var begins = VietNamTime.EndOf(first.AddDays(-1)).ToUniversalTime();
            entries = entries.Where(entry => entry.At >= begins);
        }

        if (filter.LastDay?.Day is { } last)
        {
            var ends = VietNamTime.EndOf(last).ToUniversalTime();
            entries = entries.Where(entry => entry.At < ends);
        }

        return entries;
    }

    /// <summary>What was done to an agency itself, or to its part of an edition.</summary>
    private IQueryable<AuditEntry> OfAgencies(string[] codes) => codes is [var only]
        // In the order of an index; for several the server weighs whether to gather theirs or to go back through all.
        ? db.Set<AuditEntry>().Where(entry => EF.Property<string?>(entry, AuditEntryMapping.Agency) == only)
        : db.Set<AuditEntry>().FromSql($"SELECT * FROM audit_entry WHERE agency = ANY ({codes})");

    private async Task<string[]> CodesAsync(AskedWords asked, CancellationToken ct)
    {
        var agencies = await db.Set<Agency>().AsNoTracking().ToListAsync(ct);
        return [.. agencies.Where(agency => agency.Code == asked.ToString().Trim() || asked.StandIn($"{agency.Name.Vi} {agency.Name.En}"))
            .Select(agency => agency.Code).Take(MostAgencies)];
    }

    private static string Escaped(string text) => text.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_");
}
