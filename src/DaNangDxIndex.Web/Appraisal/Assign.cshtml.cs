using DaNangDxIndex.Agencies;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>Who takes which criterion down all agencies of a group: each from the appraisers of its field.</summary>
[Authorize(Policies.LeadAppraiser)]
public sealed class AssignModel(DxIndexDb db, Assignments assignments, AssignCriteria assign, CurrentAccount account)
    : PageModel, IShowsRefusals
{
    private Assignments.OfGroup? _shown;
    private Dictionary<string, string> _units = [];

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Group { get; set; } = "";

    public string GroupName { get; private set; } = "";

    public Assignments.OfGroup Shown => _shown ?? throw new InvalidOperationException("The page is shown only with a group.");

    public bool Saved { get; private set; }

    /// <summary>Null where no unit is named for it.</summary>
    public string? UnitOf(Criterion criterion) =>
        criterion.VerifyingUnit is { } unit ? _units.GetValueOrDefault(unit, unit) : null;

    public Task<IActionResult> OnGetAsync(bool saved, CancellationToken ct)
    {
        Saved = saved;
        return ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(
        [Bind(Prefix = "criterion")] Dictionary<string, Guid?> people, string? seen, CancellationToken ct) =>
        await assign.HandleAsync(new(Year, Group, people, seen ?? ""), account.Actor, ct)
            ? RedirectToPage(new { Year, Group, saved = true })
            : NotFound();

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        _shown = await assignments.FindAsync(Year, Group, toChange: false, ct);
        if (_shown is null)
            return NotFound();
        GroupName = (await db.Set<EditionGroup>().AsNoTracking()
            .Where(group => group.Year == Year && group.Code == Group)
            .Select(group => group.Name).SingleAsync(ct)).ForReader();
        var units = _shown.Criteria.Criteria.Select(criterion => criterion.VerifyingUnit).OfType<string>()
            .Distinct(StringComparer.Ordinal).ToList();
        _units = (await db.Set<Agency>().AsNoTracking().Where(agency => units.Contains(agency.Code)).ToListAsync(ct))
            .ToDictionary(agency => agency.Code, agency => agency.Name.ForReader(), StringComparer.Ordinal);
        return Page();
    }
}
