using DaNangDxIndex.Agencies;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Demo;

/// <summary>
/// What a demo tenant holds, in the order in which one part needs another. Runs in one transaction, with the tenant set; a tenant that has
/// agencies is left as it is.
/// </summary>
internal static class DemoContents
{
    public static async Task LoadAsync(IServiceProvider services, Tenant tenant, CancellationToken ct)
    {
        var db = services.GetRequiredService<DxIndexDb>();
        if (await db.Set<Agency>().AnyAsync(ct))
            return;
        await DemoEditions.LoadAsync(db, tenant.Slug, services.GetRequiredService<TimeProvider>().GetUtcNow(), ct);
        var (entering, standing, other) = tenant.Slug == "da-nang"
            ? ("w25-hai-chau", "so-khcn-2025", "vp-ubnd")
            : ("kh-p-loc-tho", "kh-so-tttt", "kh-so-nv");
        DemoAccounts.Add(services, tenant, entering, standing, other);
        services.GetRequiredService<AuditTrail>().Add("demo.load", "tenant", null, null, null, "demo");
        await db.SaveChangesAsync(ct);
    }
}
