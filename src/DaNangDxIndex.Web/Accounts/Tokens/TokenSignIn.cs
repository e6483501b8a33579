using System.Security.Claims;
using System.Text.Encodings.Web;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DaNangDxIndex.Accounts.Tokens;

/// <summary>
/// "Authorization: Bearer" on addresses of the API, and nowhere else: a token opens no page. Roles and agency are read anew with every
/// request, and what changes something gets no more of them than the token's scope has.
/// </summary>
internal sealed class TokenSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, DxIndexDb db, CurrentTenant tenant,
    TimeProvider clock) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "token";

    private const string Bearer = "Bearer ";

    /// <summary>The text that the request brings; null where it brings none, or asks for a page.</summary>
    public static string? TextOf(HttpContext http) =>
        Api.Asks(http) && http.Request.Headers.Authorization.ToString() is var header
        && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;

    public static bool Admitted(ClaimsPrincipal person) => person.Identity?.AuthenticationType == SchemeName;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var (ct, now) = (Context.RequestAborted, clock.GetUtcNow());
        if (tenant.Tenant is not { } here || AccessToken.HashOf(TextOf(Context) ?? "") is not { } hash)
            return AuthenticateResult.Fail("No token of ours.");
        // What the request asks after this, it asks on the same connection, as with a cookie.
        await db.Database.OpenConnectionAsync(ct);
        var found = await (
            from token in db.Set<AccessToken>().AsNoTracking()
            join person in db.Set<Account>().AsNoTracking() on token.AccountId equals person.Id
            where token.Hash == hash && token.RevokedAt == null && token.ExpiresAt > now && !person.Disabled
            select new { Token = token, Person = person }).SingleOrDefaultAsync(ct);
        if (found is null)
            return AuthenticateResult.Fail("Unknown, expired or revoked.");
        if (found.Token.LastUsedAt is null || found.Token.LastUsedAt < now.AddMinutes(-1))
            await db.Set<AccessToken>().Where(token => token.Id == found.Token.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(token => token.LastUsedAt, now), ct);
        return AuthenticateResult.Success(new(PrincipalOf(found.Token, found.Person, here), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = """Bearer error="invalid_token" """.TrimEnd();
        return Task.CompletedTask;
    }

    private ClaimsPrincipal PrincipalOf(AccessToken token, Account person, Tenant here)
    {
        var principal = AccountTicket.Of(person, here, SchemeName);
        var identity = principal.Identities.Single();
        identity.AddClaim(new(AccountClaims.Token, token.Name));
        var kept = TokenRules.Roles(token.Scope).Select(role => role.Code()).ToHashSet(StringComparer.Ordinal);
        if (!HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method))
        {
            foreach (var role in identity.FindAll(ClaimTypes.Role).Where(role => !kept.Contains(role.Value)).ToList())
                identity.RemoveClaim(role);
        }
        return principal;
    }
}
