using DaNangDxIndex.Accounts.Providers;
using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Accounts.SecondFactor;

/// <summary>
/// The code after the password. Wrong ones count together with wrong passwords that came by the same door, and close it as they do; a right
/// password alone takes nothing off that count, so that whoever has the password still has five guesses and not five each time. Whoever
/// came by a provider has a door of that provider's: no wrong password stands in the way.
/// </summary>
public sealed class SecondStep(DxIndexDb db, SecondProof proof, SecretSeal seal, Lockout lockout, AuditTrail trail, Acts acts)
{
    public sealed record Command(string Half, string? Code);

    /// <param name="Account">Null where the code was not taken.</param>
    /// <param name="Expired">The password was shown too long ago, or the account has changed since.</param>
    /// <param name="Proof">How the person came, where it was through a provider.</param>
    public sealed record Outcome(Account? Account, bool Expired, ProviderProof? Proof = null);

    public async Task<Outcome> HandleAsync(Command command, CancellationToken ct)
    {
        if (seal.HalfIn(command.Half) is not var (id, stamp, way))
            return new(null, Expired: true);
        await using var act = await acts.BeginAsync(ct);
        var account = await db.LockAccountAsync(id, ct);
        if (account is null or { MayComeIn: false } or { TwoFactorEnabled: false } || account.SecurityStamp != stamp)
            return new(null, Expired: true);
        var door = await lockout.DoorAsync(account, way?.Provider, ct);
        var kind = lockout.Holds(door) ? null : await proof.TakeAsync(id, command.Code, ct);
        if (kind is null)
            lockout.Count(account, door);
        else
            lockout.Forget(account, door);
        trail.Add(kind is null ? "account.second-step-failed" : "account.sign-in", $"accounts/{id}", null,
            kind is null ? null : new { by = kind, byProvider = way is not null }, id, account.FullName);
        await act.KeepAsync(ct);
        return new(kind is null ? null : account, Expired: false, way);
    }
}
