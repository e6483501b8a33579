using System.Globalization;
using System.Threading.RateLimiting;
using DaNangDxIndex.Accounts.Tokens;
using Microsoft.AspNetCore.RateLimiting;

namespace DaNangDxIndex.Accounts;

public static class RateLimits
{
    /// <summary>For pages that take a password: attempts by one address. DX_SIGN_INS_PER_MINUTE sets them, 30 by default.</summary>
    public const string SignIn = "sign-in";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    internal static void AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            var after = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : Window;
            rejected.HttpContext.Response.Headers.RetryAfter = ((int)after.TotalSeconds + 1).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => TokenSignIn.TextOf(http) is not { } token
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetSlidingWindowLimiter(Convert.ToHexString(Account.HashOf(token)), _ => PerMinute(
                http, "DX_REQUESTS_PER_TOKEN", 300)));
        limiter.AddPerAddress(SignIn, "DX_SIGN_INS_PER_MINUTE", 30);
    });

    /// <summary>How often one address may send something in a minute; reading is free.</summary>
    /// <param name="setting">Of the configuration; without it <paramref name="usual"/>.</param>
    internal static void AddPerAddress(this RateLimiterOptions limiter, string policy, string setting, int usual) =>
        limiter.AddPolicy(policy, http => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
            ? RateLimitPartition.GetNoLimiter("reading")
            : RateLimitPartition.GetSlidingWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "unknown", _ => PerMinute(http, setting, usual)));

    private static SlidingWindowRateLimiterOptions PerMinute(HttpContext http, string setting, int usual) => new()
    {
        PermitLimit = http.RequestServices.GetRequiredService<IConfiguration>().GetValue(setting, usual),
        Window = Window,
        SegmentsPerWindow = 6,
    };
}
