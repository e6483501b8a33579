using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>
/// A code becomes what the provider says of a person: exchanged with our secret and the verifier, signed by a key of this provider, for us,
/// for now and for this attempt.
/// </summary>
public sealed class ProviderSpeech(ProviderFetch fetch, ProviderDocuments documents, ProviderSeal seal)
{
    private const int LongestToken = 32 * 1024;

    /// <summary>Signatures by a private key alone; neither "none" nor one by a secret that both know.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <param name="Subject">Who it is, in the provider's own counting.</param>
    /// <param name="Means">What stood in <c>amr</c> and <c>acr</c>.</param>
    internal sealed record Said(string Subject, DateTimeOffset? Authenticated, IReadOnlyList<string> Means);

    /// <exception cref="ProviderRefused"/>
    internal async Task<Said> HearAsync(Provider provider, Attempt attempt, string code, CancellationToken ct)
    {
        var document = await documents.OfAsync(provider.Issuer, anew: false, ct);
        var text = await ExchangeAsync(provider, document, attempt, code, ct);
        var read = await ValidateAsync(provider, document, text);
        if (read.Exception is SecurityTokenSignatureKeyNotFoundException)
            read = await ValidateAsync(provider, await documents.OfAsync(provider.Issuer, anew: true, ct), text);
        if (!read.IsValid || read.SecurityToken is not JsonWebToken token)
            throw Invalid(read.Exception?.GetType().Name ?? "not valid");
        return Look(provider, attempt, token);
    }

    private async Task<string> ExchangeAsync(
        Provider provider, ProviderDocuments.Document document, Attempt attempt, string code, CancellationToken ct)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = attempt.Back, ["code_verifier"] = attempt.Verifier,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, document.Said.TokenEndpoint);
        var (secret, ways) = (seal.Open(provider), document.Said.TokenEndpointAuthMethodsSupported);
        if (secret is not null && (ways.Count == 0 || ways.Contains("client_secret_basic")))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(
                Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(provider.ClientId)}:{Uri.EscapeDataString(secret)}")));
        }
        else
        {
            form["client_id"] = provider.ClientId;
            if (secret is not null)
                form["client_secret"] = secret;
        }
        request.Content = new FormUrlEncodedContent(form);
        var (good, json) = await fetch.AskAsync(request, ct);
        if (!good)
            throw new ProviderRefused(ProviderFault.CodeRefused, "the code was not taken");
        using var answer = JsonDocument.Parse(json);
        return answer.RootElement.TryGetProperty("id_token", out var found) && found.ValueKind == JsonValueKind.String
            && found.GetString() is { Length: <= LongestToken } text
                ? text
                : throw Invalid("no id token");
    }

    private static Task<TokenValidationResult> ValidateAsync(Provider provider, ProviderDocuments.Document document, string text) =>
        new JsonWebTokenHandler { MaximumTokenSizeInBytes = LongestToken, MapInboundClaims = false }.ValidateTokenAsync(text, new()
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = provider.ClientId,
            IssuerSigningKeys = document.Keys,
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = ProviderRules.Skew,
        });

    private static Said Look(Provider provider, Attempt attempt, JsonWebToken token)
    {
        if (!token.TryGetPayloadValue<string>("nonce", out var nonce) || !CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(nonce), Encoding.UTF8.GetBytes(attempt.Nonce)))
            throw Invalid("another nonce");
        if (token.Audiences.Skip(1).Any() || token.TryGetPayloadValue<string>("azp", out _))
        {
            if (!token.TryGetPayloadValue<string>("azp", out var party) || party != provider.ClientId)
                throw Invalid("issued to another party");
        }
        if (token.Subject is not { Length: > 0 and <= ProviderRules.LongestSubject } subject || subject.Contains('\0'))
            throw Invalid("no subject");
        return new(subject, AuthenticatedAt(token),
            [.. token.Claims.Where(claim => claim.Type is "amr" or "acr").Select(claim => claim.Value)]);
    }

    private static DateTimeOffset? AuthenticatedAt(JsonWebToken token)
    {
        var said = token.Claims.FirstOrDefault(claim => claim.Type == "auth_time")?.Value;
        return long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }

    private static ProviderRefused Invalid(string detail) => new(ProviderFault.TokenInvalid, detail);
}
