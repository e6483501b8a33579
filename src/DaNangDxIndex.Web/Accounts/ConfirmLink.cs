using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>The second administrator gives the code without which a link made by the first does not open the account.</summary>
public sealed class ConfirmLink(DxIndexDb db, CurrentAccount current, Acts acts, TimeProvider clock)
{
    public sealed record Command(Guid Id);

    /// <returns>The account and the code, which is shown once; null when no link of this account waits for one.</returns>
    /// <exception cref="RuleViolation">Those of <see cref="LinkRules.Refusal"/></exception>
    public async Task<SettleAppointment.Settled?> HandleAsync(Command command, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        var account = await db.Set<Account>().SingleOrDefaultAsync(account => account.Id == command.Id, ct);
        if (account?.AwaitsCode(clock.GetUtcNow()) is not true)
            return null;
        var code = account.ConfirmReset(current.Actor);
        await act.KeepAsync("account.link-confirm", $"accounts/{account.Id}", null,
            new { ResetAskedBy = account.Reset.AskedBy, expires = account.Reset.ExpiresAt }, ct);
        return new(account, code, null);
    }
}
