using System.Buffers.Text;
using System.Security.Cryptography;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>
/// The cookie by which a browser that left for a provider is known when it comes back, and in which language it reads: providers are told
/// one address, which is the Vietnamese one.
/// </summary>
public sealed class BrowserOfAttempt(IHttpContextAccessor http, CurrentTenant tenant)
{
    private const int Bytes = 32;

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("Attempts are made by requests.");

    // No sign-in: public answers are kept for browsers that bear it.
    private string Name => $"__Host-dxp-{tenant.Required.Slug}";

    /// <summary>"vi" or "en"; null where the browser did not leave from here.</summary>
    public string? Language => Read?.Language;

    /// <summary>Digest of what the browser bears; null where it bears nothing.</summary>
    public string? Digest => Read is { } read ? DigestOf(read.Secret) : null;

    /// <summary>The same secret for all windows of a browser, so that none overtakes the other.</summary>
    public string Mark()
    {
        var secret = Read?.Secret ?? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        Http.Response.Cookies.Append(Name, $"{Addresses.Language}.{secret}", new()
        {
            Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = ProviderRules.Underway,
        });
        return DigestOf(secret);
    }

    private (string Language, string Secret)? Read => Http.Request.Cookies[Name]?.Split('.') is ["vi" or "en", { Length: 43 }] read
        ? (read[0], read[1])
        : null;

    private static string DigestOf(string secret) => Convert.ToHexString(SecretDigest.Of(secret));
}
