using DaNangDxIndex.Frame;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>One group of an edition in preparation: its names, who is in it in words, and its removal.</summary>
[Authorize(Policies.Office)]
public sealed class GroupModel(
    EditionsInPreparation editions, LastPopulation populations, ChangeGroup change, RemoveGroup remove,
    IValidator<GroupNames> rules, IStringLocalizer<PreparationTexts> texts)
    : PageModel, IShowsRefusals
{
    public sealed record Form(string? NameVi, string? NameEn, string? MembersVi, string? MembersEn, bool OtherMembers, int Version);

    private EditionsInPreparation.Found? _found;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute(Name = "group")]
    public string Code { get; set; } = "";

    public EditionGroup Group => _found?.Group(Code) ?? throw new InvalidOperationException("The page is shown only with a group.");

    public bool InPreparation => _found?.Edition.Stage == EditionStage.Drafting;

    public Form Input { get; private set; } = new(null, null, null, null, false, 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
            return NotFound();
        var names = GroupNames.Of(Group, await populations.OfAsync(Group, ct));
        Input = new(names.NameVi, names.NameEn, names.MembersVi, names.MembersEn, names.OtherMembers, _found?.Edition.Version ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Form input, CancellationToken ct)
    {
        Input = input;
        var names = new GroupNames(
            Typed(input.NameVi), Typed(input.NameEn), Typed(input.MembersVi), Typed(input.MembersEn), input.OtherMembers);
        ModelState.Add(rules.Validate(names), texts);
        if (!ModelState.IsValid)
            return await FindAsync(ct) ? Page() : NotFound();
        return await change.HandleAsync(new(Year, Code, names, input.Version), ct)
            ? RedirectToPage("/Editions/Preparation/Groups", new { Year })
            : NotFound();
    }

    public async Task<IActionResult> OnPostRemoveAsync(int version, CancellationToken ct) =>
        await remove.HandleAsync(new(Year, Code, version), ct) ? RedirectToPage("/Editions/Preparation/Groups", new { Year }) : NotFound();

    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct)
    {
        if (!await FindAsync(ct))
            return NotFound();
        Input = Input with { Version = _found?.Edition.Version ?? 0 };
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct) => (_found = await editions.FindAsync(Year, ct))?.Group(Code) is not null;

    private static string Typed(string? text) => text?.Trim() ?? "";
}
