using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Typesetting;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DaNangDxIndex.Scorecards;

/// <content>What is printed and opened in a spreadsheet, and what the methodology says: totals, components, criteria, maxima.</content>
internal sealed partial class Places
{
    public const string Maximum = "maximum";

    private static readonly Regex Three = new(
        @"(?<maximum>[−-]?[\d.,]+|–)\s+(?<self>[−+-]?[\d.,]+|–)\s+(?<final>[−+-]?[\d.,]+|–)(?:\s|$)",
        RegexOptions.ExplicitCapture | RegexOptions.RightToLeft, TimeSpan.FromSeconds(1));

    /// <summary>The nominal maxima stand in the methodology; wherever a criterion counts for an agency, that is its maximum.</summary>
    public async Task ReadMethodologyAsync()
    {
        var page = await app.Visitor().OpenAsync($"/editions/{edition.Year}/methodology?group={RandomEdition.Group}");
        foreach (var row in page.QuerySelectorAll("table.method-criteria tbody tr"))
            foreach (var agency in edition.Agencies)
                AddMaximum(agency, Text(row, ".criteria-code"), "methodology", Text(row, "td.number"));
        page.QuerySelectorAll("table.method-criteria tfoot td.number").Select(sum => Plain(sum.TextContent))
            .ShouldBe(edition.Set.Components.Select(component => Plain(component.Maximum.ToString())));
    }

    /// <summary>Self-assessed and final total, component sums, and every criterion that counts, from the text of the card.</summary>
    private void ReadCard(string agency, string text, JsonNode card)
    {
        Add(agency, Self, null, "PDF", Regex.Match(text, @"Điểm tự chấm:\s+(?<total>[\d.,]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["total"].Value);
        var lines = text.Split('\n');
        foreach (var component in Counted(card["components"]))
            ReadLine(agency, $"component:{(string?)component["code"]}", lines.First(line => IsRowOf(line, (string?)component["name"] ?? "")));
        foreach (var criterion in Counted(card["components"]).SelectMany(component => Counted(component["criteria"])))
        {
            var code = (string?)criterion["code"] ?? "";
            var row = lines.First(line => line.TrimStart().StartsWith(code + " ", StringComparison.Ordinal) && Three.IsMatch(line)
                && lines.ToList().IndexOf(line) > lines.ToList().FindIndex(one => one.Contains("B. KẾT QUẢ THEO TIÊU CHÍ", StringComparison.Ordinal)));
            ReadLine(agency, code, row);
            AddMaximum(agency, code, "PDF", Three.Match(row).Groups["maximum"].Value);
            AddMaximum(agency, code, "API scorecard", (string?)criterion["maximum"]);
        }
    }

    /// <summary>Table A begins a row with the numeral of a component, or with nothing, and its name.</summary>
    private static bool IsRowOf(string line, string name) =>
        Regex.IsMatch(line, $@"^\s*(?:[IVX]+\s+)?{Regex.Escape(name)}\s", RegexOptions.None, TimeSpan.FromSeconds(1)) && Three.IsMatch(WithoutShare(line));

    private void ReadLine(string agency, string of, string line)
    {
        var found = Three.Match(WithoutShare(line));
        Add(agency, Self, of, "PDF", found.Groups["self"].Value);
        Add(agency, Final, of, "PDF", found.Groups["final"].Value);
    }

    /// <summary>The columns behind the points hold percentages.</summary>
    private static string WithoutShare(string line) => Regex.Replace(line, @"\s+[\d,]+%(?=\s|$)", "", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static IEnumerable<JsonNode> Counted(JsonNode? parts) => (parts?.AsArray() ?? []).OfType<JsonNode>()
        .Where(part => Plain((string?)part["maximum"]) != "0" && (string?)part["state"] is not ("notApplicable" or "nothingDue" or "information"));

    private void ReadComponents(string agency, string place, JsonNode? parts)
    {
        foreach (var part in Counted(parts))
            Add(agency, Final, $"component:{(string?)part["code"]}", place, (string?)part["points"]);
    }

    private async Task ReadWorkbookAsync(Visitor visitor)
    {
        var answer = await visitor.GetApiAsync($"editions/{edition.Year}/standings?group={RandomEdition.Group}&format=xlsx&lang=vi");
        using var document = SpreadsheetDocument.Open(await answer.Content.ReadAsStreamAsync(), isEditable: false);
        var sheet = document.WorkbookPart.ShouldNotBeNull().Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First();
        var part = (WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id?.Value.ShouldNotBeNull() ?? "");
        var rows = part.Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().ToDictionary(ColumnOf, cell => cell.InnerText, StringComparer.Ordinal)).ToList();
        var heads = rows[0].ToDictionary(head => head.Value, head => head.Key, StringComparer.Ordinal);
        foreach (var row in rows.Skip(1))
        {
            var agency = row[heads["Mã"]];
            Add(agency, Final, null, "XLSX", Rounded(row.GetValueOrDefault(heads["Tổng điểm"])));
            foreach (var component in edition.Set.Components)
            {
                var column = heads.Single(head => head.Key.StartsWith(component.Name.Vi + " (", StringComparison.Ordinal)).Value;
                if (row.TryGetValue(column, out var points) && points.Length > 0)
                    Add(agency, Final, $"component:{component.Code}", "XLSX", Rounded(points));
            }
        }
    }

    private void AddMaximum(string agency, string code, string place, string? text) => Add(agency, Maximum, code, place, Plain(text));

    /// <summary>A spreadsheet keeps the number and shows its decimals.</summary>
    private string Rounded(string? number) => number is null ? "" : decimal.Parse(number, CultureInfo.InvariantCulture)
        .ToString($"F{edition.Set.Method.Decimals}", CultureInfo.InvariantCulture);

    /// <summary>A maximum is written with and without decimals, and that of a penalty as what it takes off.</summary>
    private static string Plain(string? number) =>
        decimal.TryParse(number?.Replace(',', '.').TrimStart('−', '-'), NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? value.ToString("0.####", CultureInfo.InvariantCulture)
            : "";

    private static string ColumnOf(Cell cell) => string.Concat((cell.CellReference?.Value ?? "").TakeWhile(char.IsLetter));
}
