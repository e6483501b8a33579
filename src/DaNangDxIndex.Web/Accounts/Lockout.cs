using DaNangDxIndex.Accounts.Doors;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// Wrong passwords and wrong codes of an account, counted together at the door they came by: strangers lock out strangers, and neither a
/// browser that its person has signed in with before nor whoever comes by a provider. The caller holds the account's row.
/// </summary>
public sealed class Lockout(DxIndexDb db, KnownBrowsers browsers, AuditTrail trail, TimeProvider clock)
{
    /// <summary>The door of this request.</summary>
    /// <param name="provider">Who has said who the person is; null where it was the password.</param>
    public async Task<Door> DoorAsync(Account account, Guid? provider, CancellationToken ct)
    {
        var (claimed, stamp) = (provider ?? browsers.DoorTo(account.Id), account.SecurityStamp ?? "");
        var found = await db.Set<Door>().AsTracking()
            .Where(door => door.AccountId == account.Id && (door.Id == claimed || door.Id == Door.OfStrangers)).ToListAsync(ct);
        // A browser is known by its row: after a new password, or a sign-out from elsewhere, it is a stranger again.
        if (provider is null && found.FirstOrDefault(door => door.Id == claimed && door.Stamp == stamp) is { } known)
            return known;
        var id = provider ?? Door.OfStrangers;
        var here = found.FirstOrDefault(door => door.Id == id) ?? new(account.Id, id, stamp, clock.GetUtcNow());
        if (here.Stamp != stamp)
            here.Open(stamp, clock.GetUtcNow());
        return here;
    }

    public bool Holds(Door door) => door.IsClosed(clock.GetUtcNow());

    public void Forget(Account account, Door door) => door.Open(account.SecurityStamp ?? "", clock.GetUtcNow());

    /// <summary>One more wrong guess.</summary>
    public void Count(Account account, Door door)
    {
        if (db.Entry(door).State == EntityState.Detached)
            db.Add(door);
        if (door.Fail(clock.GetUtcNow()))
            trail.Add("account.lock-out", $"accounts/{account.Id}", null, new { until = door.ClosedUntil, by = Who(door) }, null, "?");
    }

    private string Who(Door door) => door.Id == Door.OfStrangers ? "strangers"
        : browsers.DoorTo(door.AccountId) == door.Id ? "browser" : "provider";
}
