using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DaNangDxIndex.Harness;

/// <summary>
/// A provider of sign-ins of our own, over the network: signs with RSA, asks nobody for a password, and lies as a test wishes.
/// </summary>
public sealed class TestProvider : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, Asked> _codes = new(StringComparer.Ordinal);

    private TestProvider(WebApplication web) => _web = web;

    public const string Client = "dx-index";

    public const string Secret = "a+secret/of:tests";

    public string Issuer => _web.Urls.First();

    /// <summary>Who is signed in there.</summary>
    public string Subject { get; set; } = "subject-1";

    /// <summary>Changes what the id token says, just before it is signed.</summary>
    public Action<Dictionary<string, object>> Lie { get; set; } = _ => { };

    /// <summary>Signs otherwise than with the key that is published.</summary>
    public Func<string, string>? Forge { get; set; }

    /// <summary>Answers to everything before the provider does.</summary>
    public RequestDelegate? Instead { get; set; }

    public Action<Dictionary<string, object>> Document { get; set; } = _ => { };

    public int Exchanged { get; private set; }

    /// <summary>What was put into the address that people were sent to.</summary>
    public Dictionary<string, string> LastAsked { get; private set; } = [];

    private sealed record Asked(string Challenge, string Nonce, string Back);

    public static async Task<TestProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var web = builder.Build();
        var provider = new TestProvider(web);
        web.Use(next => http => provider.Instead is { } instead ? instead(http) : next(http));
        web.MapGet("/.well-known/openid-configuration", provider.Tell);
        web.MapGet("/keys", provider.Keys);
        web.MapGet("/authorize", provider.Authorize);
        web.MapPost("/token", provider.ExchangeAsync);
        await web.StartAsync();
        return provider;
    }

    /// <summary>What a browser is told to go to, from our page: the person says yes, and this is where it is sent back.</summary>
    public Uri Answer(string leave)
    {
        LastAsked = QueryHelpers.ParseQuery(new Uri(leave).Query)
            .ToDictionary(part => part.Key, part => part.Value.ToString(), StringComparer.Ordinal);
        return new(Back(LastAsked));
    }

    public string Token(string nonce)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["iss"] = Issuer, ["sub"] = Subject, ["aud"] = Client, ["exp"] = now + 300, ["iat"] = now, ["auth_time"] = now,
            ["nonce"] = nonce,
        };
        Lie(claims);
        var payload = JsonSerializer.Serialize(claims);
        return Forge?.Invoke(payload) ?? Signed(payload, _rsa);
    }

    public static string Signed(string payload, RSA key) => new JsonWebTokenHandler().CreateToken(
        payload, new SigningCredentials(new RsaSecurityKey(key) { KeyId = "one" }, SecurityAlgorithms.RsaSha256));

    public static string Unsigned(string payload) =>
        $"{Base64Url.EncodeToString("""{"alg":"none","typ":"JWT"}"""u8)}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}.";

    /// <summary>With the public key as if it were a secret that both know.</summary>
    public string SignedByPublicKey(string payload) => new JsonWebTokenHandler().CreateToken(payload, new SigningCredentials(
        new SymmetricSecurityKey(_rsa.ExportSubjectPublicKeyInfo()) { KeyId = "one" }, SecurityAlgorithms.HmacSha256));

    public void Honest() => (Lie, Forge, Instead, Document, Subject) = (_ => { }, null, null, _ => { }, "subject-1");

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        _rsa.Dispose();
    }

    private IResult Tell()
    {
        var said = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["issuer"] = Issuer, ["authorization_endpoint"] = $"{Issuer}/authorize", ["token_endpoint"] = $"{Issuer}/token",
            ["jwks_uri"] = $"{Issuer}/keys", ["response_types_supported"] = new[] { "code" },
        };
        Document(said);
        return Results.Json(said);
    }

    private IResult Keys()
    {
        var key = _rsa.ExportParameters(false);
        return Results.Json(new
        {
            keys = new[]
            {
                new
                {
                    kty = "RSA", use = "sig", kid = "one",
                    n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent),
                },
            },
        });
    }

    private IResult Authorize(HttpRequest request)
    {
        LastAsked = request.Query.ToDictionary(part => part.Key, part => part.Value.ToString(), StringComparer.Ordinal);
        return Results.Redirect(Back(LastAsked));
    }

    private string Back(Dictionary<string, string> asked)
    {
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = new(asked["code_challenge"], asked["nonce"], asked["redirect_uri"]);
        return QueryHelpers.AddQueryString(asked["redirect_uri"],
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["code"] = code, ["state"] = asked["state"] });
    }

    private async Task<IResult> ExchangeAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Client}:{Uri.EscapeDataString(Secret)}"));
        var proof = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (request.Headers.Authorization != $"Basic {basic}" || !_codes.TryRemove(form["code"].ToString(), out var asked)
            || asked.Challenge != proof || asked.Back != form["redirect_uri"])
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        Exchanged++;
        return Results.Json(new { access_token = "unused", token_type = "Bearer", id_token = Token(asked.Nonce) });
    }
}
