using System.Security.Cryptography;
using System.Text.Json;
using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.DataProtection;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// What was typed before a sign-in had run out goes through the sign-in page as one sealed field: nobody else can read or forge it.
/// </summary>
public sealed class KeptFields(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public string Seal(SentFields sent, Guid tenant) => SealOf(tenant).Protect(JsonSerializer.Serialize(sent), Kept);

    /// <summary>Null where there is nothing, where it is of another tenant, or too old.</summary>
    public SentFields? Open(string? kept, Guid tenant)
    {
        try
        {
            return string.IsNullOrEmpty(kept) ? null : JsonSerializer.Deserialize<SentFields>(SealOf(tenant).Unprotect(kept));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector SealOf(Guid tenant) =>
        protection.CreateProtector(nameof(KeptFields), tenant.ToString()).ToTimeLimitedDataProtector();
}
