using System.Security.Claims;
using System.Threading.RateLimiting;
using DaNangDxIndex.Accounts.Tokens;
using Microsoft.AspNetCore.Diagnostics;

namespace DaNangDxIndex.Accounts;

/// <summary>
/// What one person asks in a minute, in all browsers together: far more than anybody works (a busy bench asks some sixty times), far less
/// than a script that reads everything out. Tokens have a limit of their own.
/// </summary>
internal sealed class AccountLimit : IDisposable
{
    private const int Usual = 1200;

    private readonly PartitionedRateLimiter<string> _limiter;

    public AccountLimit(IConfiguration configuration)
    {
        var most = configuration.GetValue("DX_REQUESTS_PER_ACCOUNT", Usual);
        _limiter = PartitionedRateLimiter.Create<string, string>(account => most > 0
            ? RateLimitPartition.GetSlidingWindowLimiter(account, _ => RateLimits.PerMinute(most))
            : RateLimitPartition.GetNoLimiter(account));
    }

    public void Dispose() => _limiter.Dispose();

    public async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        if (AccountOf(http) is not { } account)
        {
            await next(http);
            return;
        }
        using var lease = _limiter.AttemptAcquire(account);
        if (lease.IsAcquired)
        {
            await next(http);
            return;
        }
        RateLimits.TellWhen(http, lease);
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
    }

    // The page that tells of a refusal is not refused itself.
    private static string? AccountOf(HttpContext http) =>
        TokenSignIn.Admitted(http.User) || http.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || http.Features.Get<IExceptionHandlerFeature>() is not null
            ? null
            : http.User.FindFirstValue(ClaimTypes.NameIdentifier);
}
