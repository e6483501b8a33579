using System.Text.Json.Nodes;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Criteria.Drafting;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Scoring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Criteria;

/// <summary>A group's criteria as a whole: what is there, what still lacks, and the ways to each part. The committee looks on.</summary>
[Authorize(Policies.Publishing)]
public sealed class IndexModel(CriteriaDrafts drafts, ChangeCriteria change, CurrentAccount account, IStringLocalizer<CriteriaTexts> texts)
    : PageModel, IShowsRefusals
{
    /// <param name="Page">Of the element that it is about: "criterion", "figure", "component", "method".</param>
    public sealed record Lack(string Sentence, string Page, string? Code);

    private CriteriaDrafts.Found? _found;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Group { get; set; } = "";

    public CriteriaDrafts.Found Found => _found ?? throw new InvalidOperationException("The page is shown only with a group.");

    public CriteriaSet Set { get; private set; } = null!;

    public IReadOnlyList<Lack> Lacks { get; private set; } = [];

    public bool MayEdit => Found.InPreparation && account.Is(Role.Office);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        _found = await drafts.FindAsync(Year, Group, ct);
        if (_found is null)
            return NotFound();
        Set = _found.Draft.AsFarAsReadable();
        Lacks = [.. _found.Draft.Check().Problems.Select(LackOf)];
        return Page();
    }

    public async Task<IActionResult> OnPostMoveAsync(string? criterion, bool up, string? seen, CancellationToken ct) =>
        await change.HandleAsync(Year, Group, new MoveCriterion(criterion ?? "", up, seen ?? ""), account.Actor, ct) is null
            ? NotFound()
            : RedirectToPage(new { Year, Group });

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => OnGetAsync(ct);

    public Criterion? Readable(string code) => Set.Criterion(code);

    public string? RuleInWords(string code) =>
        Readable(code) is { Rule: not null } criterion ? Explanation.RuleInWords(Set, criterion).In(Tenancy.Addresses.Language) : null;

    public int LacksOf(string page, string code) => Lacks.Count(lack => lack.Page == page && lack.Code == code);

    public static string NameOf(JsonObject element) => element["name"] switch
    {
        JsonObject both => both[Tenancy.Addresses.Language]?.ToString() ?? both["vi"]?.ToString() ?? CriteriaDraft.CodeOf(element),
        { } same => same.ToString(),
        null => CriteriaDraft.CodeOf(element),
    };

    private Lack LackOf(CriteriaProblem problem)
    {
        var sentence = ProblemWords.In(problem, texts);
        return problem.Pointer.Split('/') switch
        {
            ["", "components", var component, "criteria", var criterion, ..] =>
                new(sentence, "criterion", CodeAt("components", component, "criteria", criterion)),
            ["", "components", var component, ..] => new(sentence, "component", CodeAt("components", component)),
            ["", "figures", var figure, ..] => new(sentence, "figure", CodeAt("figures", figure)),
            _ => new(sentence, "method", null),
        };
    }

    private string CodeAt(params ReadOnlySpan<string> path)
    {
        JsonNode? node = Found.Draft.File;
        foreach (var step in path)
            node = node is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : node?[step];
        return CriteriaDraft.CodeOf(node);
    }
}
