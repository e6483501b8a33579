using System.Globalization;
using System.Text.Json.Nodes;
using DaNangDxIndex.Criteria.Drafting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Criteria;

/// <summary>A figure: what is asked, of whom, in which unit, within which bounds.</summary>
[Authorize(Policies.Office)]
public sealed class FigureModel(
    CriteriaDrafts drafts, ChangeCriteria change, CurrentAccount account, VerifyingUnits units, IStringLocalizer<CriteriaTexts> texts)
    : DraftElementModel(drafts, change, account, texts, Fields)
{
    public const int MostOptions = 8;

    private static readonly DraftField[] Fields =
    [
        new("code"), .. DraftField.Words("name"), new("kind"), .. DraftField.Words("unit"), new("source"), new("verifyingUnit"),
        new("least", DraftFieldKind.Number), new("most", DraftFieldKind.Number),
        .. Enumerable.Range(0, MostOptions).Select(At)
            .SelectMany(at => DraftField.Words($"options.{at}.name").Prepend(new($"options.{at}.code"))),
        .. DraftField.Words("guidance"),
    ];

    [FromRoute]
    public string? Figure { get; set; }

    public VerifyingUnits Units => units;

    protected override string Code => Figure ?? "";

    protected override JsonObject? Stands => Found.Draft.Figure(Code);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Read(Request.Form);
        var code = RequiredCode();
        var element = new JsonObject();
        Form.WriteTo(element, Fault);
        return await KeepAsync(new PutFigure(Code, element, Seen ?? ""), $"figure/{code}", ct);
    }

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        Form.Read(Request.Form);
        return KeepAsync(new RemoveFigure(Code, Seen ?? ""), null, ct);
    }

    public static string At(int at) => at.ToString(CultureInfo.InvariantCulture);

    protected override void Check()
    {
        if (Found.Draft.Figure(Code) is not { } figure)
            return;
        var place = CriteriaDraft.PointerOf(figure);
        var own = Found.Draft.Check().Problems
            .Where(problem => problem.Pointer == place || problem.Pointer.StartsWith(place + "/", StringComparison.Ordinal));
        var left = Form.Place(own.Select(problem => problem with { Pointer = problem.Pointer[place.Length..] }), Words);
        Lacks = [.. left.Select(Words)];
    }
}
