using System.Globalization;
using System.Text;
using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Ranking;

/// <summary>A ranked table as RFC 4180 wants it: commas, CRLF, decimal points; one line to an agency. An unknown value is an empty field.</summary>
public static class StandingsCsv
{
    public static string Write(RankedTable table)
    {
        var text = new StringBuilder();
        CsvText.Append(text, HeadOf(table));
        foreach (var agency in table.Agencies)
            CsvText.Append(text, FieldsOf(table, agency));
        return text.Replace("\n", "\r\n").ToString();
    }

    private static string[] HeadOf(RankedTable table) =>
    [
        "edition", "group", "version", "rank", "agency", "name", "name_en", "parent", "total", "tier",
        .. table.Components.Select(component => $"component_{component.Code}"),
        "submitted", "illustrative", "provenance",
    ];

    private static string[] FieldsOf(RankedTable table, RankedAgency agency) =>
    [
        Number(table.Year), table.Group, Number(table.Version?.Edition.Number), Number(agency.Rank),
        agency.Code, CsvText.Plain(agency.Name.Vi), CsvText.Plain(agency.Name.En), agency.Parent ?? "", agency.Total ?? "", agency.Tier ?? "",
        .. table.Components.Select(component => PointsOf(table, agency, component.Code)),
        agency.Submitted ? "yes" : "no", agency.Illustrative ? "yes" : "no", CsvText.Plain(table.Provenance ?? ""),
    ];

    private static string PointsOf(RankedTable table, RankedAgency agency, string component) =>
        agency.Components.FirstOrDefault(one => one.Code == component) is { } points ? table.Written(table.SignOf(component) * points.Points) ?? "" : "";

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
