using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Scoring.Differences;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Ranking;

/// <summary>What changed in a group's criteria and method from the year before, criterion by criterion, for everybody.</summary>
[AllowAnonymous, PublicAnswer]
public sealed class ChangesModel(PublicEditions editions, PublicCriteria criteria, DxIndexDb db) : PageModel
{
    public int Year { get; private set; }

    public int Before { get; private set; }

    public PublicGroup? Group { get; private set; }

    public CriteriaDifference? Difference { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year, string? group, CancellationToken ct)
    {
        Year = year;
        Group = (await editions.ListAsync(ct))
            .FirstOrDefault(edition => edition.Year == year)?.Groups.FirstOrDefault(publicGroup => publicGroup.Code == group);
        if (Group is not { Code: var code } || await criteria.YearBeforeAsync(year, code, ct) is not { } before)
            return NotFound();
        if (await criteria.FindAsync(before, code, ct) is not { } was || await criteria.FindAsync(year, code, ct) is not { } now)
            return NotFound();
        var names = await PublicAgencies.Of(db)
            .ToDictionaryAsync(agency => agency.Code, agency => agency.Name, StringComparer.Ordinal, ct);
        (Before, Difference) = (before, CriteriaDifference.Of(was, now).WithUnits(names.GetValueOrDefault));
        return Page();
    }
}
