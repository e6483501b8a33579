using DaNangDxIndex.Agencies;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Criteria;

/// <summary>Agencies that can be named as verifying a figure or a criterion, as suggestions to a field.</summary>
public sealed class VerifyingUnits(DxIndexDb db)
{
    public const string ListId = "verifying-units";

    public async Task<IReadOnlyList<(string Code, string Name)>> ListAsync() =>
        [.. (await db.Set<Agency>().AsNoTracking().OrderBy(agency => agency.Code).ToListAsync())
            .Select(agency => (agency.Code, agency.Name.In(Addresses.Language)))];
}
