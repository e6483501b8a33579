using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>New one-time links, for one person or many. A link costs no hash of a password, so many take no longer than one.</summary>
public sealed class IssueLinks(DxIndexDb db, CurrentAccount current, CurrentTenant tenant, AuditTrail audit, Acts acts, TimeProvider clock)
{
    public const int Most = 500;

    public sealed record Command(IReadOnlyCollection<Guid> Ids);

    /// <param name="Token">Shown once and not kept.</param>
    public sealed record Issued(Account Account, string Token);

    /// <summary>
    /// The old password serves until the link is used. Accounts that this person does not keep, and closed ones, get none.
    /// </summary>
    /// <exception cref="RuleViolation"><c>account.links-too-many</c></exception>
    public async Task<IReadOnlyList<Issued>> HandleAsync(Command command, CancellationToken ct)
    {
        if (command.Ids.Count > Most)
            throw new RuleViolation("account.links-too-many", new(
                $"Mỗi lần tạo nhiều nhất {Most} liên kết. Chọn ít tài khoản hơn.",
                $"At most {Most} links can be made at once. Choose fewer accounts."));
        await using var act = await acts.BeginAsync(ct);
        var accounts = await db.Set<Account>().Where(account => command.Ids.Contains(account.Id) && !account.Disabled)
            .OrderBy(account => account.AgencyCode).ThenBy(account => account.UserName).ToListAsync(ct);
        var waiting = await db.Set<Appointment>()
            .Where(appointment => appointment.Outcome == null && command.Ids.Contains(appointment.AccountId)).ToListAsync(ct);
        var issued = accounts.Where(account => RoleRules.Keeps(current.Actor, account.Held, account.AgencyCode)).Select(Issue).ToList();
        await act.KeepAsync(ct);
        return issued;

        Issued Issue(Account account)
        {
            var inHalves = LinkRules.NeedsSecond([.. account.Held,
                .. waiting.Where(appointment => appointment.AccountId == account.Id).Select(appointment => appointment.Role)],
                tenant.Required.FourEyes.Contains(FourEyes.Roles));
            var token = account.IssueReset(clock.GetUtcNow(), inHalves ? current.Actor.Account : null);
            audit.Add("account.reset-link", $"accounts/{account.Id}", null, new { expires = account.Reset.ExpiresAt, inHalves });
            return new(account, token);
        }
    }
}
