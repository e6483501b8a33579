using System.Text;
using System.Text.Json;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// The description of the API as it is checked in (docs/openapi.json), which the program carries: a test holds it against what the
/// framework would make of the program. To make it while serving would take a third of the memory that the program needs.
/// </summary>
internal sealed class DescriptionOnFile(Tenants tenants)
{
    /// <summary>Stands in the file where the tenants are put in.</summary>
    public const string AnyTenant = "da-nang";

    private const string Place = $"\"default\": \"{AnyTenant}\"";

    /// <summary>For whoever reads it within the program; it is released again.</summary>
    public static JsonDocument Open()
    {
        using var file = Resource();
        return JsonDocument.Parse(file);
    }

    /// <summary>To whoever asks, with the tenants there are.</summary>
    public async Task WriteAsync(HttpContext http, CancellationToken ct)
    {
        var slugs = (await tenants.AllAsync(ct)).Select(tenant => tenant.Slug).Order(StringComparer.Ordinal).ToList();
        var first = (await tenants.FirstAsync(ct))?.Slug;
        http.Response.ContentType = "application/json;charset=utf-8";
        using var file = new StreamReader(Resource(), Encoding.UTF8);
        await using var answer = new StreamWriter(http.Response.Body, new UTF8Encoding(false), leaveOpen: true);
        for (var put = first is null; await file.ReadLineAsync(ct) is { } line; await answer.WriteAsync('\n'))
        {
            var here = !put && line.Contains(Place, StringComparison.Ordinal);
            await answer.WriteAsync(here
                ? line.Replace(Place, $"\"default\": \"{first}\", \"enum\": {JsonSerializer.Serialize(slugs)}", StringComparison.Ordinal)
                : line);
            put |= here;
        }
    }

    private static Stream Resource() => typeof(DescriptionOnFile).Assembly.GetManifestResourceStream("openapi.json")
        ?? throw new InvalidOperationException("openapi.json is not in the program.");
}
