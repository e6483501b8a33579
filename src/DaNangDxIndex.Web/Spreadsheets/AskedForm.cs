using Microsoft.Net.Http.Headers;

namespace DaNangDxIndex.Spreadsheets;

/// <summary>
/// Which form of a table the Accept header prefers. Answers are kept apart by the same rule, so that nobody is given another's.
/// </summary>
public static class AskedForm
{
    public const string Csv = "text/csv";

    private static readonly (Form Form, string Type)[] Forms =
        [(Form.Json, "application/json"), (Form.Csv, Csv), (Form.Xlsx, Workbook.ContentType)];

    public enum Form
    {
        Json,
        Csv,
        Xlsx,
    }

    /// <summary>The form with the greatest quality; of equals, and where none is named, the first: JSON.</summary>
    public static Form Of(HttpRequest request)
    {
        var header = request.Headers.Accept.ToString();
        if (!header.Contains(Csv, StringComparison.OrdinalIgnoreCase)
            && !header.Contains(Workbook.ContentType, StringComparison.OrdinalIgnoreCase))
            return Form.Json;
        var accepted = request.GetTypedHeaders().Accept;
        return Forms.MaxBy(offered => QualityOf(accepted, offered.Type)).Form;
    }

    /// <summary>Of the two forms CSV and JSON; what the query names goes before the header.</summary>
    public static bool IsCsv(HttpRequest request, string? format) => string.IsNullOrEmpty(format)
        ? Of(request) == Form.Csv
        : format.Equals("csv", StringComparison.OrdinalIgnoreCase);

    private static double QualityOf(IEnumerable<MediaTypeHeaderValue> accepted, string type) =>
        accepted.Where(value => value.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase))
            .Select(value => value.Quality ?? 1).DefaultIfEmpty(0).Max();
}
