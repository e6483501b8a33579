using Microsoft.Net.Http.Headers;

namespace DaNangDxIndex.Publications;

/// <summary>Lets browsers and proxies keep published answers: a numbered version for good, the one in force until it is asked after
/// again.</summary>
internal static class Unchanged
{
    /// <summary>Writes the headers; true when the caller already holds this answer and gets 304.</summary>
    public static bool Since(HttpContext http, string tag, bool numbered)
    {
        var entity = new EntityTagHeaderValue($"\"{tag}\"");
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = entity;
        headers.CacheControl = numbered
            ? new() { Public = true, MaxAge = TimeSpan.FromDays(365), Extensions = { new("immutable") } }
            : new() { Public = true, NoCache = true };
        return http.Request.GetTypedHeaders().IfNoneMatch
            .Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(entity, useStrongComparison: false));
    }
}
