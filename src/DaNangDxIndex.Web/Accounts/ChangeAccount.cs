using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>The administrator's changes of an account: name, roles, agency, disabled or not, a new one-time link.</summary>
public sealed class ChangeAccount(DxIndexDb db, CurrentAccount current, AuditTrail audit, TimeProvider clock)
{
    public sealed record Command(Guid Id, string FullName, IReadOnlyCollection<Role> Roles, string? Agency, bool Disabled);

    /// <summary>False when there is no such account.</summary>
    /// <exception cref="RuleViolation"><c>account.own-rights</c>, <c>account.agency-missing</c>, <c>account.agency-unknown</c></exception>
    public async Task<bool> HandleAsync(Command command, CancellationToken ct)
    {
        if (await FindAsync(command.Id, ct) is not { } account)
            return false;
        if (account.Id == current.Id && (command.Disabled || !command.Roles.Contains(Role.Administrator)))
        {
            throw new RuleViolation("account.own-rights", new(
                "Bạn không thể tự khóa hoặc tự bỏ vai trò quản trị của mình. Hãy nhờ một người quản trị khác.",
                "You cannot disable yourself or give up your own administrator role. Ask another administrator."));
        }
        await AgencyOfAccount.MustBeThereAsync(db, command.Agency, ct);
        var before = Shown(account);
        account.FullName = command.FullName;
        account.Place(command.Roles, command.Agency);
        if (account.Disabled != command.Disabled)
        {
            account.Disabled = command.Disabled;
            account.EndSessions();
        }
        audit.Add("account.change", $"accounts/{account.Id}", before, Shown(account));
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>The token of a new one-time link, shown once and not kept; null when there is no such account. The old password serves until the link is used.</summary>
    public async Task<string?> IssueResetAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } account)
            return null;
        var token = account.IssueReset(clock.GetUtcNow());
        audit.Add("account.reset-link", $"accounts/{id}", null, new { expires = account.ResetExpiresAt });
        await db.SaveChangesAsync(ct);
        return token;
    }

    private Task<Account?> FindAsync(Guid id, CancellationToken ct) => db.Set<Account>().SingleOrDefaultAsync(account => account.Id == id, ct);

    private static object Shown(Account account) => new { account.FullName, account.Roles, account.AgencyCode, account.Disabled };
}
