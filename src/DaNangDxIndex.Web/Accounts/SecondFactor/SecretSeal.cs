using System.Security.Cryptography;
using System.Text.Json;
using DaNangDxIndex.Accounts.Providers;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;

namespace DaNangDxIndex.Accounts.SecondFactor;

/// <summary>Secrets of apps, in the database and on their way through a form, sealed for one account of one tenant.</summary>
public sealed class SecretSeal(IDataProtectionProvider protection, CurrentTenant tenant)
{
    /// <summary>So long a secret that was shown can be confirmed.</summary>
    public static readonly TimeSpan OfferLives = TimeSpan.FromMinutes(30);

    private const int Bytes = 20;

    /// <param name="Proof">Null where it was the password that was shown.</param>
    public sealed record Half(Guid Account, string Stamp, ProviderProof? Proof);

    public string New() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(Bytes));

    public string Seal(Guid account, string secret) => For("kept", account).Protect(secret);

    public string Open(SharedSecret shared) => For("kept", shared.AccountId).Unprotect(shared.Secret);

    /// <summary>Travels with the browser of the set-up: what is shown and not confirmed is kept nowhere else.</summary>
    public string Offer(Guid account, string secret) => For("offered", account).ToTimeLimitedDataProtector().Protect(secret, OfferLives);

    /// <summary>Null where it is too old, or was not offered to this account.</summary>
    public string? Offered(Guid account, string? sealedSecret) => Read(For("offered", account), sealedSecret);

    /// <summary>Whoever has shown the password, or come from a provider, and not yet shown the code.</summary>
    public string HalfIn(Account account, ProviderProof? proof = null) => For("half-way", Guid.Empty).ToTimeLimitedDataProtector()
        .Protect(JsonSerializer.Serialize(new Half(account.Id, account.SecurityStamp ?? "", proof)), SecondFactorRules.HalfWay);

    /// <summary>Null where it is too old or none of ours.</summary>
    public Half? HalfIn(string? half) =>
        Read(For("half-way", Guid.Empty), half) is { } text ? JsonSerializer.Deserialize<Half>(text) : null;

    private static string? Read(IDataProtector seal, string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : seal.ToTimeLimitedDataProtector().Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(string purpose, Guid account) =>
        protection.CreateProtector(nameof(SecretSeal), purpose, tenant.Required.Id.ToString(), account.ToString());
}
