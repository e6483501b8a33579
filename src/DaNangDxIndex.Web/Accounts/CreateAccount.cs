using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

public sealed class CreateAccount(
    DxIndexDb db, CurrentAccount current, Appointments appointments, UserManager<Account> accounts, AuditTrail audit, Acts acts,
    TimeProvider clock)
{
    public sealed record Command(string UserName, string FullName, IReadOnlyCollection<Role> Roles, string? Agency)
    {
        public string? Phone { get; init; }

        public string? Mail { get; init; }
    }

    /// <summary>The account and the token of its one-time link, which is shown once and not kept.</summary>
    /// <exception cref="RuleViolation">
    /// <c>account.name-taken</c>, <c>account.agency-missing</c>, <c>account.agency-unknown</c>, <c>account.not-kept</c>, and those of
    /// <see cref="RoleRules"/>
    /// </exception>
    public async Task<(Account Account, string Token)> HandleAsync(Command command, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        var normalized = accounts.NormalizeName(command.UserName);
        if (await db.Set<Account>().AnyAsync(other => other.NormalizedUserName == normalized, ct))
            throw NameTaken();
        await AgencyOfAccount.MustBeThereAsync(db, command.Agency, ct);
        var added = await AddAsync(command, ct);
        await act.KeepAsync(ct);
        return added;
    }

    /// <summary>One of several that are saved together; name and agency have been looked at.</summary>
    internal async Task<(Account Account, string Token)> AddAsync(Command command, CancellationToken ct)
    {
        if (current.IsSignedIn)
            RoleRules.RequireKeeping(current.Actor, command.Roles, command.Agency);
        var account = Account.New(command.UserName, accounts.NormalizeName(command.UserName), command.FullName, [], command.Agency);
        var holding = await appointments.HoldingAsync(account, command.Roles, ct);
        account.Take(holding);
        account.Reach(command.Phone, command.Mail);
        // The second administrator hands over the code on confirming the role.
        var token = account.IssueReset(clock.GetUtcNow(), command.Roles.Except(holding).Any() ? current.Actor.Account : null);
        db.Add(account);
        audit.Add("account.create", $"accounts/{account.Id}", null,
            new { account.UserName, account.FullName, account.Roles, account.AgencyCode });
        return (account, token);
    }

    internal static RuleViolation NameTaken() => new("account.name-taken", new(
        "Tên đăng nhập này đã có. Chọn tên khác.", "This user name is taken. Choose another one."));
}
