namespace DaNangDxIndex.Tenancy;

internal static class Api
{
    public static bool Asks(HttpContext http) => Asks(http.Request.Path);

    /// <summary>Whatever does not only read.</summary>
    public static bool Changes(HttpRequest request) => !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
        && !HttpMethods.IsOptions(request.Method) && !HttpMethods.IsTrace(request.Method);

    public static bool Asks(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.Ordinal) || path.StartsWithSegments("/openapi", StringComparison.Ordinal);
}
