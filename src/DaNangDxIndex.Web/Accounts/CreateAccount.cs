using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

public sealed class CreateAccount(DxIndexDb db, UserManager<Account> accounts, Acts acts, TimeProvider clock)
{
    public sealed record Command(string UserName, string FullName, IReadOnlyCollection<Role> Roles, string? Agency);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(command => command.UserName).Matches("^[A-Za-z0-9._@+-]{3,100}$").WithErrorCode("UserNameForm");
            RuleFor(command => command.FullName).NotEmpty().WithErrorCode("FullNameMissing").MaximumLength(Account.LongestFullName).WithErrorCode("FullNameLong");
            RuleFor(command => command.Roles).NotEmpty().WithErrorCode("RolesMissing");
        }
    }

    /// <summary>The account and the token of its one-time link, which is shown once and not kept.</summary>
    /// <exception cref="RuleViolation"><c>account.name-taken</c>, <c>account.agency-missing</c>, <c>account.agency-unknown</c>, and those of <see cref="RoleRules"/></exception>
    public async Task<(Account Account, string Token)> HandleAsync(Command command, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        var normalized = accounts.NormalizeName(command.UserName);
        if (await db.Set<Account>().AnyAsync(other => other.NormalizedUserName == normalized, ct))
        {
            throw new RuleViolation("account.name-taken", new(
                "Tên đăng nhập này đã có. Chọn tên khác.", "This user name is taken. Choose another one."));
        }
        await AgencyOfAccount.MustBeThereAsync(db, command.Agency, ct);
        var account = Account.New(command.UserName, normalized, command.FullName, command.Roles, command.Agency);
        var token = account.IssueReset(clock.GetUtcNow());
        db.Add(account);
        await act.KeepAsync(
            "account.create", $"accounts/{account.Id}", null, new { account.UserName, account.FullName, account.Roles, account.AgencyCode }, ct);
        return (account, token);
    }
}
