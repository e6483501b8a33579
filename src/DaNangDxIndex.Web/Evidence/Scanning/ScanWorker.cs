using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Evidence.Scanning;

/// <summary>
/// Scans what comes in, where a scanner is set up. While it is away files stay unscanned; every few seconds it is asked again.
/// </summary>
public sealed class ScanWorker(IServiceScopeFactory scopes, Tenants tenants, Clamd scanner, EvidenceStore store, ILogger<ScanWorker> log)
    : RoundOfTenants("Scanning", TimeSpan.FromSeconds(3), scopes, tenants, log)
{
    private bool _away;

    protected override bool IsSetUp => scanner.IsSetUp && store.IsSetUp;

    protected override bool IsOfOneTenant(Exception failed) =>
        failed is not ScannerAway && (base.IsOfOneTenant(failed) || failed is IOException or StoreAway);

    /// <summary>A scanner that is away is away for all.</summary>
    protected override async Task GoRoundAsync(CancellationToken ct)
    {
        try
        {
            await base.GoRoundAsync(ct);
        }
        catch (ScannerAway failed)
        {
            if (!_away)
                log.LogWarning("The virus scanner does not answer ({Reason}); files stay unscanned", failed.Message);
            _away = true;
        }
    }

    protected override async Task RunAsync(IServiceProvider services, CancellationToken ct)
    {
        if (await services.GetRequiredService<ScanWork>().RunAsync(ct) > 0)
            _away = false;
    }
}
