using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.SecondFactor;

/// <summary>A person sets the second step up, makes new recovery codes, or turns it off where the role does not ask for it.</summary>
public sealed class KeepSecondFactor(
    DxIndexDb db, SecretSeal seal, WaysIn ways, CurrentAccount current, CurrentTenant tenant, TellOfWayIn tell, Acts acts,
    TimeProvider clock)
{
    /// <summary>The recovery codes, this once; null where the code does not come from the secret that was shown.</summary>
    /// <param name="offered">Sealed, as the page showed it.</param>
    public async Task<IReadOnlyList<string>?> SetUpAsync(string? offered, string? code, CancellationToken ct)
    {
        var id = current.Actor.Account;
        if (seal.Offered(id, offered) is not { } secret || SecondProof.StepOf(secret, code, clock.GetUtcNow()) is not { } step)
            return null;
        await using var act = await acts.BeginAsync(ct);
        var account = await db.LockOwnAccountAsync(current, ct);
        await db.Set<SharedSecret>().Where(secret => secret.AccountId == id).ExecuteDeleteAsync(ct);
        await db.Set<RecoveryCode>().Where(code => code.AccountId == id).ExecuteDeleteAsync(ct);
        db.Add(new SharedSecret(id, seal.Seal(id, secret), step, clock.GetUtcNow()));
        account.TwoFactorEnabled = true;
        var codes = RecoveryCode.NewSet(db, id);
        await tell(id, WayInChange.AppSetUp, null, ct);
        await act.KeepAsync("account.second-factor-set-up", $"accounts/{id}", null, null, ct);
        return codes;
    }

    public async Task<IReadOnlyList<string>> NewCodesAsync(CancellationToken ct)
    {
        var id = current.Actor.Account;
        await using var act = await acts.BeginAsync(ct);
        await db.LockOwnAccountAsync(current, ct);
        await db.Set<RecoveryCode>().Where(code => code.AccountId == id).ExecuteDeleteAsync(ct);
        var codes = RecoveryCode.NewSet(db, id);
        await tell(id, WayInChange.RecoveryCodesMade, null, ct);
        await act.KeepAsync("account.recovery-codes", $"accounts/{id}", null, null, ct);
        return codes;
    }

    /// <summary>The app goes; passkeys, where there are any, stay.</summary>
    /// <exception cref="RuleViolation"><c>second-factor.compulsory</c></exception>
    public async Task TurnOffAsync(CancellationToken ct)
    {
        var id = current.Actor.Account;
        await using var act = await acts.BeginAsync(ct);
        var account = await db.LockOwnAccountAsync(current, ct);
        await db.Set<SharedSecret>().Where(secret => secret.AccountId == id).ExecuteDeleteAsync(ct);
        var left = await ways.CountFactorsAsync(id, ct);
        SecondFactorRules.RequireOneLeft(SecondFactorRules.IsCompulsory(account.Roles, tenant.Required.SecondFactorFor), left);
        if (left == 0)
            await ways.ForgetFactorsAsync(account, ct);
        await tell(id, WayInChange.AppTurnedOff, null, ct);
        await act.KeepAsync("account.second-factor-off", $"accounts/{id}", null, null, ct);
    }
}
