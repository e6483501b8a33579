using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Scorecards;

/// <summary>A number of one notion about one agency (of one criterion or component, or its total), as one place prints it.</summary>
internal sealed record FoundNumber(string Agency, string Notion, string? Of, string Place, string Text)
{
    /// <summary>"12,50", "12.50" and "−12,50" (a penalty) are one number; "–", "chưa tính", "không áp dụng" are none.</summary>
    public string Number { get; } = Regex
        .Match(Text.Trim(), @"^[−+-]?(?<size>\d+(?:[.,]\d+)?)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["size"]
        .Value.Replace(',', '.');
}

/// <summary>Reads every number of an agency's result off the pages that the agency and its appraisers see.</summary>
internal sealed partial class Places(TestApp app, RandomEdition edition)
{
    public const string Self = "self-assessed";

    /// <summary>While somebody in the group is not appraised; from then on it is the final one.</summary>
    public const string Appraised = "appraised";

    public const string Final = "final";

    private readonly List<FoundNumber> _printed = [];

    public IReadOnlyList<FoundNumber> Printed => _printed;

    public void Add(string agency, string notion, string? of, string place, string? text) =>
        _printed.Add(new(agency, notion, of, place, text ?? ""));

    /// <summary>The agency's own pages and its API, as its assessor opens them.</summary>
    public async Task ReadEntryAsync(string agency)
    {
        await TestApp.AskAsync<int>(
            app.Superuser, $"UPDATE account SET agency_code = '{agency}' WHERE user_name = 'assessor@da-nang.demo'");
        var visitor = await app.SignedInAsync(Role.Assessor);
        var path = $"/assessments/{edition.Year}/{agency}";
        foreach (var page in new[] { "", "/check", "/submitted" })
            Add(agency, Self, null, $"entry{page}", Text(await visitor.OpenAsync(path + page), "[data-total-points]"));
        foreach (var component in edition.Components)
        {
            using var answer = await visitor.GetAsync($"{path}/components/{component}");
            if (!answer.IsSuccessStatusCode)
                continue;
            var page = await Visitor.ReadAsync(answer);
            Add(agency, Self, null, $"entry/components/{component}", Text(page, "[data-total-points]"));
            foreach (var criterion in page.QuerySelectorAll("[data-criterion]"))
                Add(agency, Self, criterion.GetAttribute("data-criterion"), "entry/components", Text(criterion, "[data-points]"));
        }

        var assessment = await JsonAsync(visitor, $"editions/{edition.Year}/agencies/{agency}/assessment");
        Add(agency, Self, null, "API assessment", (string?)assessment["selfAssessed"]?["total"]);
        foreach (var criterion in assessment["selfAssessed"]?["criteria"]?.AsArray() ?? [])
            Add(agency, Self, (string?)criterion?["code"], "API assessment", (string?)criterion?["points"]);
    }

    /// <summary>Bench, round and queue.</summary>
    public async Task ReadAppraisalAsync(string agency, string notion)
    {
        var visitor = await app.SignedInAsync(Role.LeadAppraiser);
        var path = $"/appraisal/{edition.Year}/{agency}";
        foreach (var criterion in new[] { "A.1", "B.5", "P.1" })
        {
            var bench = await visitor.OpenAsync($"{path}?criterion={criterion}");
            Add(agency, Self, null, "bench", Text(bench, "#self-assessed dd"));
            Add(agency, notion, null, "bench", Text(bench, "#appraised dd"));
            var points = bench.QuerySelectorAll(".bench-evidence > dl dd").Select(cell => cell.TextContent).ToList();
            AddMaximum(agency, criterion, "bench", points[0]);
            Add(agency, Self, criterion, "bench", points[1]);
            Add(agency, notion, criterion, "bench", points[2]);
        }

        var round = await visitor.OpenAsync($"{path}/round");
        Add(agency, Self, null, "round", Text(round, "#self-assessed [data-total-points]"));
        Add(agency, notion, null, "round", Text(round, "#appraised [data-total-points]"));
        ReadTables(round, agency, "round", Self, notion);
        ReadMaxima(round, agency, "round");
        var queue = await visitor.OpenAsync($"/appraisal/{edition.Year}");
        var row = queue.QuerySelector($"a[href$='/{agency}']").ShouldNotBeNull()
            .Closest("tr").ShouldNotBeNull().QuerySelectorAll("td.number");
        Add(agency, Self, null, "queue", row[0].TextContent);
        Add(agency, notion, null, "queue", row[1].TextContent);
    }

    public async Task ReadPreviewAsync(string notion)
    {
        var page = await (await app.SignedInAsync(Role.Office)).OpenAsync($"/editions/{edition.Year}/preview?group={RandomEdition.Group}");
        foreach (var row in page.QuerySelectorAll("tr[data-row]"))
            Add(AgencyOf(row), notion, null, "preview", Text(row, ".standings-points"));
    }

    /// <summary>What the agency hears, before publication and after it.</summary>
    public async Task ReadHeardAsync(string agency, bool published)
    {
        await TestApp.AskAsync<int>(
            app.Superuser, $"UPDATE account SET agency_code = '{agency}' WHERE user_name = 'assessor@da-nang.demo'");
        var page = await (await app.SignedInAsync(Role.Assessor)).OpenAsync($"/assessments/{edition.Year}/{agency}/result");
        Add(agency, Self, null, "result of one's own", Text(page, "#self-assessed [data-total-points]"));
        Add(agency, Final, null, "result of one's own", Text(page, published ? "#final strong" : "#appraised [data-total-points]"));
        ReadTables(page, agency, "result of one's own", Self, Final);
        ReadMaxima(page, agency, "result of one's own");
        var own = await JsonAsync(await app.SignedInAsync(Role.Assessor), $"editions/{edition.Year}/agencies/{agency}/assessment/result");
        Add(agency, Self, null, "API own result", (string?)own["selfAssessed"]?["total"]);
        Add(agency, Final, null, "API own result", (string?)(published ? own["published"] : own["appraised"])?["total"]);
        foreach (var criterion in own["criteria"]?.AsArray() ?? [])
        {
            Add(agency, Self, (string?)criterion?["code"], "API own result", (string?)criterion?["declared"]);
            Add(agency, Final, (string?)criterion?["code"], "API own result", (string?)criterion?["points"]);
        }
    }

    private void ReadTables(IParentNode page, string agency, string place, string first, string second)
    {
        foreach (var row in page.QuerySelectorAll("table.criteria tbody tr"))
        {
            var cells = row.QuerySelectorAll("td.number").Select(cell => cell.TextContent).ToList();
            Add(agency, first, Text(row, ".criteria-code"), place, cells[1]);
            Add(agency, second, Text(row, ".criteria-code"), place, cells[2]);
        }
    }

    private string AgencyOf(IElement row) =>
        edition.Agencies.Single(agency => row.QuerySelector("a")?.GetAttribute("href")?.Split('?')[0]
            .EndsWith($"/{agency}", StringComparison.Ordinal) == true);

    private static string Text(IParentNode page, string selector) =>
        page.QuerySelector(selector).ShouldNotBeNull(selector).TextContent.Trim();

    private static async Task<JsonNode> JsonAsync(Visitor visitor, string address)
    {
        var answer = await visitor.GetApiAsync(address);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{address} answered {(int)answer.StatusCode}");
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync()).ShouldNotBeNull();
    }
}
