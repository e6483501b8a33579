using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>Somebody goes to a provider, to come back as who they are there: Authorization Code with PKCE (S256).</summary>
public sealed class LeaveForProvider(DxIndexDb db, ProviderDocuments documents, ProviderSeal seal, BrowserOfAttempt browser,
    Addresses addresses, TimeProvider clock, ILogger<LeaveForProvider> log)
{
    private const int Bytes = 32;

    /// <param name="Links">Whose account is to be linked; null where somebody signs in.</param>
    /// <param name="Anew">The provider asks the person again, whatever it remembers.</param>
    internal sealed record Command(Guid Provider, Attempt.Link? Links, bool Anew, string? ReturnUrl, string? Kept);

    /// <param name="Address">Where the browser goes.</param>
    public sealed record Leaving(string Address, Bilingual Name);

    /// <summary>The address that a provider is told to send people back to.</summary>
    public static string BackOf(Guid provider, Addresses addresses) => addresses.Absolute($"/accounts/sign-in/back/{provider}", "vi");

    /// <exception cref="ProviderRefused">Logged.</exception>
    internal async Task<Leaving> HandleAsync(Command command, CancellationToken ct)
    {
        try
        {
            return await LeaveAsync(command, ct);
        }
        catch (ProviderRefused refused)
        {
            log.LogWarning("Nobody can leave for the provider {Provider}: {Fault}, {Detail}",
                command.Provider, refused.Fault, refused.Detail);
            throw;
        }
    }

    private async Task<Leaving> LeaveAsync(Command command, CancellationToken ct)
    {
        var provider = await db.Set<Provider>().AsNoTracking()
            .SingleOrDefaultAsync(provider => provider.Id == command.Provider && provider.Active, ct)
            ?? throw new ProviderRefused(ProviderFault.NotOffered, "not in use");
        var back = BackOf(provider.Id, addresses);
        if (!Uri.TryCreate(back, UriKind.Absolute, out var whole) || whole.Scheme == Uri.UriSchemeFile)
            throw new ProviderRefused(ProviderFault.NoAddress, "the site's own address is not set");
        // No connection is held while somebody else is asked.
        await db.Database.CloseConnectionAsync();
        var document = await documents.OfAsync(provider.Issuer, anew: false, ct);
        var (state, now) = (Chance(), clock.GetUtcNow());
        var attempt = new Attempt(
            provider.Id, browser.Mark(), Chance(), Chance(), back, now, command.Links, command.Anew, command.ReturnUrl, command.Kept);
        await ForgetAttempts.DeleteAsync(db, now, ct);
        db.Add(new Attempt.Row(SecretDigest.Of(state), now, seal.Seal(attempt)));
        await db.SaveChangesAsync(ct);
        return new(AddressOf(document.Said.AuthorizationEndpoint, provider, attempt, state), provider.Name);
    }

    private static string AddressOf(string endpoint, Provider provider, Attempt attempt, string state)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["response_type"] = "code", ["client_id"] = provider.ClientId, ["redirect_uri"] = attempt.Back, ["scope"] = "openid",
            ["state"] = state, ["nonce"] = attempt.Nonce, ["code_challenge_method"] = "S256",
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(attempt.Verifier))),
            ["ui_locales"] = Addresses.Language,
        };
        if (attempt.Anew)
            (query["prompt"], query["max_age"]) = ("login", "0");
        return QueryHelpers.AddQueryString(endpoint, query);
    }

    private static string Chance() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
}
