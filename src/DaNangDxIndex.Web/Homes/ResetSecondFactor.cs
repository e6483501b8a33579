using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Proposals;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Notices;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Homes;

/// <summary>
/// Phone and recovery codes are lost: an administrator, who has made sure who asks, takes the second step away. All sign-ins of the person
/// end, the person is told, and the next sign-in sets it up anew where the role asks for it.
/// </summary>
public sealed class ResetSecondFactor(DxIndexDb db, WaysIn ways, TwoPeople two, Notify notify, Acts acts, TimeProvider clock)
{
    public sealed record Command(Guid Id);

    /// <returns>False where there is no such account with a second step, it is not the actor's to keep, or it waits for a second
    /// administrator.</returns>
    /// <exception cref="RuleViolation"><c>second-factor.own</c></exception>
    public async Task<bool> HandleAsync(Command command, Actor actor, CancellationToken ct)
    {
        var id = command.Id;
        await using var act = await acts.BeginAsync(ct);
        var account = await db.Set<Account>().SingleOrDefaultAsync(account => account.Id == id, ct);
        if (account is null or { TwoFactorEnabled: false } || !RoleRules.Keeps(actor, account.Held, account.AgencyCode))
            return false;
        SecondFactorRules.RequireAnother(actor, id);
        var what = new TwoPeople.What(ProposalKind.SecondFactorReset, $"accounts/{id}", new(
            $"Đặt lại xác thực hai bước của {account.FullName} ({account.UserName}).",
            $"Reset the second step of {account.FullName} ({account.UserName}).")) { About = id };
        if (await two.AskAsync(FourEyes.SecondFactor, what, command, actor, ct))
        {
            await act.KeepAsync(ct);
            return false;
        }
        await ways.ForgetFactorsAsync(account, ct);
        account.EndSessions();
        await notify.PersonAsync(new(id, NoticeKind.SecondFactorReset, $"second-factor-reset/{clock.GetUtcNow().Ticks}",
            "/accounts/second-factor", NoticeInWords.SecondFactorReset(actor.Name)), ct);
        await act.KeepAsync("account.second-factor-reset", $"accounts/{id}", null, null, ct);
        return true;
    }
}
