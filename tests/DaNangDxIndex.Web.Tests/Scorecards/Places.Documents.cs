using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DaNangDxIndex.Scorecards;

/// <content>What is printed and opened in a spreadsheet, and what the methodology says: totals, components, criteria, maxima.</content>
internal sealed partial class Places
{
    public const string Maximum = "maximum";

    /// <summary>The nominal maxima stand in the methodology; wherever a criterion counts for an agency, that is its maximum.</summary>
    public async Task ReadMethodologyAsync()
    {
        var page = await app.Visitor().OpenAsync($"/editions/{edition.Year}/methodology?group={RandomEdition.Group}");
        foreach (var row in page.QuerySelectorAll("table.method-criteria tbody tr"))
            foreach (var agency in edition.Agencies)
                AddMaximum(agency, Text(row, ".criteria-code"), "methodology", Text(row, "td.number"));
        page.QuerySelectorAll("table.method-criteria tfoot td.number").Select(sum => Plain(sum.TextContent))
            .ShouldBe(edition.Set.Components.Select(component => Plain((component.Sign * component.Maximum).ToString())));
    }

    /// <summary>Self-assessed total, component sums, and every criterion that counts, as the card prints them.</summary>
    private void ReadCard(string agency, byte[] pdf, string text, JsonNode card)
    {
        Add(agency, Self, null, "PDF", Regex.Match(
            text, @"Điểm tự chấm:\s+(?<total>[\d.,]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["total"].Value);
        var rows = new PrintedRows(pdf);
        Add(agency, Self, null, "PDF", rows.OfSummary("TỔNG", "ĐIỂM").Self);
        Add(agency, Final, null, "PDF", rows.OfSummary("TỔNG", "ĐIỂM").Final);
        foreach (var (name, words) in new[] { ("bonus", "Điểm thưởng"), ("penalty", "Điểm trừ") })
        {
            // What is added to the total and taken off it, each up to its cap.
            Add(agency, Final, $"sum:{name}", "PDF", rows.OfSummary(words.Split(' ')).Final);
            Add(agency, Final, $"sum:{name}", "API scorecard", (string?)card["sum"]?[name]);
        }

        foreach (var component in Counted(card["components"]))
        {
            var code = (string?)component["code"] ?? "";
            var found = new List<PrintedRows.Row> { rows.OfComponent((string?)component["name"] ?? "") };
            if ((string?)component["block"] == "base")
                found.Add(rows.OfSummary(RomanNumeral.Of(1 + edition.Components.ToList().IndexOf(code))));
            foreach (var row in found)
            {
                Add(agency, Self, $"component:{code}", "PDF", row.Self);
                Add(agency, Final, $"component:{code}", "PDF", row.Final);
            }

            foreach (var criterion in Counted(component["criteria"]))
                ReadRow(agency, (string?)criterion["code"] ?? "", rows, criterion);
        }
    }

    private void ReadRow(string agency, string code, PrintedRows rows, JsonNode criterion)
    {
        var row = rows.OfCriterion(code);
        Add(agency, Self, code, "PDF", row.Self);
        Add(agency, Final, code, "PDF", row.Final);
        AddMaximum(agency, code, "PDF", row.Maximum);
        AddMaximum(agency, code, "API scorecard", (string?)criterion["maximum"]);
    }

    private static IEnumerable<JsonNode> Counted(JsonNode? parts) => (parts?.AsArray() ?? []).OfType<JsonNode>()
        .Where(part => Plain((string?)part["maximum"]) != "0"
            && (string?)part["state"] is not ("notApplicable" or "nothingDue" or "information"));

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
        var part = (WorksheetPart)document.WorkbookPart.GetPartById((sheet.Id?.Value).ShouldNotBeNull());
        var rows = part.Worksheet.Descendants<Row>()
            .Select(row => row.Elements<Cell>().ToDictionary(ColumnOf, cell => cell.InnerText, StringComparer.Ordinal)).ToList();
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

    private void ReadMaxima(IParentNode page, string agency, string place)
    {
        foreach (var row in page.QuerySelectorAll("table.criteria tbody tr"))
            AddMaximum(agency, Text(row, ".criteria-code"), place, row.QuerySelector("td.number")?.TextContent);
    }

    private void AddMaximum(string agency, string code, string place, string? text) => Add(agency, Maximum, code, place, Plain(text));

    /// <summary>A spreadsheet keeps the number and shows its decimals.</summary>
    private string Rounded(string? number) => number is null ? "" : decimal.Parse(number, CultureInfo.InvariantCulture)
        .ToString($"F{edition.Set.Method.Decimals}", CultureInfo.InvariantCulture);

    /// <summary>A maximum is written with and without decimals, and that of a penalty as what it takes off.</summary>
    private static string Plain(string? number) =>
        decimal.TryParse(number?.Replace(',', '.').Replace('−', '-'), NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? value.ToString("0.####", CultureInfo.InvariantCulture)
            : "";

    private static string ColumnOf(Cell cell) => string.Concat((cell.CellReference?.Value ?? "").TakeWhile(char.IsLetter));
}
