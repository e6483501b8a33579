using System.Globalization;
using System.IO.Compression;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Primitives;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// Public answers and built files are made once for each state of the published, compressed
/// once, and given again before a request is logged or a sign-in looked at. Whoever brings a
/// sign-in, and whatever is not marked <see cref="PublicAnswerAttribute"/>, is answered anew.
/// </summary>
internal sealed class KeptAnswers(PublicChanges changes, Tenants tenants) : IOutputCachePolicy
{
    // A bound on age beside the notices, for what depends on the day.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var state = TenantFromPath.StateBehind(request.Path, tenants, changes);
        // A health is of this moment and kept for nobody: whoever asks for it must not wait for the one who asked before.
        var asked = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && state is not null && IsNobody(request)
            && !request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = context.AllowCacheStorage = asked;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Longest;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["state"] = state?.ToString(CultureInfo.InvariantCulture) ?? "";
        context.CacheVaryByRules.VaryByValues["as"] =
            $"{AskedEncoding.Settle(request)} {TenantFromPath.LanguageBesidePath(request)} {AskedForm.Of(request)}";
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        context.AllowCacheStorage &= IsForEverybody(http);
        return ValueTask.CompletedTask;
    }

    /// <summary>An answer that was asked for by nobody and says the same to all.</summary>
    public static bool IsForEverybody(HttpContext http) =>
        http.Response.StatusCode == StatusCodes.Status200OK
        && StringValues.IsNullOrEmpty(http.Response.Headers.SetCookie)
        && (http.GetEndpoint()?.Metadata.GetMetadata<PublicAnswerAttribute>() is not null
            || http.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal));

    private static bool IsNobody(HttpRequest request) =>
        StringValues.IsNullOrEmpty(request.Headers.Authorization) && !request.Cookies.Any(cookie => TenantCookies.IsSignIn(cookie.Key));
}

internal static class KeptAnswersFeature
{
    private const long MostBytes = 64L << 20;
    private const long LargestAnswer = 8L << 20;

    public static void AddKeptAnswers(this IServiceCollection services)
    {
        services.AddSingleton<KeptAnswers>();
        services.AddOutputCache(cache =>
        {
            cache.SizeLimit = MostBytes;
            cache.MaximumBodySize = LargestAnswer;
        });
        services.AddOptions<OutputCacheOptions>().Configure<KeptAnswers>((cache, kept) => cache.AddBasePolicy(kept));
        services.AddResponseCompression(compression =>
        {
            // Forms carry a token that is masked anew in each answer, so that lengths tell nothing of it.
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, AskedForm.Csv, "application/problem+json", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
    }

    public static void UseKeptAnswers(this WebApplication app)
    {
        app.Use(EntityTags.CompareAsync);
        app.Use(TrackingMarks.RemoveAsync);
        app.UseOutputCache();
        app.Use(EntityTags.TagAsync);
        app.UseResponseCompression();
    }
}
