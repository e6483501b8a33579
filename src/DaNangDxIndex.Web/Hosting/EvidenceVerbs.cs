using DaNangDxIndex.Evidence;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Hosting;

/// <summary>What operators ask of the store of evidence.</summary>
internal static class EvidenceVerbs
{
    /// <param name="slug">One tenant; null for all.</param>
    public static async Task<int> VerifyAsync(WebApplication app, string? slug)
    {
        var faults = 0;
        var tenants = await TenantsAsync(app, slug);
        foreach (var tenant in tenants)
        {
            await using var scope = Enter(app, tenant);
            var outcome = await scope.ServiceProvider.GetRequiredService<VerifyStore>().HandleAsync(CancellationToken.None);
            faults += outcome.Faults.Count;
            await Console.Out.WriteLineAsync($"{tenant.Slug}: {outcome.Files} files, {outcome.Faults.Count} at fault");
            foreach (var fault in outcome.Faults)
                await Console.Out.WriteLineAsync($"  {fault}");
        }
        if (slug is not null && tenants.Count == 0)
        {
            await Console.Error.WriteLineAsync($"There is no tenant {slug}.");
            return 2;
        }
        return faults == 0 ? 0 : 1;
    }

    public static async Task<int> SweepAsync(WebApplication app)
    {
        var swept = 0;
        foreach (var tenant in await TenantsAsync(app, null))
        {
            await using var scope = Enter(app, tenant);
            swept += await scope.ServiceProvider.GetRequiredService<SweepStore>().HandleAsync(CancellationToken.None);
        }
        await Console.Out.WriteLineAsync($"{swept} files that no upload completed were taken away.");
        return 0;
    }

    private static async Task<List<Tenant>> TenantsAsync(WebApplication app, string? slug) =>
        [.. (await app.Services.GetRequiredService<Tenants>().AllAsync(CancellationToken.None))
            .Where(tenant => slug is null || slug == tenant.Slug)];

    private static AsyncServiceScope Enter(WebApplication app, Tenant tenant)
    {
        var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
        return scope;
    }
}
