using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Audit;

/// <summary>Forgets old addresses twice a day.</summary>
internal sealed class OriginWorker(IServiceScopeFactory scopes, Tenants tenants, ILogger<OriginWorker> log)
    : RoundOfTenants("Forgetting old addresses of the trail", TimeSpan.FromHours(12), scopes, tenants, log)
{
    protected override Task RunAsync(IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<ForgetOrigins>().HandleAsync(ct);
}
