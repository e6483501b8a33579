using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using DaNangDxIndex.Evidence.Bucket;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DaNangDxIndex.Evidence;

/// <summary>
/// A small S3-compatible store: one bucket, asked by path, that takes no request whose signature (V4) or digest is wrong. It can be away,
/// slow, or break off in the middle of a file.
/// </summary>
internal sealed class FakeObjectStore : IAsyncDisposable
{
    public const string Bucket = "dx";
    public const string Key = "dx-evidence";
    public const string Secret = "bí mật/of+the=store";

    private static readonly XNamespace Xml = "http://s3.amazonaws.com/doc/2006-03-01/";
    private readonly WebApplication _server;

    public FakeObjectStore()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(AnswerAsync);
        _server.StartAsync().GetAwaiter().GetResult();
        var listens = _server.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        Address = $"{listens.Addresses.First()}/{Bucket}";
    }

    public string Address { get; }

    public ConcurrentDictionary<string, Object> Objects { get; } = new(StringComparer.Ordinal);

    /// <summary>It answers nothing but that it is busy.</summary>
    public bool IsAway { get; set; }

    /// <summary>Files end in the middle.</summary>
    public bool BreaksOff { get; set; }

    /// <summary>Completes before anything is answered.</summary>
    public Task Patience { get; set; } = Task.CompletedTask;

    /// <summary>Requests that were answered, as "PUT 200", "GET 206".</summary>
    public ConcurrentQueue<string> Answered { get; } = new();

    public sealed record Object(byte[] Content, DateTimeOffset At);

    /// <param name="incoming">A local folder in which files are written before they are put.</param>
    public BucketOfFiles Place(string incoming, string secret = Secret) => new(
        new(new(Address[..^(Bucket.Length + 1)]), Bucket, "us-east-1", Key, secret, TimeSpan.FromSeconds(1)), incoming);

    public void Age(string name, TimeSpan by) => Objects[name] = Objects[name] with { At = Objects[name].At - by };

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        await Patience.WaitAsync(http.RequestAborted);
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var status = IsAway ? await FailAsync(http, 503, "SlowDown")
            : Refusal(http.Request, body.ToArray()) is { } refused ? await FailAsync(http, 403, refused)
            : await ActAsync(http, body.ToArray());
        Answered.Enqueue($"{http.Request.Method} {status}");
    }

    private async Task<int> ActAsync(HttpContext http, byte[] body)
    {
        var path = http.Request.Path.Value ?? "";
        if (path.TrimEnd('/') == $"/{Bucket}" && http.Request.Query["list-type"] == "2")
            return await ListAsync(http);
        var name = path[$"/{Bucket}/".Length..];
        switch (http.Request.Method)
        {
            case "PUT":
                Objects[name] = new(body, DateTimeOffset.UtcNow);
                http.Response.Headers.ETag = "\"put\"";
                return 200;
            case "DELETE":
                Objects.TryRemove(name, out _);
                return http.Response.StatusCode = 204;
            default:
                return Objects.TryGetValue(name, out var found)
                    ? await SendAsync(http, found)
                    : await FailAsync(http, 404, "NoSuchKey");
        }
    }

    private async Task<int> SendAsync(HttpContext http, Object found)
    {
        var (from, to) = (0, found.Content.Length - 1);
        if (http.Request.GetTypedHeaders().Range?.Ranges.Single() is { } range)
        {
            (from, to) = ((int)(range.From ?? 0), (int)Math.Min(range.To ?? to, to));
            http.Response.StatusCode = 206;
            http.Response.Headers.ContentRange = $"bytes {from}-{to}/{found.Content.Length}";
        }
        var part = found.Content.AsMemory(from, to - from + 1);
        http.Response.ContentLength = part.Length;
        http.Response.Headers.LastModified = found.At.ToString("R", CultureInfo.InvariantCulture);
        if (http.Request.Method == "HEAD")
            return http.Response.StatusCode;
        await http.Response.Body.WriteAsync(BreaksOff ? part[..(part.Length / 2)] : part);
        if (BreaksOff)
        {
            await http.Response.Body.FlushAsync();
            http.Abort();
        }
        return http.Response.StatusCode;
    }

    /// <summary>Two names at a time, so that whoever asks must turn pages.</summary>
    private async Task<int> ListAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var names = Objects.Where(kept => kept.Key.StartsWith(query["prefix"].ToString(), StringComparison.Ordinal)
                && string.CompareOrdinal(kept.Key, query["continuation-token"].ToString()) > 0)
            .OrderBy(kept => kept.Key, StringComparer.Ordinal).ToList();
        var page = names.Take(2).ToList();
        var more = names.Count > page.Count;
        await http.Response.WriteAsync(new XElement(
            Xml + "ListBucketResult", new XElement(Xml + "IsTruncated", more ? "true" : "false"),
            more ? new XElement(Xml + "NextContinuationToken", page[^1].Key) : null,
            page.Select(kept => new XElement(Xml + "Contents", new XElement(Xml + "Key", kept.Key),
                new XElement(Xml + "LastModified", kept.Value.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
                new XElement(Xml + "Size", kept.Value.Content.Length)))).ToString());
        return 200;
    }

    private static async Task<int> FailAsync(HttpContext http, int status, string code)
    {
        http.Response.StatusCode = status;
        if (http.Request.Method != "HEAD")
            await http.Response.WriteAsync(new XElement("Error", new XElement("Code", code)).ToString());
        return status;
    }

    /// <summary>As the protocol says: what was signed is put together anew from what arrived.</summary>
    private static string? Refusal(HttpRequest request, byte[] body)
    {
        const string Scheme = "AWS4-HMAC-SHA256 ";
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.Ordinal))
            return "AccessDenied";
        var parts = header[Scheme.Length..].Split(',', StringSplitOptions.TrimEntries).Select(part => part.Split('=', 2))
            .ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
        var (scope, signed) = (parts["Credential"].Split('/'), parts["SignedHeaders"].Split(';'));
        if (scope[0] != Key || !signed.Contains("host") || !signed.Contains("x-amz-content-sha256"))
            return "InvalidAccessKeyId";
        var digest = request.Headers["x-amz-content-sha256"].ToString();
        if (digest != Convert.ToHexStringLower(SHA256.HashData(body)))
            return "XAmzContentSHA256Mismatch";
        var target = (request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget + "?").Split('?');
        var query = string.Join('&', target[1].Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(parameter => parameter.Contains('=') ? parameter : parameter + "=").Order(StringComparer.Ordinal));
        var headers = string.Concat(signed.Select(name => $"{name}:{request.Headers[name].ToString().Trim()}\n"));
        var asked = $"{request.Method}\n{target[0]}\n{query}\n{headers}\n{parts["SignedHeaders"]}\n{digest}";
        var text = $"AWS4-HMAC-SHA256\n{request.Headers["x-amz-date"]}\n{string.Join('/', scope.Skip(1))}\n"
            + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked)));
        var key = scope.Skip(1).Aggregate(
            Encoding.UTF8.GetBytes("AWS4" + Secret), (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));
        return parts["Signature"] == Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)))
            ? null : "SignatureDoesNotMatch";
    }
}
