using System.Data.Common;

namespace DaNangDxIndex.Tenancy;

/// <summary>
/// Work for each tenant in turn, again and again: each in a scope of its own, and one tenant's trouble is not the others'.
/// </summary>
/// <param name="work">As the log names it: "Scanning".</param>
/// <param name="pause">Before each round, the first as well: a program that has just started serves its visitors first.</param>
public abstract class RoundOfTenants(string work, TimeSpan pause, IServiceScopeFactory scopes, Tenants tenants, ILogger log)
    : BackgroundService
{
    protected virtual bool IsSetUp => true;

    protected abstract Task RunAsync(IServiceProvider services, CancellationToken ct);

    /// <summary>What keeps one tenant's work from being done today, and nobody else's.</summary>
    protected virtual bool IsOfOneTenant(Exception failed) => failed is DbException or InvalidOperationException;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!IsSetUp)
            return;
        using var timer = new PeriodicTimer(pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await GoRoundAsync(stoppingToken);
    }

    protected virtual async Task GoRoundAsync(CancellationToken ct)
    {
        try
        {
            foreach (var tenant in await tenants.ReachableAsync(ct))
                await VisitAsync(tenant, ct);
        }
        catch (DbException away)
        {
            log.LogWarning(away, "{Work} was interrupted and begins again", work);
        }
    }

    private async Task VisitAsync(Tenant tenant, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
        try
        {
            await RunAsync(scope.ServiceProvider, ct);
        }
        catch (Exception failed) when (IsOfOneTenant(failed))
        {
            log.LogWarning(failed, "{Work} for {Tenant} was interrupted and begins again", work, tenant.Slug);
        }
    }
}
