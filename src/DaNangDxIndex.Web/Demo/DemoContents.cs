using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Demo;

/// <summary>What a demo tenant holds, in the order in which one part needs another. Runs in one transaction, with the tenant set.</summary>
internal static class DemoContents
{
    public static async Task LoadAsync(IServiceProvider services, Tenant tenant, CancellationToken ct)
    {
        var (entering, standing) = tenant.Slug == "da-nang" ? ("w25-hai-chau", "so-khcn-2025") : ("kh-p-loc-tho", "kh-so-tttt");
        DemoAccounts.Add(services, tenant, entering, standing);
        services.GetRequiredService<AuditTrail>().Add("demo.load", "tenant", null, null, null, "demo");
        await services.GetRequiredService<DxIndexDb>().SaveChangesAsync(ct);
    }
}
