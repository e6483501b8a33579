using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>The administrator's changes of an account: name, roles, agency, disabled or not, a new one-time link.</summary>
public sealed class ChangeAccount(DxIndexDb db, CurrentAccount current, Acts acts, TimeProvider clock)
{
    /// <param name="Version">The version that the administrator saw.</param>
    public sealed record Command(Guid Id, int Version, string FullName, IReadOnlyCollection<Role> Roles, string? Agency, bool Disabled);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(command => command.FullName).NotEmpty().WithErrorCode("FullNameMissing").MaximumLength(Account.LongestFullName).WithErrorCode("FullNameLong");
            RuleFor(command => command.Roles).NotEmpty().WithErrorCode("RolesMissing");
        }
    }

    /// <returns>False when there is no such account.</returns>
    /// <exception cref="ChangedMeanwhile">Somebody else has changed the account since.</exception>
    /// <exception cref="RuleViolation"><c>account.own-rights</c>, <c>account.agency-missing</c>, <c>account.agency-unknown</c>, and those of <see cref="RoleRules"/></exception>
    public async Task<bool> HandleAsync(Command command, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await FindAsync(command.Id, ct) is not { } account)
            return false;
        ChangedMeanwhile.RequireSame(command.Version, account.Version);
        if (account.Id == current.Id)
            RoleRules.RequireByAnother(current.Actor.Roles, command.Roles, account.AgencyCode != command.Agency, command.Disabled);
        await AgencyOfAccount.MustBeThereAsync(db, command.Agency, ct);
        var before = Shown(account);
        account.Change(command.FullName, command.Roles, command.Agency, command.Disabled);
        await act.KeepAsync("account.change", $"accounts/{account.Id}", before, Shown(account), ct);
        return true;
    }

    /// <summary>
    /// The token of a new one-time link, shown once and not kept; null when there is no such account.
    /// The old password serves until the link is used.
    /// </summary>
    public async Task<string?> IssueResetAsync(Guid id, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        if (await FindAsync(id, ct) is not { } account)
            return null;
        var token = account.IssueReset(clock.GetUtcNow());
        await act.KeepAsync("account.reset-link", $"accounts/{id}", null, new { expires = account.ResetExpiresAt }, ct);
        return token;
    }

    private Task<Account?> FindAsync(Guid id, CancellationToken ct) => db.Set<Account>().SingleOrDefaultAsync(account => account.Id == id, ct);

    private static object Shown(Account account) => new { account.FullName, account.Roles, account.AgencyCode, account.Disabled };
}
