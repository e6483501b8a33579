using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DaNangDxIndex.Evidence;

/// <summary>
/// Asks the store for a file that there is not. What it said serves for five seconds: anybody may ask for the health, and a bucket wants
/// to be paid for answers.
/// </summary>
internal sealed class StoreIsThere(EvidenceStore store, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Serves = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly string Nothing = EvidenceStore.NameOf(Guid.Empty, new('0', 64));

    private volatile Said? _last;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        if (_last is { } last && now - last.At < Serves)
            return last.Result;
        var result = await AskAsync(cancellationToken);
        _last = new(now, result);
        return result;
    }

    private async Task<HealthCheckResult> AskAsync(CancellationToken ct)
    {
        if (!store.IsSetUp)
            return HealthCheckResult.Degraded("No place for files is set up: documents are cited only.");
        try
        {
            await using var nothing = await store.Place.OpenAsync(Nothing, ct).WaitAsync(Patience, ct);
            return HealthCheckResult.Healthy();
        }
        catch (Exception away) when (away is StoreAway or TimeoutException)
        {
            return HealthCheckResult.Degraded("The store of files does not answer.");
        }
    }

    private sealed record Said(DateTimeOffset At, HealthCheckResult Result);
}
