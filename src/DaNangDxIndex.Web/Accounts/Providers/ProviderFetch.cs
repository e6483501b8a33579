using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>
/// Asks providers, whose addresses an administrator typed: https alone, no redirects, five seconds, a quarter of a megabyte, and never this
/// machine or what lies on its own wire (there clouds give out their secrets). Private addresses are open: the city's sign-in is inside.
/// </summary>
public sealed class ProviderFetch : IDisposable
{
    private const int Longest = 256 * 1024;
    private readonly HttpClient _http;

    public ProviderFetch(IConfiguration configuration)
    {
        OverHttp = configuration.GetValue("DX_PROVIDERS_OVER_HTTP", false);
        // A provider on this machine, to try things out, has to share it with us.
        var patience = TimeSpan.FromSeconds(OverHttp ? 15 : 5);
        _http = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = patience,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxConnectionsPerServer = 20,
            MaxResponseHeadersLength = 16,
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = patience,
            MaxResponseContentBufferSize = Longest,
        };
        _http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
    }

    /// <summary>DX_PROVIDERS_OVER_HTTP: also plain http and this machine, to try things out.</summary>
    public bool OverHttp { get; }

    /// <summary>The answer's JSON object, and whether it was a good answer.</summary>
    /// <exception cref="ProviderRefused">Unreachable, unreadable, or no address to ask at.</exception>
    public async Task<(bool Good, string Json)> AskAsync(HttpRequestMessage request, CancellationToken ct)
    {
        if (!ProviderRules.IsAddress(request.RequestUri?.OriginalString, OverHttp, withQuery: true))
            throw new ProviderRefused(ProviderFault.Unusable, "an address that is not https");
        try
        {
            using var answer = await _http.SendAsync(request, ct);
            if ((int)answer.StatusCode is (>= 300 and < 400) or >= 500 or 404)
                throw new ProviderRefused(ProviderFault.Unreachable, $"status {(int)answer.StatusCode}");
            var text = await answer.Content.ReadAsStringAsync(ct);
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? (answer.IsSuccessStatusCode, text)
                : throw new ProviderRefused(ProviderFault.Unreadable, "no JSON object");
        }
        catch (Exception failed) when (failed is JsonException or InvalidOperationException
            or HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded })
        {
            throw new ProviderRefused(ProviderFault.Unreadable, failed.GetType().Name);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException
            || (failed is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new ProviderRefused(ProviderFault.Unreachable, failed.GetType().Name);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Looks at where a name leads, at the moment of connecting: it may lead elsewhere than it did when it was typed.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        var open = Array.FindAll(addresses, IsOpen);
        if (open.Length == 0)
            throw new HttpRequestException("No address that may be asked.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsOpen(IPAddress given)
    {
        var address = given.IsIPv4MappedToIPv6 ? given.MapToIPv4() : given;
        if (IPAddress.IsLoopback(address))
            return OverHttp;
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return !address.IsIPv6LinkLocal && !address.IsIPv6Multicast && !address.Equals(IPAddress.IPv6Any);
        var bytes = address.GetAddressBytes();
        return bytes[0] is not 0 and < 224 && !(bytes[0] == 169 && bytes[1] == 254);
    }
}
