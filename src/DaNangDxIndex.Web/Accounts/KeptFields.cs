using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.DataProtection;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// What was typed before a sign-in had run out goes through the sign-in page as one sealed field: nobody else can read or forge it.
/// </summary>
public sealed class KeptFields(IDataProtectionProvider protection)
{
    /// <summary>
    /// In characters. Of what a form sends in three bytes ("%01") JSON makes six at most, and it writes some marks around each of the 1,024
    /// fields that are read; base64 then makes four out of three.
    /// </summary>
    public const int Longest = ((2 * SentFields.LongestForm) + (32 * 1024)) / 3 * 4;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    // Sealed, it stands in no page: a Vietnamese letter need not become six.
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The one field that may be longer than any that is typed, at the one page that takes it along.</summary>
    public static bool IsCarried(PathString path, string field) =>
        IsCarriedTo(path) && field.Equals(nameof(Kept), StringComparison.OrdinalIgnoreCase);

    public static bool IsCarriedTo(PathString path) => path.StartsWithSegments("/accounts/sign-in", StringComparison.OrdinalIgnoreCase);

    /// <summary>Null where it would not come through: not for what was typed into a form of ours.</summary>
    public string? Seal(SentFields sent, Guid tenant) =>
        SealOf(tenant).Protect(JsonSerializer.Serialize(sent, Written), Kept) is { Length: <= Longest } kept ? kept : null;

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
