namespace DaNangDxIndex.Hosting;

/// <summary>Whoever is told "not now" is told when to come again, whatever it was that told so.</summary>
internal static class RetryAfter
{
    private const string Seconds = "5";

    public static Task TellAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            if (http.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
                http.Response.Headers.TryAdd("Retry-After", Seconds);
            return Task.CompletedTask;
        });
        return next(http);
    }
}
