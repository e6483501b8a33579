using System.Text.Json.Nodes;
using DaNangDxIndex.Criteria.Drafting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Criteria;

/// <summary>A component's code, name and block.</summary>
[Authorize(Policies.Office)]
public sealed class ComponentModel(
    CriteriaDrafts drafts, ChangeCriteria change, CurrentAccount account, IStringLocalizer<CriteriaTexts> texts)
    : DraftElementModel(drafts, change, account, texts, Fields)
{
    private static readonly DraftField[] Fields = [new("code"), .. DraftField.Words("name"), new("block")];

    [FromRoute]
    public string? Component { get; set; }

    protected override string Code => Component ?? "";

    protected override JsonObject? Stands => Found.Draft.Component(Code) is { } component ? PutComponent.HeadOf(component) : null;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Read(Request.Form);
        RequiredCode();
        var element = new JsonObject();
        Form.WriteTo(element, Fault);
        return await KeepAsync(new PutComponent(Code, element, Seen ?? ""), null, ct);
    }

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        Form.Read(Request.Form);
        return KeepAsync(new RemoveComponent(Code, Seen ?? ""), null, ct);
    }

    protected override void Check()
    {
        if (Found.Draft.Component(Code) is not { } component)
            return;
        var place = CriteriaDraft.PointerOf(component);
        var own = Found.Draft.Check().Problems
            .Where(problem => problem.Pointer == place || problem.Pointer.StartsWith(place + "/name", StringComparison.Ordinal));
        Form.Place(own.Select(problem => problem with { Pointer = problem.Pointer[place.Length..] }), Words);
    }
}
