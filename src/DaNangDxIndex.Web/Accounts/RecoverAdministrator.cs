using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// The last administrator has left or cannot sign in: whoever has the server in hands makes one who can. Without a signed-in person; the
/// trail names the operator.
/// </summary>
public sealed class RecoverAdministrator(
    DxIndexDb db, UserManager<Account> accounts, CreateAccount create,
    Appointments appointments, WaysIn ways, AuditTrail trail, Acts acts, TimeProvider clock)
{
    /// <summary>In the trail, where a person's name stands otherwise.</summary>
    private const string Operator = "dx";

    /// <param name="UserName">Of an account that is there, be it closed or locked; or of a new one.</param>
    public sealed record Command(string UserName);

    /// <summary>The token of a one-time link, shown once.</summary>
    /// <exception cref="RuleViolation">Those of <see cref="RoleRules"/>: whoever signs results does not become an
    /// administrator.</exception>
    public async Task<string> HandleAsync(Command command, CancellationToken ct)
    {
        if (AccountFields.UserNameFault(command.UserName) is { } fault)
            throw new RuleViolation("account.user-name", fault);
        await using var act = await acts.BeginAsync(ct);
        var name = accounts.NormalizeName(command.UserName);
        var account = await db.Set<Account>().SingleOrDefaultAsync(account => account.NormalizedUserName == name, ct);
        var before = account is null ? null : new { account.Roles, account.Disabled };
        string token;
        if (account is null)
        {
            (account, token) = await create.AddAsync(new(command.UserName, command.UserName, [Role.Administrator], null), ct);
        }
        else
        {
            await ways.ForgetAllAsync(account, ct);
            account.Reopen(await appointments.HoldingAsync(account, [.. account.Held, Role.Administrator], ct));
            token = account.IssueReset(clock.GetUtcNow(), askedBy: null);
        }
        trail.Add(
            "account.recover", $"accounts/{account.Id}", before, new { account.Roles, expires = account.Reset.ExpiresAt }, null, Operator);
        await act.KeepAsync(ct);
        return token;
    }
}
