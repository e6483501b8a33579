using System.Buffers.Text;
using System.Security.Cryptography;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// What is kept for everybody bears a strong tag made of its bytes as they go over the wire, so that it follows from nothing else: another
/// encoding, language or release of the program is another tag. Browsers and proxies keep a page, and ask before they show it again.
/// </summary>
internal static class EntityTags
{
    /// <summary>Between the keeping and the compression: here an answer is whole, once.</summary>
    public static async Task TagAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IOutputCacheFeature>()?.Context.AllowCacheStorage != true)
        {
            await next(http);
            return;
        }
        // Others may wait for this answer: who asked first and went away must not take it from them.
        http.RequestAborted = CancellationToken.None;
        var language = TenantFromPath.LanguageBesidePath(http.Request);
        using var made = await HeldAsync(http, next);
        if (KeptAnswers.IsForEverybody(http))
            Tag(http.Response, made, language.Length > 0);
        await SendAsync(http, made);
    }

    /// <summary>
    /// Outside of the keeping, which compares a kept answer by itself: one that is made in this moment is compared here, and is kept whole.
    /// </summary>
    public static async Task CompareAsync(HttpContext http, RequestDelegate next)
    {
        if (StringValues.IsNullOrEmpty(http.Request.Headers.IfNoneMatch)
            || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
        {
            await next(http);
            return;
        }
        using var made = await HeldAsync(http, next);
        if (http.Response.StatusCode == StatusCodes.Status200OK && IsKnown(http))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            http.Response.ContentLength = null;
            return;
        }
        await SendAsync(http, made);
    }

    private static void Tag(HttpResponse answer, MemoryStream made, bool byLanguage)
    {
        var digest = Base64Url.EncodeToString(SHA256.HashData(made.GetBuffer().AsSpan(0, (int)made.Length)).AsSpan(0, 16));
        answer.Headers.ETag = $"\"{digest}\"";
        answer.ContentLength = made.Length;
        if (answer.ContentType?.StartsWith("text/html", StringComparison.Ordinal) != true)
            return;
        // Who signs in gets the same address with other bytes, which are stored nowhere.
        answer.Headers.CacheControl = "no-cache";
        answer.Headers.Append(HeaderNames.Vary, HeaderNames.Cookie);
        if (byLanguage)
            answer.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
    }

    private static bool IsKnown(HttpContext http) =>
        http.Response.GetTypedHeaders().ETag is { } tag
        && http.Request.GetTypedHeaders().IfNoneMatch
            .Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));

    private static async Task<MemoryStream> HeldAsync(HttpContext http, RequestDelegate next)
    {
        var (body, held) = (http.Response.Body, new MemoryStream());
        http.Response.Body = held;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }
        return held;
    }

    /// <summary>All of it is there: to a client that has gone away the server writes nothing, and that is nobody's failure.</summary>
    private static Task SendAsync(HttpContext http, MemoryStream made)
    {
        made.Position = 0;
        return made.CopyToAsync(http.Response.Body, CancellationToken.None);
    }
}
