using System.Data.Common;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Evidence;

/// <summary>Sweeps the store once an hour.</summary>
public sealed class SweepWorker(IServiceScopeFactory scopes, Tenants tenants, EvidenceStore store, ILogger<SweepWorker> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!store.IsSetUp)
            return;
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await RunAsync(stoppingToken);
    }

    private async Task RunAsync(CancellationToken ct)
    {
        try
        {
            foreach (var tenant in await tenants.ReachableAsync(ct))
                await RunAsync(tenant, ct);
        }
        catch (DbException away)
        {
            log.LogWarning(away, "The store could not be swept");
        }
    }

    private async Task RunAsync(Tenant tenant, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
        try
        {
            if (await scope.ServiceProvider.GetRequiredService<SweepStore>().HandleAsync(ct) is > 0 and var swept)
                log.LogInformation("{Swept} files that no upload completed were taken away", swept);
        }
        catch (Exception failed) when (failed is DbException or InvalidOperationException or StoreAway)
        {
            log.LogWarning(failed, "The store of {Tenant} could not be swept", tenant.Slug);
        }
    }
}
