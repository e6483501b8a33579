using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DaNangDxIndex.Harness;

/// <summary>Takes traces and metrics as a collector does (OTLP over HTTP, protobuf), and keeps what it was sent.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly ConcurrentQueue<byte[]> _traces = [];
    private readonly ConcurrentQueue<byte[]> _metrics = [];

    private OtlpReceiver(WebApplication web) => _web = web;

    public string Address => _web.Urls.First();

    /// <summary>Of every span: its name, its kind and its tags.</summary>
    public IReadOnlyList<Span> Spans =>
    [
        .. from message in _traces
           from resource in new WireFields(message).Each(1)
           from scope in resource.Each(2)
           from span in scope.Each(2)
           select new Span(span.Text(5), Convert.ToHexStringLower(span.Raw(1)), Tags(span.Each(9)), span.Has(11)),
    ];

    /// <summary>Of every point of every metric, in the order in which they came.</summary>
    public IReadOnlyList<Point> Points =>
    [
        .. from message in _metrics
           from resource in new WireFields(message).Each(1)
           from scope in resource.Each(2)
           from metric in scope.Each(2)
           from form in new[] { 5, 7, 9 }
           from data in metric.Each(form)
           from point in data.Each(1)
           select new Point(metric.Text(1), metric.Text(3), form, form == 7 && data.Number(3) == 1,
               Tags(point.Each(form == 9 ? 9 : 7)), Value(point, form)),
    ];

    /// <summary>Of whoever sends: what it says of itself.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Senders =>
    [
        .. from message in _traces.Concat(_metrics)
           from told in new WireFields(message).Each(1)
           from resource in told.Each(1)
           select Tags(resource.Each(1)),
    ];

    /// <summary>All that was sent, as text, to look for what must not be in it.</summary>
    public string Everything => string.Join('\n', _traces.Concat(_metrics).Select(Encoding.UTF8.GetString));

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new OtlpReceiver(builder.Build());
        receiver._web.MapPost("/v1/traces", (HttpRequest request) => TakeAsync(request, receiver._traces));
        receiver._web.MapPost("/v1/metrics", (HttpRequest request) => TakeAsync(request, receiver._metrics));
        await receiver._web.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private static async Task TakeAsync(HttpRequest request, ConcurrentQueue<byte[]> into)
    {
        request.ContentType.ShouldBe("application/x-protobuf");
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        into.Enqueue(body.ToArray());
    }

    private static Dictionary<string, string> Tags(IEnumerable<WireFields> pairs) => pairs.ToDictionary(
        pair => pair.Text(1),
        pair => pair.Each(2).Select(value => value.Has(1) ? value.Text(1) : $"{value.Number(3)}").FirstOrDefault() ?? "",
        StringComparer.Ordinal);

    /// <summary>A whole number, a fraction, or of a histogram how often.</summary>
    private static double Value(WireFields point, int form) => form == 9 ? point.Number(4)
        : point.Has(6) ? (long)point.Number(6) : BitConverter.UInt64BitsToDouble(point.Number(4));

    public sealed record Span(string Name, string Trace, IReadOnlyDictionary<string, string> Tags, bool HasEvents);

    /// <param name="Form">5 a gauge, 7 a sum, 9 a histogram.</param>
    /// <param name="OnlyGrows">Of a sum: whether it never becomes less.</param>
    public sealed record Point(
        string Metric, string Unit, int Form, bool OnlyGrows, IReadOnlyDictionary<string, string> Tags, double Value);
}
