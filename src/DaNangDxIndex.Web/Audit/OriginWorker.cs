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
            foreach (var tenant in await tenants.AllAsync(ct))
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
                await scope.ServiceProvider.GetRequiredService<ForgetOrigins>().HandleAsync(ct);
            }
        }
        catch (Exception failed) when (failed is DbException or InvalidOperationException)
        {
            log.LogWarning(failed, "Old addresses of the trail could not be forgotten");
        }
    }
}
