using System.Buffers.Text;
using System.Security.Cryptography;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// The link by which a person chooses a password, as it is kept: in digests. Token and code are shown once and not kept. An account has
/// one at most; the next one puts an end to it.
/// </summary>
/// <param name="Hash">SHA-256 of the token; null where there is no link.</param>
/// <param name="AskedBy">
/// Who asked for a link that serves only with the code of a second administrator (<see cref="LinkRules"/>); null where the link serves
/// alone.
/// </param>
/// <param name="CodeHash">SHA-256 of that code; null until the second administrator has handed it over.</param>
public sealed record OneTimeLink(byte[]? Hash, DateTimeOffset? ExpiresAt, Guid? AskedBy, byte[]? CodeHash, Guid? ConfirmedBy)
{
    public static OneTimeLink None { get; } = new(null, null, null, null, null);

    /// <summary>It serves only with the code of a second administrator.</summary>
    public bool InHalves => AskedBy is not null;

    public static OneTimeLink Issue(DateTimeOffset now, Guid? askedBy, out string token)
    {
        token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return new(SecretDigest.Of(token), now + LinkRules.Lives, askedBy, null, null);
    }

    /// <summary>The same link, which opens from now on with the code that is given out here.</summary>
    public OneTimeLink Confirm(Guid by, out string code)
    {
        var signs = RandomNumberGenerator.GetString(ShortCode.Signs, ShortCode.Length);
        code = signs.Insert(signs.Length / 2, "-");
        return this with { CodeHash = SecretDigest.Of(signs), ConfirmedBy = by };
    }

    /// <summary>It lacks nothing but the code of a second administrator.</summary>
    public bool AwaitsCode(DateTimeOffset now) => InHalves && CodeHash is null && ExpiresAt > now;

    /// <summary>The link alone, or the link with its code.</summary>
    public bool OpensWith(string? code) => !InHalves
        || (CodeHash is { } hash && CryptographicOperations.FixedTimeEquals(hash, SecretDigest.Of(ShortCode.Read(code ?? ""))));
}
