using System.Data.Common;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Audit;

/// <summary>Forgets old addresses twice a day.</summary>
internal sealed class OriginWorker(IServiceScopeFactory scopes, Tenants tenants, ILogger<OriginWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(12));
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
            log.LogWarning(away, "Old addresses of the trail could not be forgotten");
        }
    }

    private async Task RunAsync(Tenant tenant, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
        try
        {
            await scope.ServiceProvider.GetRequiredService<ForgetOrigins>().HandleAsync(ct);
        }
        catch (Exception failed) when (failed is DbException or InvalidOperationException)
        {
            log.LogWarning(failed, "Old addresses in the trail of {Tenant} could not be forgotten", tenant.Slug);
        }
    }
}
