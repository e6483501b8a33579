using System.Globalization;

namespace DaNangDxIndex.Tenancy;

/// <summary>The addresses that tag helpers cannot make, since tenant and language are not in the routes: the other language and the API.</summary>
public sealed class Addresses(IHttpContextAccessor http, CurrentTenant current, IConfiguration configuration)
{
    /// <summary>"vi" or "en", as in the path.</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>This page in the given language.</summary>
    public string InLanguage(string language)
    {
        var request = http.HttpContext?.Request;
        return $"/{current.Required.Slug}/{language}{request?.Path.ToUriComponent()}{request?.QueryString.ToUriComponent()}";
    }

    /// <summary>A page of this tenant: "/work" is "/da-nang/vi/work".</summary>
    public string Page(string path) => $"/{current.Required.Slug}/{Language}{path}";

    /// <summary>A page as it is written outside the site. The host is ours where DX_PUBLIC_URL names it: a request can claim any.</summary>
    public string Absolute(string path) =>
        (configuration["DX_PUBLIC_URL"]?.TrimEnd('/') ?? $"{http.HttpContext?.Request.Scheme}://{http.HttpContext?.Request.Host}") + Page(path);

    /// <summary>"editions/2024/standings" is "/da-nang/api/v1/editions/2024/standings".</summary>
    public string Api(string path) => $"/{current.Required.Slug}/api/v1/{path}";
}
