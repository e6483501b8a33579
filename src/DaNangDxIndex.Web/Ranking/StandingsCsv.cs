using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace DaNangDxIndex.Ranking;

/// <summary>A ranked table as RFC 4180 wants it: commas, CRLF, decimal points; one line to an agency. An unknown value is an empty field.</summary>
public static class StandingsCsv
{
    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

    public static string Write(RankedTable table)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, Form))
        {
            WriteHead(csv, table);
            foreach (var agency in table.Agencies)
                WriteLine(csv, table, agency);
        }
        return text.ToString();
    }

    /// <summary>
    /// A text that a spreadsheet would take for a formula gets an apostrophe in front. Half- and full-width signs count alike;
    /// numbers are not texts and stay as they are.
    /// </summary>
    public static string Guarded(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? "'" + text : text;

    private static void WriteHead(CsvWriter csv, RankedTable table)
    {
        string[] columns =
        [
            "edition", "group", "version", "rank", "agency", "name", "name_en", "parent", "total", "tier",
            .. table.Components.Select(component => $"component_{component.Code}"),
            "illustrative", "provenance",
        ];
        foreach (var column in columns)
            csv.WriteField(Guarded(column));
        csv.NextRecord();
    }

    private static void WriteLine(CsvWriter csv, RankedTable table, RankedAgency agency)
    {
        csv.WriteField(table.Year);
        csv.WriteField(Guarded(table.Group));
        csv.WriteField(table.Version?.Edition.Number);
        csv.WriteField(agency.Rank);
        foreach (var text in new[] { agency.Code, agency.Name.Vi, agency.Name.En, agency.Parent ?? "" })
            csv.WriteField(Guarded(text));
        csv.WriteField(agency.Total);
        csv.WriteField(Guarded(agency.Tier ?? ""));
        foreach (var component in table.Components)
        {
            var points = agency.Components.FirstOrDefault(one => one.Code == component.Code);
            csv.WriteField(points?.Points.Round(table.Decimals).ToString($"F{table.Decimals}", CultureInfo.InvariantCulture));
        }
        csv.WriteField(agency.Illustrative ? "yes" : "no");
        csv.WriteField(table.Provenance);
        csv.NextRecord();
    }
}
