using System.Globalization;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Tenancy;

/// <summary>
/// Moves "/{tenant}/{vi|en}" into PathBase, and "/{tenant}" before "/api", so that routes and links know nothing of them.
/// Pages speak the path's language; the API counts and dates invariantly and words its refusals as Accept-Language asks.
/// </summary>
internal sealed class TenantFromPath(RequestDelegate next, Tenants tenants)
{
    internal static readonly string[] WithoutTenant = ["api", "assets", "health", "openapi", "design", "error", "problems"];
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public async Task InvokeAsync(HttpContext http, CurrentTenant current)
    {
        if (http.Request.PathBase.HasValue)
        {
            // The error page of a request that failed after it was moved.
            Speak(http.Request.PathBase.Value.EndsWith("/en", StringComparison.Ordinal) ? English : Vietnamese);
            await next(http);
            return;
        }
        var (slug, rest) = FirstSegment(http.Request.Path);
        if (slug.Length == 0)
        {
            await RedirectToFirstTenantAsync(http);
            return;
        }
        if (slug == "verify")
        {
            await EnterByCodeAsync(http, current, FirstSegment(rest).Segment);
            return;
        }
        if (WithoutTenant.Contains(slug, StringComparer.Ordinal))
        {
            Speak(AskedFor(http.Request));
            await next(http);
            return;
        }
        if (await tenants.FindAsync(slug, http.RequestAborted) is not { } tenant)
        {
            await NotFoundAsync(http);
            return;
        }
        current.Enter(tenant);
        await EnterAsync(http, slug, rest);
    }

    private async Task EnterAsync(HttpContext http, string slug, PathString rest)
    {
        var (second, page) = FirstSegment(rest);
        switch (second)
        {
            case "vi" or "en":
                Speak(second == "en" ? English : Vietnamese);
                await MoveAsync(http, $"/{slug}/{second}", page.HasValue ? page : "/");
                break;
            case "api":
                Speak(AskedFor(http.Request));
                CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                await MoveAsync(http, $"/{slug}", rest);
                break;
            default:
                if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
                    http.Response.Redirect(
                        $"/{slug}/{AskedFor(http.Request).TwoLetterISOLanguageName}{Encoded(rest)}{http.Request.QueryString}");
                else
                    await NotFoundAsync(http);
                break;
        }
    }

    /// <summary>
    /// The address on a printed scorecard names no tenant: its code does. An unknown code is answered by the first tenant's page.
    /// </summary>
    private async Task EnterByCodeAsync(HttpContext http, CurrentTenant current, string code)
    {
        if ((await tenants.OfCodeAsync(code, http.RequestAborted) ?? await tenants.FirstAsync(http.RequestAborted)) is not { } tenant)
        {
            await NotFoundAsync(http);
            return;
        }
        var language = AskedFor(http.Request);
        current.Enter(tenant);
        Speak(language);
        await MoveAsync(http, $"/{tenant.Slug}/{language.TwoLetterISOLanguageName}", http.Request.Path);
    }

    private async Task MoveAsync(HttpContext http, PathString moved, PathString rest)
    {
        http.Request.PathBase += moved;
        http.Request.Path = rest;
        await next(http);
    }

    private async Task NotFoundAsync(HttpContext http)
    {
        Speak(AskedFor(http.Request));
        http.Request.Path = "/error/404";
        await next(http);
    }

    private async Task RedirectToFirstTenantAsync(HttpContext http)
    {
        if (await tenants.FirstAsync(http.RequestAborted) is { } first)
            http.Response.Redirect($"/{first.Slug}/vi/");
        else
            await NotFoundAsync(http);
    }

    // The path's own text keeps "%61" as it is, and the browser would ask for "a".
    private static string Encoded(PathString path) => string.Join('/', (path.Value ?? "").Split('/').Select(Uri.EscapeDataString));

    private static void Speak(CultureInfo culture)
    {
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
    }

    /// <summary>As lang says in the address; else Vietnamese, unless the browser names English and no Vietnamese.</summary>
    private static CultureInfo AskedFor(HttpRequest request)
    {
        if ((string?)request.Query["lang"] is ("vi" or "en") and var said)
            return said == "en" ? English : Vietnamese;
        var languages = request.GetTypedHeaders().AcceptLanguage;
        bool Names(string language) => languages.Any(asked => asked.Value.StartsWith(language, StringComparison.OrdinalIgnoreCase));
        return Names("en") && !Names("vi") ? English : Vietnamese;
    }

    /// <summary>
    /// Speaks to programs as they asked, where the request's own culture is not known any more: it does not reach what handles its failure.
    /// </summary>
    public static void SpeakAsAsked(HttpRequest request) => Speak(AskedFor(request));

    /// <summary>The language that the answer to a request depends on beside its address; empty where the address names it.</summary>
    public static string LanguageBesidePath(HttpRequest request)
    {
        var (_, rest) = FirstSegment(request.Path);
        return FirstSegment(rest).Segment is "vi" or "en" ? "" : AskedFor(request).TwoLetterISOLanguageName;
    }

    /// <summary>The public state that the answer to this address follows from; of a code nobody knows yet which cluster's.</summary>
    public static long? StateBehind(PathString path, Tenants tenants, PublicChanges changes)
    {
        var slug = FirstSegment(path).Segment;
        return tenants.Known(slug) is { } tenant ? changes.StateOf(tenant.Cluster)
            : WithoutTenant.Contains(slug, StringComparer.Ordinal) ? changes.StateOf(null)
            : changes.State;
    }

    private static (string Segment, PathString Remainder) FirstSegment(PathString path)
    {
        var text = path.Value ?? "";
        var end = text.Length < 2 ? -1 : text.IndexOf('/', 1);
        // Not by the conversion from a text, which would decode what is decoded already.
        return end < 0 ? (text.TrimStart('/'), default) : (text[1..end], new(text[end..]));
    }
}
