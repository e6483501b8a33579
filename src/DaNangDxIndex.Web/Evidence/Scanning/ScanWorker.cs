using System.Data.Common;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Evidence.Scanning;

/// <summary>
/// Scans what comes in, where a scanner is set up. While it is away files stay unscanned; every few seconds it is asked again.
/// </summary>
public sealed class ScanWorker(IServiceScopeFactory scopes, Tenants tenants, Clamd scanner, EvidenceStore store, ILogger<ScanWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private bool _away;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!scanner.IsSetUp || !store.IsSetUp)
            return;
        using var timer = new PeriodicTimer(Pause);
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
        catch (ScannerAway failed)
        {
            if (!_away)
                log.LogWarning("The virus scanner does not answer ({Reason}); files stay unscanned", failed.Message);
            _away = true;
        }
        catch (DbException away)
        {
            log.LogWarning(away, "Scanning was interrupted and begins again");
        }
    }

    /// <exception cref="ScannerAway">It is away for all.</exception>
    private async Task RunAsync(Tenant tenant, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
        try
        {
            if (await scope.ServiceProvider.GetRequiredService<ScanWork>().RunAsync(ct) > 0)
                _away = false;
        }
        catch (Exception failed) when (failed is DbException or InvalidOperationException or IOException or StoreAway
            && failed is not ScannerAway)
        {
            log.LogWarning(failed, "Scanning for {Tenant} was interrupted and begins again", tenant.Slug);
        }
    }
}
