using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// One sign-in cookie per tenant, "__Host-dx-{slug}", on every path: two tenants open in one browser do not sign each other out.
/// </summary>
internal sealed class TenantCookies : ICookieManager
{
    private const string Prefix = "__Host-dx-";
    private readonly ChunkingCookieManager _cookies = new();

    /// <summary>True for the sign-in cookie of any tenant, or a chunk of one.</summary>
    public static bool IsSignIn(string cookie) => cookie.StartsWith(Prefix, StringComparison.Ordinal) && cookie != Prefix + "form";

    public string? GetRequestCookie(HttpContext context, string key) =>
        Name(context, key) is { } name ? _cookies.GetRequestCookie(context, name) : null;

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options)
    {
        if (Name(context, key) is { } name)
            _cookies.AppendResponseCookie(context, name, value, options);
    }

    public void DeleteCookie(HttpContext context, string key, CookieOptions options)
    {
        if (Name(context, key) is { } name)
            _cookies.DeleteCookie(context, name, options);
    }

    private static string? Name(HttpContext context, string key) =>
        context.RequestServices.GetRequiredService<CurrentTenant>().Tenant is { } tenant ? $"{key}-{tenant.Slug}" : null;
}
