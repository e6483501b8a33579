using System.Collections.Concurrent;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>What providers say of themselves, with their keys; asked for at first need and again after ten minutes.</summary>
public sealed class ProviderDocuments(ProviderFetch fetch, TimeProvider clock)
{
    private const string WellKnown = "/.well-known/openid-configuration";
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <param name="Said">Its addresses and abilities.</param>
    /// <param name="Keys">Public keys, by which it signs.</param>
    public sealed record Document(OpenIdConnectConfiguration Said, IReadOnlyList<SecurityKey> Keys);

    private sealed record Known(Document Document, DateTimeOffset At);

    /// <param name="anew">It signed by a key that we do not know: it may have a new one. Asked at most each ten seconds.</param>
    /// <exception cref="ProviderRefused"/>
    public async Task<Document> OfAsync(string issuer, bool anew, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_known.TryGetValue(issuer, out var known) && now < known.At + (anew ? Rest : Fresh))
            return known.Document;
        var document = await ReadAsync(issuer, ct);
        _known[issuer] = new(document, now);
        return document;
    }

    /// <summary>Asks now, whatever is remembered.</summary>
    /// <exception cref="ProviderRefused"/>
    public async Task<Document> ReadAsync(string issuer, CancellationToken ct)
    {
        var said = Parsed(await JsonAsync(issuer.TrimEnd('/') + WellKnown, ct), OpenIdConnectConfiguration.Create);
        if (!string.Equals(said.Issuer, issuer, StringComparison.Ordinal))
            throw new ProviderRefused(ProviderFault.IssuerDiffers, "the document names another issuer");
        if (!ProviderRules.IsAddress(said.AuthorizationEndpoint, fetch.OverHttp, withQuery: true)
            || !ProviderRules.IsAddress(said.TokenEndpoint, fetch.OverHttp, withQuery: true)
            || !ProviderRules.IsAddress(said.JwksUri, fetch.OverHttp, withQuery: true))
            throw new ProviderRefused(ProviderFault.Unusable, "an address is missing or not https");
        var keys = Parsed(await JsonAsync(said.JwksUri, ct), JsonWebKeySet.Create).GetSigningKeys()
            .Where(key => key is not SymmetricSecurityKey).Take(20).ToList();
        return keys.Count > 0 ? new(said, keys) : throw new ProviderRefused(ProviderFault.Unusable, "no keys");
    }

    private async Task<string> JsonAsync(string address, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var (good, json) = await fetch.AskAsync(request, ct);
        return good ? json : throw new ProviderRefused(ProviderFault.Unreachable, "refused to tell of itself");
    }

    private static T Parsed<T>(string json, Func<string, T> read)
    {
        try
        {
            return read(json);
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            // The library throws what its parser throws; what a stranger's document holds is not our failure.
            throw new ProviderRefused(ProviderFault.Unreadable, unreadable.GetType().Name);
        }
    }
}
