using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>Who left for a provider and did not come back in time, with what they had typed before.</summary>
public sealed class ForgetAttempts(DxIndexDb db, IConfiguration configuration, TimeProvider clock) : Forgetting(configuration, clock)
{
    public override Task<int> HandleAsync(CancellationToken ct) => DeleteAsync(db, Now, ct);

    internal static Task<int> DeleteAsync(DxIndexDb db, DateTimeOffset now, CancellationToken ct) =>
        db.Set<Attempt.Row>().Where(row => row.BeganAt < now - ProviderRules.Underway).ExecuteDeleteAsync(ct);
}
