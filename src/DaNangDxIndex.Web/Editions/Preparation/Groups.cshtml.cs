using DaNangDxIndex.Criteria;
using DaNangDxIndex.Frame;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>The groups of an edition, and a new one.</summary>
[Authorize(Policies.Office)]
public sealed class GroupsModel(
    EditionsInPreparation editions, PreparedEditions prepared, AddGroup add, IValidator<AddGroup.Command> rules, LinkGenerator links,
    IStringLocalizer<PreparationTexts> texts)
    : PageModel, IShowsRefusals
{
    public sealed record Form(string? Code, string? NameVi, string? NameEn, string? Template);

    private PreparedEdition? _all;

    [FromRoute]
    public int Year { get; set; }

    public PreparedEdition All => _all ?? throw new InvalidOperationException("The page is shown only with an edition.");

    public bool InPreparation => All.Edition.Stage == EditionStage.Drafting;

    public Form Input { get; private set; } = new(null, null, null, null);

    /// <summary>Codes of agencies' groups that the edition does not have yet.</summary>
    public IReadOnlyList<string> FreeCodes => [.. All.Agencies.Where(agency => agency.Assessed && agency.InForceOn(All.Edition.InForceOn))
        .Select(agency => agency.Group).Distinct(StringComparer.Ordinal)
        .Except(All.Groups.Select(group => group.Group.Code), StringComparer.Ordinal)];

    public static int Criteria(PreparedGroup group) => group.Criteria?.Set?.Criteria.Count() ?? 0;

    /// <summary>Where the group's criteria are written.</summary>
    public string? EditorOf(EditionGroup group) =>
        links.GetPathByPage(HttpContext, "/Criteria/Index", values: new { year = Year, group = group.Code });

    /// <summary>Null where the criteria are whole.</summary>
    public string? Lacking(CriteriaReading? criteria) =>
        criteria is null ? texts["Groups.NoCriteria"].Value
            : criteria.Problems.Count > 0 ? texts["Groups.Problems", criteria.Problems.Count].Value
            : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(Form input, CancellationToken ct)
    {
        Input = input;
        var command = new AddGroup.Command(
            Year, input.Code?.Trim() ?? "", input.NameVi?.Trim() ?? "", input.NameEn?.Trim() ?? "",
            string.IsNullOrEmpty(input.Template) ? null : input.Template);
        ModelState.Add(rules.Validate(command), texts);
        if (!ModelState.IsValid)
            return await ShowAsync(ct);
        return await add.HandleAsync(command, ct) ? RedirectToPage(new { Year }) : NotFound();
    }

    public string FieldOf(RuleViolation refused) => refused.Code == "group.exists" ? "Code" : "";

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (await editions.FindAsync(Year, ct) is not { } found)
            return NotFound();
        _all = await prepared.GatherAsync(found, ct);
        return Page();
    }
}
