using System.Text.Json.Nodes;
using DaNangDxIndex.Criteria.Drafting;
using DaNangDxIndex.Criteria.Notation;
using DaNangDxIndex.Scoring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Criteria;

/// <summary>
/// A criterion with its rule. "Try" shows the rule in words, three samples, and what the criterion lacks, without saving; the page's script
/// does so by itself while somebody types.
/// </summary>
[Authorize(Policies.Office)]
public sealed class CriterionModel(
    CriteriaDrafts drafts, ChangeCriteria change, CurrentAccount account, VerifyingUnits units, IStringLocalizer<CriteriaTexts> texts)
    : DraftElementModel(drafts, change, account, texts, Fields)
{
    private static readonly DraftField[] Fields =
    [
        new("code"), .. DraftField.Words("name"), new("pillar"),
        new("maximum", DraftFieldKind.Number), new("unscored", DraftFieldKind.Flag),
        new("information", DraftFieldKind.Codes), new("notApplicable"), new("nothingDue"), new("verifyingUnit"),
        new("evidence.required", DraftFieldKind.Flag), .. DraftField.Words("evidence.text", "legalBasis", "guidance"),
    ];

    [FromRoute]
    public string? Criterion { get; set; }

    /// <summary>Code of the component it stands in.</summary>
    public string Component { get; private set; } = "";

    public RuleForm Rule { get; private set; } = new("rule");

    public VerifyingUnits Units => units;

    /// <summary>
    /// The rule that this page shows and does not change, because its form has no room for all of it; null where the form holds it.
    /// </summary>
    public string? WholeRule { get; private set; }

    /// <summary>The rule in words; null while it cannot be read.</summary>
    public Bilingual? InWords { get; private set; }

    public IReadOnlyList<Explanation> Samples { get; private set; } = [];

    protected override string Code => Criterion ?? "";

    protected override JsonObject? Stands => Found.Draft.Criterion(Code);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Read();
        if (!await FindAsync(ct))
            return NotFound();
        var code = RequiredCode();
        if (Component.Length == 0)
            Fault("component", Texts["Error.ComponentMissing"]);
        return await KeepAsync(new PutCriterion(Code, Component, Element(Fault), Seen ?? ""), $"criterion/{code}", ct);
    }

    public async Task<IActionResult> OnPostTryAsync(CancellationToken ct)
    {
        Read();
        if (!await FindAsync(ct))
            return NotFound();
        Check();
        return Page();
    }

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        Read();
        return KeepAsync(new RemoveCriterion(Code, Seen ?? ""), null, ct);
    }

    public override string FieldOf(RuleViolation refused) => refused.Code == "criteria.no-component" ? "component" : base.FieldOf(refused);

    /// <summary>Codes and names of the options that the rule's figure has.</summary>
    public IReadOnlyList<(string Code, string Name)> OptionsOf(string figure) => Found.Draft.Figure(figure)?["options"] is JsonArray options
        ? [.. options.OfType<JsonObject>().Select(option => (CriteriaDraft.CodeOf(option), Named(option)))]
        : [];

    public IEnumerable<(string Code, string Name)> Figures =>
        Found.Draft.Figures.Select(figure => (CriteriaDraft.CodeOf(figure), Named(figure)));

    public IEnumerable<(string Code, string Name)> Components =>
        Found.Draft.Components.Select(component => (CriteriaDraft.CodeOf(component), Named(component)));

    protected override void Show(JsonObject element)
    {
        base.Show(element);
        Rule = RuleInFile.Of(element["rule"]);
        Component = CriteriaDraft.CodeOf(Found.Draft.ComponentOf(Code));
    }

    protected override void Check()
    {
        if (Component.Length == 0)
            Component = Request.Query["component"].ToString();
        if (Stands is null && !HttpMethods.IsPost(Request.Method))
            return;
        if (!IsRuleOffered)
            Rule = RuleInFile.Of(Stands?["rule"]);
        var lone = LoneCriterion.Of(Found.Draft, Component, Element(Fault));
        var left = Form.Place(
            lone.Problems, Words, problem => RuleField.Of(problem) is { } field && ShowsField(field) ? field : null);
        Lacks = [.. left.Select(Words)];
        WholeRule = RuleInFile.FitsTheForm(Stands?["rule"]) ? null : Stands?["rule"]?.ToJsonString();
        if (lone.Criterion is { Rule: { } rule } criterion)
        {
            WholeRule = WholeRule is null ? null : RuleNotation.Write(rule, lone.Set.Figure, Tenancy.Addresses.Language);
            InWords = Explanation.RuleInWords(lone.Set, criterion);
            Samples = RuleSamples.Of(lone.Set, criterion);
        }
    }

    /// <summary>What the form has no room for, and what it did not send, stays as it stands.</summary>
    private bool IsRuleOffered =>
        RuleInFile.FitsTheForm(Stands?["rule"]) && (!HttpMethods.IsPost(Request.Method) || Request.Form.ContainsKey("rule.kind"));

    private static bool ShowsField(string field) => field.StartsWith("rule", StringComparison.Ordinal);

    private void Read()
    {
        Form.Read(Request.Form);
        Component = Request.Form["component"].ToString();
        Rule = SentRule.Read(Request.Form);
    }

    private JsonObject Element(Action<string, string> fault)
    {
        var element = new JsonObject();
        Form.WriteTo(element, fault);
        if ((IsRuleOffered ? RuleInFile.Write(Rule, fault) : Stands?["rule"]?.DeepClone()) is { } rule)
            element["rule"] = rule;
        return element;
    }

    private static string Named(JsonObject element) => element["name"] switch
    {
        JsonObject both => both[Tenancy.Addresses.Language]?.ToString() ?? both["vi"]?.ToString() ?? "",
        { } same => same.ToString(),
        null => "",
    };
}
