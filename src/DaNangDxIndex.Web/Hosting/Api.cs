namespace DaNangDxIndex.Hosting;

internal static class Api
{
    public static bool Asks(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || http.Request.Path.StartsWithSegments("/openapi", StringComparison.Ordinal);
}
