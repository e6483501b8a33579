using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;
using OtpNet;

namespace DaNangDxIndex.Accounts.SecondFactor;

/// <summary>
/// Takes a code of the app or a recovery code, each once. The caller holds the account's row, so that two at once are two in turn.
/// </summary>
public sealed class SecondProof(DxIndexDb db, SecretSeal seal, TimeProvider clock)
{
    /// <summary>A code of the half minute before and after is taken too: clocks differ, and people type slowly.</summary>
    private static readonly VerificationWindow Around = new(previous: 1, future: 1);

    public enum Kind
    {
        App,
        Recovery,
    }

    /// <summary>The half minute that a code is of; null where it is none of this secret.</summary>
    public static long? StepOf(string secret, string? typed, DateTimeOffset now) =>
        SecondFactorRules.AppCode(typed) is { } code
        && new Totp(Base32Encoding.ToBytes(secret)).VerifyTotp(now.UtcDateTime, code, out var step, Around) ? step : null;

    /// <summary>Null where the code is wrong, too old, or has been taken before.</summary>
    public async Task<Kind?> TakeAsync(Guid account, string? typed, CancellationToken ct)
    {
        // Whoever has only passkeys has recovery codes all the same.
        if (await db.Set<SharedSecret>().SingleOrDefaultAsync(secret => secret.AccountId == account, ct) is { } shared
            && StepOf(seal.Open(shared), typed, clock.GetUtcNow()) is { } step)
            return shared.Take(step) ? Kind.App : null;
        if (SecondFactorRules.RecoveryCode(typed) is not { } text)
            return null;
        var hash = SecretDigest.Of(text);
        if (await db.Set<RecoveryCode>().SingleOrDefaultAsync(
            code => code.AccountId == account && code.Hash == hash && code.UsedAt == null, ct) is not { } found)
            return null;
        found.Use(clock.GetUtcNow());
        return Kind.Recovery;
    }
}
