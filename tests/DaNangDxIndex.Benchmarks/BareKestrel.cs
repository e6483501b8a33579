using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace DaNangDxIndex;

/// <summary>
/// What Kestrel can do at most on this machine: one answer from memory for every address, with the headers that the product sends.
/// </summary>
internal static class BareKestrel
{
    /// <param name="file">The body, as it was on the wire.</param>
    /// <param name="headers">Lines "Name: value" that go with it.</param>
    public static async Task RunAsync(string url, string file, string headers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls(url);
        await using var app = builder.Build();
        var body = await File.ReadAllBytesAsync(file);
        var sent = (await File.ReadAllLinesAsync(headers)).Select(line => line.Split(": ", 2)).Where(line => line.Length == 2).ToArray();
        app.Run(async http =>
        {
            foreach (var header in sent)
                http.Response.Headers[header[0]] = header[1];
            http.Response.ContentLength = body.Length;
            await http.Response.Body.WriteAsync(body);
        });
        await app.RunAsync();
    }
}
