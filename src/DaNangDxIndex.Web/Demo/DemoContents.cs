using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Demo;

/// <summary>What a demo tenant holds, in the order in which one part needs another. Runs in one transaction, with the tenant set.</summary>
internal static class DemoContents
{
    public static async Task LoadAsync(IServiceProvider services, Tenant tenant, CancellationToken ct)
    {
        await Task.CompletedTask;
    }
}
