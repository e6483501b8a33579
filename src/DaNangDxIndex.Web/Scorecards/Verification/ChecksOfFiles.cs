using DaNangDxIndex.Accounts;
using Microsoft.AspNetCore.RateLimiting;

namespace DaNangDxIndex.Scorecards.Verification;

/// <summary>How many files one address may have checked in a minute: DX_CHECKS_PER_MINUTE, 20 by default.</summary>
public static class ChecksOfFiles
{
    public const string Policy = "checks-of-files";

    internal static void Limit(RateLimiterOptions limiter) => limiter.AddPerAddress(Policy, "DX_CHECKS_PER_MINUTE", 20);
}
