using System.Text;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// The health for people, a line to each part: 503 where nothing can be served, 200 where at most something beside it is amiss. No name of
/// a machine, no number: anybody may read it.
/// </summary>
internal static class HealthInWords
{
    private static readonly Dictionary<string, Bilingual> Parts = new(StringComparer.Ordinal)
    {
        ["database"] = new("Cơ sở dữ liệu", "Database"),
        ["clusters"] = new("Các cụm cơ sở dữ liệu khác", "Further clusters"),
        ["moves"] = new("Tỉnh, thành phố tạm ngừng ghi", "Tenants closed for writing"),
        ["changes"] = new("Tin về thay đổi công khai", "News of public changes"),
        ["evidence"] = new("Kho tệp minh chứng", "Store of evidence"),
        ["backup"] = new("Bản sao lưu", "Backup"),
    };

    public static Task WriteAsync(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        var text = new StringBuilder("DX Index: ").AppendLine(WordOf(report.Status).Both());
        foreach (var (name, entry) in report.Entries)
        {
            text.Append(Parts[name].Both()).Append(": ").Append(WordOf(entry.Status).Both());
            text.AppendLine(entry.Description is { Length: > 0 } why ? $". {why}" : "");
        }
        return http.Response.WriteAsync(text.ToString());
    }

    private static Bilingual WordOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => new("tốt", "good"),
        HealthStatus.Degraded => new("vẫn phục vụ, cần xem lại", "serving, needs a look"),
        _ => new("không phục vụ được", "cannot serve"),
    };

    private static string Both(this Bilingual words) => $"{words.Vi} / {words.En}";
}
