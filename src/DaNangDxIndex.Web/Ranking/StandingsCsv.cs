using System.Globalization;

namespace DaNangDxIndex.Ranking;

/// <summary>A ranked table as RFC 4180 wants it: commas, CRLF, decimal points; one line to an agency. An unknown value is an empty field.</summary>
public static class StandingsCsv
{
    public static string Write(RankedTable table) => string.Concat(table.Agencies.Select(agency => Line(FieldsOf(table, agency))).Prepend(Line(HeadOf(table))));

    /// <summary>
    /// A text that a spreadsheet would take for a formula gets an apostrophe in front. Half- and full-width signs count alike;
    /// numbers are not texts and stay as they are.
    /// </summary>
    public static string Guarded(string? text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] ? "'" + text : text ?? "";

    private static IEnumerable<string> HeadOf(RankedTable table) =>
    [
        "edition", "group", "version", "rank", "agency", "name", "name_en", "parent", "total", "tier",
        .. table.Components.Select(component => $"component_{component.Code}"),
        "illustrative", "provenance",
    ];

    private static IEnumerable<string> FieldsOf(RankedTable table, RankedAgency agency) =>
    [
        Number(table.Year), table.Group, Number(table.Version?.Edition.Number), Number(agency.Rank),
        agency.Code, Guarded(agency.Name.Vi), Guarded(agency.Name.En), agency.Parent ?? "", agency.Total ?? "", Guarded(agency.Tier),
        .. table.Components.Select(component => PointsOf(table, agency, component.Code)),
        agency.Illustrative ? "yes" : "no", Guarded(table.Provenance),
    ];

    private static string PointsOf(RankedTable table, RankedAgency agency, string component) =>
        agency.Components.FirstOrDefault(points => points.Code == component)?.Points.Round(table.Decimals).ToString($"F{table.Decimals}", CultureInfo.InvariantCulture) ?? "";

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(Quoted)) + "\r\n";

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
