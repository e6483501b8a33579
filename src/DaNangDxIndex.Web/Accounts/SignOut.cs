using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>Ends all sign-ins of the person: a cookie copied from this browser is worth nothing afterwards.</summary>
public sealed class SignOut(DxIndexDb db, Acts acts)
{
    public async Task HandleAsync(Guid id, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await db.Set<Account>().SingleOrDefaultAsync(account => account.Id == id, ct) is not { } account)
            return;
        account.EndSessions();
        await act.KeepAsync("account.sign-out", $"accounts/{id}", null, null, ct);
    }
}
