using DaNangDxIndex.Accounts.Doors;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.Sessions;

/// <summary>
/// Sign-ins that ended long ago, with browser and address, of everybody, also of who never comes again; and browsers that nobody has signed
/// in with for as long as they are known.
/// </summary>
public sealed class ForgetSessions(DxIndexDb db, IConfiguration configuration, TimeProvider clock) : Forgetting(configuration, clock)
{
    public override async Task<int> HandleAsync(CancellationToken ct)
    {
        var now = Now;
        return await db.Set<AccountSession>().Where(session => session.BeganAt < now - SessionRules.Forgotten).ExecuteDeleteAsync(ct)
            + await db.Set<Door>().Where(door => door.UsedAt < now - DoorRules.Known).ExecuteDeleteAsync(ct);
    }
}
