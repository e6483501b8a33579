using DaNangDxIndex.Evidence;

namespace DaNangDxIndex.Hosting;

/// <summary>What operators ask of the store of evidence.</summary>
internal static class EvidenceVerbs
{
    /// <param name="slug">One tenant; null for all.</param>
    public static async Task<int> VerifyAsync(WebApplication app, string? slug)
    {
        var faults = 0;
        var tenants = await Verbs.TenantsAsync(app, slug);
        foreach (var tenant in tenants)
        {
            await using var scope = Verbs.Enter(app, tenant);
            var outcome = await scope.ServiceProvider.GetRequiredService<VerifyStore>().HandleAsync(CancellationToken.None);
            faults += outcome.Faults.Count;
            await Console.Out.WriteLineAsync($"{tenant.Slug}: {outcome.Files} files, {outcome.Faults.Count} at fault");
            foreach (var fault in outcome.Faults)
                await Console.Out.WriteLineAsync($"  {fault}");
        }
        if (slug is not null && tenants.Count == 0)
            return await Verbs.RefuseTenantAsync(slug);
        return faults == 0 ? 0 : 1;
    }

    public static async Task<int> SweepAsync(WebApplication app)
    {
        var swept = 0;
        foreach (var tenant in await Verbs.TenantsAsync(app, null))
        {
            await using var scope = Verbs.Enter(app, tenant);
            swept += await scope.ServiceProvider.GetRequiredService<SweepStore>().HandleAsync(CancellationToken.None);
        }
        await Console.Out.WriteLineAsync($"{swept} files that no upload completed were taken away.");
        return 0;
    }
}
