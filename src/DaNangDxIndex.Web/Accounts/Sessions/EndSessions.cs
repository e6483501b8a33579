using DaNangDxIndex.Accounts.Doors;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.Sessions;

/// <summary>
/// A person's sign-ins end: with their next request they are led to the sign-in, also where the cookie was copied to. A browser whose
/// sign-in is ended from elsewhere is known no more (<see cref="KnownBrowsers"/>); one that signs itself out still is.
/// </summary>
public sealed class EndSessions(DxIndexDb db, Acts acts, CurrentAccount current, TimeProvider clock)
{
    private const string Elsewhere = "account.sign-out-elsewhere";

    /// <summary>This browser's.</summary>
    public Task HereAsync(CancellationToken ct) =>
        EndAsync(OwnOpen().Where(session => session.Id == current.Session), OwnDoors().Where(_ => false), "account.sign-out", ct);

    /// <summary>All but this browser's. How many there were.</summary>
    public async Task<int> ElsewhereAsync(CancellationToken ct)
    {
        var here = await DoorOfAsync(current.Session, ct);
        return await EndAsync(
            OwnOpen().Where(session => session.Id != current.Session), OwnDoors().Where(door => door.Id != here), Elsewhere, ct);
    }

    /// <summary>One of the person's own; false where it is none of them, or has ended.</summary>
    public async Task<bool> OneAsync(Guid session, CancellationToken ct)
    {
        var there = await DoorOfAsync(session, ct);
        return await EndAsync(
            OwnOpen().Where(accountSession => accountSession.Id == session), OwnDoors().Where(door => door.Id == there), Elsewhere, ct) > 0;
    }

    private IQueryable<AccountSession> OwnOpen() =>
        db.Set<AccountSession>().Where(session => session.AccountId == current.Id && session.EndedAt == null);

    private IQueryable<Door> OwnDoors() =>
        db.Set<Door>().Where(door => door.AccountId == current.Id && door.Id != Door.OfStrangers);

    private Task<Guid?> DoorOfAsync(Guid? session, CancellationToken ct) =>
        db.Set<AccountSession>().Where(accountSession => accountSession.Id == session && accountSession.AccountId == current.Id)
            .Select(accountSession => accountSession.Door).SingleOrDefaultAsync(ct);

    private async Task<int> EndAsync(IQueryable<AccountSession> sessions, IQueryable<Door> known, string verb, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var act = await acts.BeginAsync(ct);
        var forgotten = await known.ExecuteDeleteAsync(ct);
        var ended = await sessions.ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), ct);
        if (ended > 0 || forgotten > 0)
            await act.KeepAsync(verb, $"accounts/{current.Id}", null, new { sessions = ended, forgottenBrowsers = forgotten }, ct);
        return ended;
    }
}
