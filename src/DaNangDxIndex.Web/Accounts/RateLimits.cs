using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using DaNangDxIndex.Accounts.Tokens;
using Microsoft.AspNetCore.RateLimiting;

namespace DaNangDxIndex.Accounts;

public static class RateLimits
{
    /// <summary>For pages that take a password: attempts by one address or /64. DX_SIGN_INS_PER_MINUTE sets them, 30 by default.</summary>
    public const string SignIn = "sign-in";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    internal static void AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            TellWhen(rejected.HttpContext, rejected.Lease);
            return ValueTask.CompletedTask;
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => TokenSignIn.TextOf(http) is not { } token
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetSlidingWindowLimiter(Convert.ToHexString(SecretDigest.Of(token)), _ => PerMinute(
                http, "DX_REQUESTS_PER_TOKEN", 300)));
        limiter.AddPerAddress(SignIn, "DX_SIGN_INS_PER_MINUTE", 30);
    });

    /// <summary>How often one address may send something in a minute; reading is free.</summary>
    /// <param name="setting">Of the configuration; without it <paramref name="usual"/>.</param>
    internal static void AddPerAddress(this RateLimiterOptions limiter, string policy, string setting, int usual) =>
        limiter.AddPolicy(policy, http => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
            ? RateLimitPartition.GetNoLimiter("reading")
            : RateLimitPartition.GetSlidingWindowLimiter(
                NetworkOf(http.Connection.RemoteIpAddress), _ => PerMinute(http, setting, usual)));

    internal static void TellWhen(HttpContext http, RateLimitLease lease)
    {
        var after = lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : Window;
        http.Response.Headers.RetryAfter = ((int)after.TotalSeconds + 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>One IPv4 address; of IPv6 the /64, since whoever has one address there has as many as wanted.</summary>
    internal static string NetworkOf(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => $"{Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))}/64",
        _ => address.ToString(),
    };

    internal static SlidingWindowRateLimiterOptions PerMinute(int most) => new()
    {
        PermitLimit = most, Window = Window, SegmentsPerWindow = 6,
    };

    private static SlidingWindowRateLimiterOptions PerMinute(HttpContext http, string setting, int usual) =>
        PerMinute(http.RequestServices.GetRequiredService<IConfiguration>().GetValue(setting, usual));
}
