namespace DaNangDxIndex.Tenancy;

internal static class Api
{
    public static bool Asks(HttpContext http) => Asks(http.Request.Path);

    public static bool Asks(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.Ordinal) || path.StartsWithSegments("/openapi", StringComparison.Ordinal);
}
