using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace DaNangDxIndex.Scorecards.Verification;

/// <summary>How many files one address may have checked in a minute: DX_CHECKS_PER_MINUTE, 20 by default.</summary>
public static class ChecksOfFiles
{
    public const string Policy = "checks-of-files";

    internal static void Limit(RateLimiterOptions limiter) => limiter.AddPolicy(Policy, http => HttpMethods.IsPost(http.Request.Method)
        ? RateLimitPartition.GetSlidingWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new()
            {
                PermitLimit = http.RequestServices.GetRequiredService<IConfiguration>().GetValue("DX_CHECKS_PER_MINUTE", 20),
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            })
        : RateLimitPartition.GetNoLimiter("reading"));
}
