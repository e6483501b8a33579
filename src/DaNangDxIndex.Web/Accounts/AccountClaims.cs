using System.Security.Claims;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Accounts;

/// <summary>What the cookie says. Id, tenant and stamp are checked on every request; the rest is read anew each time.</summary>
internal static class AccountClaims
{
    public const string Tenant = "tenant";
    public const string Agency = "agency";
    public const string Stamp = "stamp";
    public const string UserName = "userName";

    public static ClaimsPrincipal Principal(Account account, Tenant tenant, string scheme)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, account.Id.ToString()),
            new(ClaimTypes.Name, account.FullName),
            new(Tenant, tenant.Id.ToString()),
            new(Stamp, account.SecurityStamp ?? ""),
            new(UserName, account.UserName ?? ""),
            .. account.Roles.Select(role => new Claim(ClaimTypes.Role, role)),
        ];
        if (account.AgencyCode is { } agency)
            claims.Add(new(Agency, agency));
        return new(new ClaimsIdentity(claims, scheme));
    }
}
