using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Hosting;

/// <summary>A new tenant's first account: somebody has to make the others.</summary>
internal static class FirstAdministrator
{
    /// <summary>The address of the one-time link, or null where the tenant has accounts already.</summary>
    public static async Task<string?> AddAsync(IServiceProvider services, CancellationToken ct)
    {
        if (await services.GetRequiredService<DxIndexDb>().Set<Account>().AnyAsync(ct))
            return null;
        var create = services.GetRequiredService<CreateAccount>();
        var (_, token) = await create.HandleAsync(new("administrator", "Quản trị", [Role.Administrator], null), ct);
        return $"/{services.GetRequiredService<CurrentTenant>().Required.Slug}/vi/accounts/reset?token={token}";
    }
}
