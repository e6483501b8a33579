using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.Passkeys;

/// <summary>
/// A passkey opens an account, by itself: its person was there, and showed it to the device. Wrong answers are counted against nobody:
/// a key cannot be guessed, and a count would let anybody lock others out; nor does a lock by wrong passwords keep its person out.
/// </summary>
public sealed class SignInByPasskey(DxIndexDb db, PasskeyTalk talk, AuditTrail trail, Acts acts, ILogger<SignInByPasskey> log)
{
    /// <summary>The account and the credential that opened it, or null with why not.</summary>
    public async Task<(Account? Account, byte[]? Passkey, PasskeyFault? Fault)> HandleAsync(PasskeyTalk.Answer answer, CancellationToken ct)
    {
        try
        {
            var (id, passkey) = await talk.HearAsync(answer, ct);
            return (await AdmitAsync(id, passkey, ct), passkey.CredentialId, null);
        }
        catch (PasskeyRefused refused)
        {
            log.LogWarning("A passkey's answer is refused: {Fault}, {Detail}", refused.Fault, refused.Detail);
            await using var act = await acts.BeginAsync(ct);
            trail.Add("account.sign-in-failed", "accounts/unknown", null, new { by = "passkey", why = refused.Fault }, null, "?");
            await act.KeepAsync(ct);
            return (null, null, refused.Fault);
        }
    }

    private async Task<Account> AdmitAsync(Guid id, UserPasskeyInfo passkey, CancellationToken ct)
    {
        await using var act = await acts.BeginAsync(ct);
        var account = await db.LockAccountAsync(id, ct);
        if (account is null or { MayComeIn: false })
            throw new PasskeyRefused(PasskeyFault.Invalid, "the account is closed");
        var kept = await db.Set<IdentityUserPasskey<Guid>>().SingleOrDefaultAsync(
            kept => kept.CredentialId == passkey.CredentialId && kept.UserId == id, ct);
        if (kept is null)
            throw new PasskeyRefused(PasskeyFault.Invalid, "removed at this very moment");
        // Of two answers at once the second finds the counter moved: the same rule as the framework's, now under the lock.
        if (passkey.SignCount <= kept.Data.SignCount && (passkey.SignCount, kept.Data.SignCount) != (0u, 0u))
            throw new PasskeyRefused(PasskeyFault.Invalid, "a counter that did not grow");
        (kept.Data.SignCount, kept.Data.IsBackedUp) = (passkey.SignCount, passkey.IsBackedUp);
        trail.Add("account.sign-in", $"accounts/{id}", null, new { by = "passkey", passkey = kept.Data.Name }, id, account.FullName);
        await act.KeepAsync(ct);
        return account;
    }
}
