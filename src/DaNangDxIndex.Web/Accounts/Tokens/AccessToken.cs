using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Accounts.Tokens;

/// <summary>A personal access token as it is kept: by the SHA-256 of its text, never by the text.</summary>
public sealed class AccessToken(Guid id, Guid accountId, string name, TokenScope scope, byte[] hash, DateTimeOffset createdAt,
    DateTimeOffset expiresAt)
{
    /// <summary>By which a text is known as one of ours, to people and to programs that look for secrets where none should be.</summary>
    public const string Prefix = "dxt_";

    private const int Signs = 43;
    private const int CheckSigns = 6;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public Guid Id { get; private set; } = id;

    public Guid AccountId { get; private set; } = accountId;

    public string Name { get; private set; } = name;

    public TokenScope Scope { get; private set; } = scope;

    public byte[] Hash { get; private set; } = hash;

    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    public DateTimeOffset ExpiresAt { get; private set; } = expiresAt;

    /// <summary>To the minute; null before the first use.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>By a person; or by the database with a change of the account's roles, agency or lock.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    /// <summary>A new token's text, 256 bits of chance and a check; it is shown once.</summary>
    public static string NewText()
    {
        var secret = RandomNumberGenerator.GetString(Alphabet, Signs);
        return Prefix + secret + CheckOf(secret);
    }

    /// <summary>Null where the text cannot be a token of ours: then nobody needs to be asked.</summary>
    public static byte[]? HashOf(string text) =>
        text.Length == Prefix.Length + Signs + CheckSigns && text.StartsWith(Prefix, StringComparison.Ordinal)
        && text[^CheckSigns..] == CheckOf(text[Prefix.Length..^CheckSigns])
            ? SecretDigest.Of(text)
            : null;

    private static string CheckOf(string secret) => Convert.ToHexStringLower(SecretDigest.Of(secret))[..CheckSigns];

    internal sealed class Mapping : IEntityTypeConfiguration<AccessToken>
    {
        public void Configure(EntityTypeBuilder<AccessToken> builder) => builder.HasKey(token => token.Id);
    }
}
