using System.Text.Json.Nodes;
using AngleSharp.Dom;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

/// <content>What everybody sees: table, agency's page, API, CSV, bundle, document.</content>
internal sealed partial class Places
{
    /// <summary>All that anybody can open, as text, to look for what must not stand there.</summary>
    public List<string> Public { get; } = [];

    public async Task ReadTableAsync()
    {
        var visitor = app.Visitor();
        var page = await visitor.OpenAsync($"/editions/{edition.Year}?group={RandomEdition.Group}");
        Public.Add(page.Body.ShouldNotBeNull().TextContent);
        foreach (var row in page.QuerySelectorAll("tr[data-row]"))
            Add(AgencyOf(row), Final, null, "ranked table", Text(row, ".standings-points"));
        var standings = await JsonAsync(visitor, $"editions/{edition.Year}/standings?group={RandomEdition.Group}");
        Public.Add(standings.ToJsonString());
        foreach (var item in standings["items"]?.AsArray() ?? [])
        {
            var agency = (string?)item?["agency"]?["code"] ?? "";
            Add(agency, Final, null, "API standings", (string?)item?["total"]);
            ReadComponents(agency, "API standings", item?["components"]);
        }

        await ReadFilesAsync(visitor);
        await ReadWorkbookAsync(visitor);
    }

    public async Task ReadPublishedAsync(string agency)
    {
        var visitor = app.Visitor();
        var page = await visitor.OpenAsync($"/editions/{edition.Year}/agencies/{agency}");
        Public.Add(page.Body.ShouldNotBeNull().TextContent);
        ReadTables(page, agency, "agency page", Self, Final);
        var address = $"editions/{edition.Year}/agencies/{agency}/scorecard";
        var card = await JsonAsync(visitor, address);
        Public.Add(card.ToJsonString());
        Add(agency, Final, null, "API scorecard", (string?)card["total"]);
        ReadComponents(agency, "API scorecard", card["components"]);
        ReadSums(page, agency, card);
        foreach (var criterion in (card["components"]?.AsArray() ?? []).SelectMany(component => component?["criteria"]?.AsArray() ?? []))
            ReadCriterion(agency, criterion);
        var bytes = await (await visitor.GetApiAsync($"{address}.pdf?lang=vi")).Content.ReadAsByteArrayAsync();
        var pdf = PdfTools.Text(bytes, "-layout");
        Public.Add(pdf);
        ReadCard(agency, bytes, pdf, card);
    }

    /// <summary>Below each table of the page, in the order of the components.</summary>
    private void ReadSums(IParentNode page, string agency, JsonNode card)
    {
        var sums = page.QuerySelectorAll("table.criteria")
            .Select(table => table.QuerySelectorAll("tfoot td.number").Select(cell => cell.TextContent).ToList()).ToList();
        foreach (var (index, component) in (card["components"]?.AsArray() ?? [])
            .Index().Where(component => Plain((string?)component.Item?["maximum"]) != "0"))
        {
            Add(agency, Self, $"component:{(string?)component?["code"]}", "agency page", sums[index][1]);
            Add(agency, Final, $"component:{(string?)component?["code"]}", "agency page", sums[index][2]);
        }
    }

    /// <summary>Criteria that do not count print words, and programs get their state.</summary>
    private void ReadCriterion(string agency, JsonNode? criterion)
    {
        var code = (string?)criterion?["code"];
        if ((string?)criterion?["state"] is "notApplicable" or "nothingDue")
            return;
        Add(agency, Final, code, "API scorecard", (string?)criterion?["points"]);
    }

    private async Task ReadFilesAsync(Visitor visitor)
    {
        using var asked = new HttpRequestMessage(
            HttpMethod.Get, new Uri($"/da-nang/api/v1/editions/{edition.Year}/standings?group={RandomEdition.Group}", UriKind.Relative));
        asked.Headers.Accept.ParseAdd("text/csv");
        var csv = await (await visitor.Http.SendAsync(asked)).Content.ReadAsStringAsync();
        ReadCsv(csv.TrimStart('\uFEFF'), "CSV");
        var bundle = BundleZip.Read(await (await visitor.GetApiAsync($"editions/{edition.Year}/bundle.zip")).Content.ReadAsStreamAsync());
        Public.AddRange(bundle.Select(file => file.Text));
        ReadCsv(bundle.Single(file => file.Path == "results.csv").Text, "bundle");
    }

    private void ReadCsv(string csv, string place)
    {
        Public.Add(csv);
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split(',', ';')).ToList();
        var (agency, total) = (Array.IndexOf(lines[0], "agency"), Array.IndexOf(lines[0], "total"));
        foreach (var line in lines.Skip(1))
        {
            Add(line[agency], Final, null, place, line[total]);
            foreach (var (column, head) in lines[0].Index().Where(head => head.Item.StartsWith("component_", StringComparison.Ordinal)))
            {
                if (Plain(line[column]) != "0")
                    Add(line[agency], Final, $"component:{head["component_".Length..]}", place, line[column]);
            }
        }
    }
}
