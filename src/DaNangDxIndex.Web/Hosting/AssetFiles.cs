using Microsoft.Net.Http.Headers;

namespace DaNangDxIndex.Hosting;

/// <summary>Built files: those whose address carries their hash are kept for good, the others are asked for again.</summary>
internal static class AssetFiles
{
    public static void UseAssetFiles(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = file => file.Context.Response.Headers[HeaderNames.CacheControl] = CarriesHash(file.Context.Request)
            ? "public, max-age=31536000, immutable"
            : "no-cache",
    });

    // Pages name style and script with ?v=hash; the style names fonts by file-hash.woff2.
    private static bool CarriesHash(HttpRequest request) =>
        request.Query.ContainsKey("v") || request.Path.Value?.EndsWith(".woff2", StringComparison.Ordinal) == true;
}
