namespace DaNangDxIndex.Access;

/// <summary>
/// A cookie that only this host gets, on every path. Always "Secure": antiforgery would refuse plain http at development
/// if the policy said so, while browsers take such a cookie from 127.0.0.1.
/// </summary>
internal sealed class HostCookie : CookieBuilder
{
    public HostCookie(string name)
    {
        Name = name;
        Path = "/";
        HttpOnly = true;
        SameSite = SameSiteMode.Lax;
        SecurePolicy = CookieSecurePolicy.None;
        IsEssential = true;
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = true;
        options.Domain = null;
        return options;
    }
}
