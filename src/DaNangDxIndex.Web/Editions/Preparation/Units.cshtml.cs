using DaNangDxIndex.Criteria;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>Who verifies which figure and who appraises which criteria of a group: a whole component at once, then one by one.</summary>
[Authorize(Policies.Office)]
public sealed class UnitsModel(EditionsInPreparation editions, PreparedEditions prepared, AssignUnits assign) : PageModel, IShowsRefusals
{
    private PreparedEdition? _all;

    [FromRoute]
    public int Year { get; set; }

    [FromQuery(Name = "group")]
    public string? Code { get; set; }

    public PreparedEdition All => _all ?? throw new InvalidOperationException("The page is shown only with an edition.");

    public bool InPreparation => All.Edition.Stage == EditionStage.Drafting;

    /// <summary>Null while the edition has no group.</summary>
    public EditionGroup? Group => Prepared?.Group;

    /// <summary>Null while the group's criteria are not whole.</summary>
    public CriteriaSet? Criteria => Prepared?.Criteria?.Set;

    public IReadOnlyList<(string Code, string Name)> Options { get; private set; } = [];

    public bool Saved { get; private set; }

    private PreparedGroup? Prepared => All.Groups.FirstOrDefault(group => group.Group.Code == Code)
        ?? (string.IsNullOrEmpty(Code) && All.Groups.Count > 0 ? All.Groups[0] : null);

    public Task<IActionResult> OnGetAsync(bool saved, CancellationToken ct)
    {
        Saved = saved;
        return ShowAsync(ct);
    }

    /// <summary>One by one.</summary>
    public async Task<IActionResult> OnPostAsync(
        [Bind(Prefix = "figure")] Dictionary<string, string?> figures,
        [Bind(Prefix = "criterion")] Dictionary<string, string?> criteria, string? seen,
        CancellationToken ct) =>
        await AssignAsync(Named(figures), Named(criteria), seen, ct);

    /// <summary>All criteria of a component, and the figures that they read.</summary>
    public async Task<IActionResult> OnPostComponentAsync(string? component, string? unit, string? seen, CancellationToken ct)
    {
        if (await ShowAsync(ct) is not PageResult || Criteria?.Components.FirstOrDefault(whole => whole.Code == component) is not { } whole)
            return NotFound();
        var code = string.IsNullOrEmpty(unit) ? null : unit;
        return await AssignAsync(
            whole.Criteria.SelectMany(criterion => criterion.Figures).Distinct(StringComparer.Ordinal)
                .ToDictionary(figure => figure, _ => code, StringComparer.Ordinal),
            whole.Criteria.ToDictionary(criterion => criterion.Code, _ => code, StringComparer.Ordinal), seen, ct);
    }

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    private async Task<IActionResult> AssignAsync(
        Dictionary<string, string?> figures, Dictionary<string, string?> criteria, string? seen, CancellationToken ct) =>
        await assign.HandleAsync(new(Year, Code ?? "", figures, criteria, seen ?? ""), ct)
            ? RedirectToPage(new { Year, group = Code, saved = true })
            : NotFound();

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (await editions.FindAsync(Year, ct) is not { } found)
            return NotFound();
        _all = await prepared.GatherAsync(found, ct);
        if (!string.IsNullOrEmpty(Code) && Prepared is null)
            return NotFound();
        Code = Group?.Code;
        Options = [.. Units.Of(_all).Select(agency => (agency.Code, agency.Name.ForReader()))
            .OrderBy(unit => unit.Item2, VietnameseOrder.Names)];
        return Page();
    }

    private static Dictionary<string, string?> Named(Dictionary<string, string?> sent) =>
        sent.ToDictionary(pair => pair.Key, pair => string.IsNullOrEmpty(pair.Value) ? null : pair.Value, StringComparer.Ordinal);
}
