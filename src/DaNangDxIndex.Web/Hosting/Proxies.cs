using Microsoft.AspNetCore.HttpOverrides;

namespace DaNangDxIndex.Hosting;

internal static class Proxies
{
    /// <summary>Believes X-Forwarded-For and -Proto only from the networks named in DX_PROXIES ("172.16.0.0/12, …").</summary>
    public static void AddProxies(this WebApplicationBuilder builder)
    {
        var networks = (builder.Configuration["DX_PROXIES"] ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = networks.Length == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in networks)
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        });
    }
}
