using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>Gathers what decides whether an edition may open.</summary>
public sealed class PreparedEditions(DxIndexDb db)
{
    public async Task<PreparedEdition> GatherAsync(EditionsInPreparation.Found found, CancellationToken ct)
    {
        var accounts = await db.Set<Account>().AsNoTracking().Where(account => !account.Disabled)
            .Select(account => new { account.Roles, account.AgencyCode }).ToListAsync(ct);
        return new(
            found.Edition,
            [.. found.Groups.Select(group => new PreparedGroup(group, group.CriteriaFile is { } file ? CriteriaFile.Read(file) : null))],
            await db.Set<Participant>().AsNoTracking().Where(participant => participant.Year == found.Edition.Year).ToListAsync(ct),
            await db.Set<Agency>().AsNoTracking().ToListAsync(ct),
            [.. accounts.Select(account => new Staff([.. account.Roles.Select(RoleCode.Parse).OfType<Role>()], account.AgencyCode))]);
    }
}
