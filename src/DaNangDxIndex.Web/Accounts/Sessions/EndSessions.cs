using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.Sessions;

/// <summary>A person's sign-ins end: with their next request they are led to the sign-in, also where the cookie was copied to.</summary>
public sealed class EndSessions(DxIndexDb db, Acts acts, CurrentAccount current, TimeProvider clock)
{
    /// <summary>This browser's.</summary>
    public Task HereAsync(CancellationToken ct) =>
        EndAsync(OwnOpen().Where(session => session.Id == current.Session), "account.sign-out", ct);

    /// <summary>All but this browser's. How many there were.</summary>
    public Task<int> ElsewhereAsync(CancellationToken ct) =>
        EndAsync(OwnOpen().Where(session => session.Id != current.Session), "account.sign-out-elsewhere", ct);

    /// <summary>One of the person's own; false where it is none of them, or has ended.</summary>
    public async Task<bool> OneAsync(Guid session, CancellationToken ct) =>
        await EndAsync(OwnOpen().Where(accountSession => accountSession.Id == session), "account.sign-out-elsewhere", ct) > 0;

    private IQueryable<AccountSession> OwnOpen() =>
        db.Set<AccountSession>().Where(session => session.AccountId == current.Id && session.EndedAt == null);

    private async Task<int> EndAsync(IQueryable<AccountSession> sessions, string verb, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var act = await acts.BeginAsync(ct);
        var ended = await sessions.ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), ct);
        if (ended > 0)
            await act.KeepAsync(verb, $"accounts/{current.Id}", null, new { sessions = ended }, ct);
        return ended;
    }
}
