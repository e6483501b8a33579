using DaNangDxIndex.Accounts.SecondFactor;
using DaNangDxIndex.Accounts.Sessions;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.Passkeys;

/// <summary>A person adds a passkey to the own account, names it anew, or removes it. Nobody does so for somebody else.</summary>
public sealed class KeepPasskeys(DxIndexDb db, PasskeyTalk talk, WaysIn ways, CurrentAccount current, CurrentTenant tenant,
    TellOfWayIn tell, Acts acts, TimeProvider clock, ILogger<KeepPasskeys> log)
{
    /// <summary>Recovery codes, this once, where it is the account's first second step; otherwise none.</summary>
    /// <exception cref="PasskeyRefused"/>
    /// <exception cref="RuleViolation"><c>passkey.too-many</c></exception>
    public async Task<IReadOnlyList<string>> AddAsync(string name, PasskeyTalk.Answer answer, CancellationToken ct)
    {
        var id = current.Actor.Account;
        var person = await db.Set<Account>().AsNoTracking().SingleAsync(account => account.Id == id, ct);
        var passkey = await HearAsync(person, answer, ct);
        await using var act = await acts.BeginAsync(ct);
        var account = await db.LockOwnAccountAsync(current, ct);
        PasskeyRules.RequireRoom(await Own(id).CountAsync(ct));
        db.Add(Kept(id, name, passkey));
        var codes = account.TwoFactorEnabled ? [] : RecoveryCode.NewSet(db, id);
        account.TwoFactorEnabled = true;
        await tell(id, WayInChange.PasskeyAdded, new(name, name), ct);
        await act.KeepAsync("account.passkey-add", $"accounts/{id}", null, new { name, synced = passkey.IsBackupEligible }, ct);
        return codes;
    }

    /// <summary>What is not taken is told as it is at the sign-in: somebody may be trying to leave a key of theirs here.</summary>
    private async Task<UserPasskeyInfo> HearAsync(Account person, PasskeyTalk.Answer answer, CancellationToken ct)
    {
        try
        {
            return await talk.HearNewAsync(person, answer, ct);
        }
        catch (PasskeyRefused refused)
        {
            log.LogWarning("A new passkey is refused: {Fault}, {Detail}", refused.Fault, refused.Detail);
            await using var act = await acts.BeginAsync(ct);
            await act.KeepAsync("account.passkey-refused", $"accounts/{person.Id}", null, new { why = refused.Fault }, ct);
            throw;
        }
    }

    /// <returns>False where the person has no such passkey.</returns>
    public async Task<bool> RenameAsync(byte[] credential, string name, CancellationToken ct)
    {
        var id = current.Actor.Account;
        await using var act = await acts.BeginAsync(ct);
        if (await Own(id).SingleOrDefaultAsync(passkey => passkey.CredentialId == credential, ct) is not { } passkey)
            return false;
        var before = passkey.Data.Name;
        passkey.Data.Name = name;
        await act.KeepAsync("account.passkey-rename", $"accounts/{id}", new { name = before }, new { name }, ct);
        return true;
    }

    /// <returns>False where the person has no such passkey.</returns>
    /// <exception cref="RuleViolation"><c>second-factor.compulsory</c></exception>
    public async Task<bool> RemoveAsync(byte[] credential, CancellationToken ct)
    {
        var id = current.Actor.Account;
        await using var act = await acts.BeginAsync(ct);
        var account = await db.LockOwnAccountAsync(current, ct);
        if (await Own(id).AsNoTracking().SingleOrDefaultAsync(passkey => passkey.CredentialId == credential, ct) is not { } passkey)
            return false;
        var left = await ways.CountFactorsAsync(id, ct) - 1;
        SecondFactorRules.RequireOneLeft(SecondFactorRules.IsCompulsory(account.Roles, tenant.Required.SecondFactorFor), left);
        var name = passkey.Data.Name ?? "";
        await Own(id).Where(passkey => passkey.CredentialId == credential).ExecuteDeleteAsync(ct);
        if (left == 0)
            await ways.ForgetFactorsAsync(account, ct);
        var ended = await EndSignInsAsync(id, credential, ct);
        await tell(id, WayInChange.PasskeyRemoved, new(name, name), ct);
        await act.KeepAsync("account.passkey-remove", $"accounts/{id}", new { name }, new { ended }, ct);
        return true;
    }

    /// <summary>Whoever has the lost device is out with it; this browser, where its person sits, stays.</summary>
    private Task<int> EndSignInsAsync(Guid id, byte[] credential, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Set<AccountSession>()
            .Where(session => session.AccountId == id && session.EndedAt == null && session.Id != current.Session
                && session.Passkey == credential)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), ct);
    }

    private IQueryable<IdentityUserPasskey<Guid>> Own(Guid id) =>
        db.Set<IdentityUserPasskey<Guid>>().Where(passkey => passkey.UserId == id);

    private static IdentityUserPasskey<Guid> Kept(Guid account, string name, UserPasskeyInfo passkey) => new()
    {
        UserId = account,
        CredentialId = passkey.CredentialId,
        Data = new()
        {
            Name = name,
            PublicKey = passkey.PublicKey,
            CreatedAt = passkey.CreatedAt,
            SignCount = passkey.SignCount,
            Transports = passkey.Transports,
            IsUserVerified = passkey.IsUserVerified,
            IsBackupEligible = passkey.IsBackupEligible,
            IsBackedUp = passkey.IsBackedUp,
            AttestationObject = passkey.AttestationObject,
            ClientDataJson = passkey.ClientDataJson,
        },
    };
}
