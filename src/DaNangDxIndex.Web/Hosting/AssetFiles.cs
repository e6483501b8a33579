using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace DaNangDxIndex.Hosting;

/// <summary>Built files: those whose address carries their hash are kept for good, the others are asked for again.</summary>
internal static class AssetFiles
{
    private const string Packed = ".br";

    private static readonly FileExtensionContentTypeProvider Types = new() { Mappings = { [Packed] = "application/octet-stream" } };

    public static void UseAssetFiles(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            if (IsPackedFor(http.Request, app.Environment))
                http.Request.Path += Packed;
            return next(http);
        });
        app.UseStaticFiles(new StaticFileOptions { ContentTypeProvider = Types, OnPrepareResponse = file => Prepare(file.Context) });
    }

    /// <summary>Style and script lie beside themselves in a packed form, made when they were built.</summary>
    private static bool IsPackedFor(HttpRequest request, IWebHostEnvironment environment) =>
        request.Path.Value is { } path
        && (path.EndsWith(".css", StringComparison.Ordinal) || path.EndsWith(".js", StringComparison.Ordinal))
        && AskedEncoding.Settle(request) == AskedEncoding.Brotli
        && environment.WebRootFileProvider.GetFileInfo(path + Packed).Exists;

    private static void Prepare(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        if (path.EndsWith(Packed, StringComparison.Ordinal))
        {
            http.Response.Headers.ContentEncoding = AskedEncoding.Brotli;
            http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
            http.Response.ContentType = path.EndsWith($".css{Packed}", StringComparison.Ordinal) ? "text/css" : "text/javascript";
        }

        http.Response.Headers[HeaderNames.CacheControl] = CarriesHash(http.Request) ? "public, max-age=31536000, immutable" : "no-cache";
    }

    // Pages name style and script with ?v=hash; the style names fonts by file-hash.woff2.
    private static bool CarriesHash(HttpRequest request) =>
        request.Query.ContainsKey("v") || request.Path.Value?.EndsWith(".woff2", StringComparison.Ordinal) == true;
}
