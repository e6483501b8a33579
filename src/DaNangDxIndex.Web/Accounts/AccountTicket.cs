using System.Globalization;
using System.Security.Claims;
using DaNangDxIndex.Accounts.Sessions;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Accounts;

/// <summary>Writes what the cookie says of a person.</summary>
internal static class AccountTicket
{
    public static ClaimsPrincipal Of(Account account, Tenant tenant, string scheme, AccountSession? session = null)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, account.Id.ToString()),
            new(ClaimTypes.Name, account.FullName),
            new(AccountClaims.Tenant, tenant.Id.ToString()),
            new(AccountClaims.Stamp, account.SecurityStamp ?? ""),
            new(AccountClaims.UserName, account.UserName ?? ""),
            .. account.Roles.Select(role => new Claim(ClaimTypes.Role, role)),
        ];
        if (account.AgencyCode is { } agency)
            claims.Add(new(AccountClaims.Agency, agency));
        if (session is { } here)
        {
            claims.Add(new(AccountClaims.Session, here.Id.ToString()));
            claims.Add(new(AccountClaims.Began, here.PresentSince.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        }
        if (!account.TwoFactorEnabled && session is not { SecondByProvider: true }
            && SecondFactorRules.IsCompulsory(account.Roles, tenant.SecondFactorFor))
            claims.Add(new(AccountClaims.SecondFactorDue, "true"));
        return new(new ClaimsIdentity(claims, scheme));
    }
}
