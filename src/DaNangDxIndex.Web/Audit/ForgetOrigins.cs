using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Audit;

/// <summary>Addresses of requests are kept for DX_TRAIL_ADDRESS_DAYS, a year by default; the entries stay.</summary>
public sealed class ForgetOrigins(DxIndexDb db, IConfiguration configuration, TimeProvider clock) : Forgetting(configuration, clock)
{
    public override Task<int> HandleAsync(CancellationToken ct)
    {
        var oldest = Oldest("DX_TRAIL_ADDRESS_DAYS", 365);
        return db.Set<EntryOrigin>().Where(origin => origin.At < oldest).ExecuteDeleteAsync(ct);
    }
}
