using System.Globalization;
using System.Text;
using System.Text.Json;
using DaNangDxIndex.Csv;

namespace DaNangDxIndex.Ranking;

/// <summary>
/// A ranked table as CSV for programs, as RFC 4180 wants it: one line to an agency, codes for headings, commas, CRLF, decimal points; an
/// unknown value is an empty field. People open <see cref="StandingsSheet"/> instead.
/// </summary>
public sealed class StandingsCsv(RankedTable table)
{
    public static string Write(RankedTable table) => new StandingsCsv(table).Text;

    private string Text
    {
        get
        {
            var text = new StringBuilder();
            CsvText.Append(text, Head);
            foreach (var agency in table.Agencies)
                CsvText.Append(text, FieldsOf(agency));
            return text.Replace("\n", "\r\n").ToString();
        }
    }

    private string[] Head =>
    [
        "edition", "group", "version", "rank", "agency", "name", "name_en", "parent", "total", "tier", "change",
        .. table.Components.Select(component => $"component_{component.Code}"),
        "submitted", "illustrative", "provenance", "state",
    ];

    private string[] FieldsOf(RankedAgency agency) =>
    [
        Number(table.Year), table.Group, Number(table.Version?.Number), Number(agency.Rank),
        agency.Code, CsvText.Plain(agency.Name.Vi), CsvText.Plain(agency.Name.En),
        agency.Parent ?? "", agency.Total ?? "", agency.Tier ?? "", Number(agency.Change),
        .. table.Components.Select(component => PointsOf(agency, component.Code) ?? ""),
        agency.Submitted ? "yes" : "no", agency.Illustrative ? "yes" : "no", ProvenanceOf(agency),
        table.State is { } state ? Word(state) : "",
    ];

    /// <summary>Of the total, and with it of rank and tier; empty where they were simply computed.</summary>
    private string ProvenanceOf(RankedAgency agency) =>
        (agency.TotalFrom ?? agency.TierFrom ?? agency.RankFrom) is { } from ? Word(from) : CsvText.Plain(table.Provenance ?? "");

    private string? PointsOf(RankedAgency agency, string component) =>
        agency.Components.FirstOrDefault(points => points.Code == component) is { } points
            ? table.Written(table.SignOf(component) * points.Points)
            : null;

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
