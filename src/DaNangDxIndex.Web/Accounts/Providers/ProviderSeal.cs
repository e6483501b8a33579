using System.Security.Cryptography;
using System.Text.Json;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.DataProtection;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>What must not be read in the database: a provider's secret, and what an attempt to sign in holds.</summary>
public sealed class ProviderSeal(IDataProtectionProvider protection, CurrentTenant tenant)
{
    public string Seal(Guid provider, string secret) => For("secret", provider.ToString()).Protect(secret);

    public string? Open(Provider provider) =>
        provider.Secret is { } kept ? For("secret", provider.Id.ToString()).Unprotect(kept) : null;

    internal string Seal(Attempt attempt) =>
        For("attempt", "").ToTimeLimitedDataProtector().Protect(JsonSerializer.Serialize(attempt), ProviderRules.Underway);

    /// <summary>Null where it is too old.</summary>
    internal Attempt? Open(string content)
    {
        try
        {
            return JsonSerializer.Deserialize<Attempt>(For("attempt", "").ToTimeLimitedDataProtector().Unprotect(content));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(string purpose, string what) =>
        protection.CreateProtector(nameof(ProviderSeal), purpose, tenant.Required.Id.ToString(), what);
}
