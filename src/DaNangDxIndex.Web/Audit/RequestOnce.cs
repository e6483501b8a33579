using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Audit;

/// <summary>
/// A request that is to take effect once, however often it is sent. Its act says so in the act's own transaction: where another process
/// has taken the request over meanwhile, the act does not happen.
/// </summary>
public sealed class RequestOnce(DxIndexDb db)
{
    private Guid? _owner;

    /// <summary>Whatever this request changes from here on belongs to the kept request with this owner.</summary>
    public void Own(Guid owner) => _owner = owner;

    /// <exception cref="ChangedMeanwhile">Somebody else carries the request out.</exception>
    public async Task MarkDoneAsync(CancellationToken ct)
    {
        if (_owner is { } owner
            && await db.Database.ExecuteSqlAsync($"UPDATE kept_request SET done = true WHERE owner = {owner}", ct) == 0)
            throw new ChangedMeanwhile();
    }
}
