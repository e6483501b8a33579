using System.Globalization;

namespace DaNangDxIndex.Tenancy;

/// <summary>
/// The addresses that tag helpers cannot make, since tenant and language are not in the routes: the other language and the API.
/// </summary>
public sealed class Addresses(IHttpContextAccessor http, CurrentTenant current, IConfiguration configuration)
{
    /// <summary>"vi" or "en", as in the path.</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The language that the query of a file asks for; any other word asks for that of the reader.</summary>
    public static string Asked(string? lang) => lang is "vi" or "en" ? lang : Language;

    /// <summary>This page in the given language.</summary>
    public string InLanguage(string language)
    {
        var request = http.HttpContext?.Request;
        return $"/{current.Required.Slug}/{language}{request?.Path.ToUriComponent()}{request?.QueryString.ToUriComponent()}";
    }

    /// <summary>A page of this tenant: "/work" is "/da-nang/vi/work".</summary>
    public string Page(string path) => $"/{current.Required.Slug}/{Language}{path}";

    /// <summary>
    /// A page as it is written outside the site: at DX_PUBLIC_URL, or at the host of the request where that is this machine or is named in
    /// AllowedHosts. A request can claim any other, so then the address goes without one.
    /// </summary>
    public string Absolute(string path) => Absolute(path, Language);

    /// <summary>The same in the given language.</summary>
    public string Absolute(string path, string language) => $"{Site()}/{current.Required.Slug}/{language}{path}";

    /// <summary>"https://dx.danang.gov.vn", as browsers call the site; null where its own address is not known.</summary>
    public string? Origin =>
        Uri.TryCreate(Site(), UriKind.Absolute, out var site) && !site.IsFile ? site.GetLeftPart(UriPartial.Authority) : null;

    /// <summary>This page in the given language, as it is written outside the site.</summary>
    public string AbsoluteInLanguage(string language) => Site() + InLanguage(language);

    private string Site() => configuration["DX_PUBLIC_URL"] is { Length: > 0 } site ? site.TrimEnd('/') : HostOfRequest();

    private string HostOfRequest()
    {
        if (http.HttpContext?.Request is not { } request)
            return "";
        var known = (configuration["AllowedHosts"] ?? "").Split(';').Append("localhost").Append("127.0.0.1").Append("[::1]");
        return known.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase) ? $"{request.Scheme}://{request.Host}" : "";
    }

    /// <summary>"editions/2024/standings" is "/da-nang/api/v1/editions/2024/standings".</summary>
    public string Api(string path) => $"/{current.Required.Slug}/api/v1/{path}";
}
