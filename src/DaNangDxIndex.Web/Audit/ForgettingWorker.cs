using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Audit;

/// <summary>Forgets what is about people and needed no more, twice a day.</summary>
internal sealed class ForgettingWorker(IServiceScopeFactory scopes, Tenants tenants, ILogger<ForgettingWorker> log)
    : RoundOfTenants("Forgetting what is needed no more", TimeSpan.FromHours(12), scopes, tenants, log)
{
    protected override async Task RunAsync(IServiceProvider services, CancellationToken ct)
    {
        foreach (var kind in services.GetServices<Forgetting>())
            await kind.HandleAsync(ct);
    }
}
