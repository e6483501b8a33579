using DaNangDxIndex.Agencies;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>The agencies an account may belong to, by code, in the reader's language.</summary>
public sealed class AgencyNames
{
    private readonly Dictionary<string, string> _names;

    private AgencyNames(Dictionary<string, string> names) => _names = names;

    public IEnumerable<(string Code, string Name)> All =>
        _names.OrderBy(agency => agency.Value, VietnameseOrder.Names).Select(agency => (agency.Key, agency.Value));

    public string? Of(string? code) => code is null ? null : _names.GetValueOrDefault(code) ?? code;

    public static async Task<AgencyNames> ReadAsync(DxIndexDb db, CancellationToken ct) => new(await db.Set<Agency>().AsNoTracking()
        .ToDictionaryAsync(agency => agency.Code, agency => agency.Name.In(Addresses.Language), StringComparer.Ordinal, ct));
}
