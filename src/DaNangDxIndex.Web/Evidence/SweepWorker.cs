using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Evidence;

/// <summary>Sweeps the store once an hour.</summary>
public sealed class SweepWorker(IServiceScopeFactory scopes, Tenants tenants, EvidenceStore store, ILogger<SweepWorker> log)
    : RoundOfTenants("Sweeping the store", TimeSpan.FromHours(1), scopes, tenants, log)
{
    protected override bool IsSetUp => store.IsSetUp;

    protected override bool IsOfOneTenant(Exception failed) => base.IsOfOneTenant(failed) || failed is StoreAway;

    protected override async Task RunAsync(IServiceProvider services, CancellationToken ct)
    {
        if (await services.GetRequiredService<SweepStore>().HandleAsync(ct) is > 0 and var swept)
            log.LogInformation("{Swept} files that no upload completed were taken away", swept);
    }
}
