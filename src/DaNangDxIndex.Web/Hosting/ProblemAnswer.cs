using Microsoft.AspNetCore.Mvc;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// A refusal to a program is told as a problem whatever kinds of answer it accepts: one that asked for a table would read no reason.
/// </summary>
internal static class ProblemAnswer
{
    public static ValueTask<bool> WriteAsync(HttpContext http, ProblemDetails problem)
    {
        http.Request.Headers.Accept = default;
        return http.RequestServices.GetRequiredService<IProblemDetailsService>()
            .TryWriteAsync(new() { HttpContext = http, ProblemDetails = problem });
    }
}
