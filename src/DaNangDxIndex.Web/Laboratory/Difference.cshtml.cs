using DaNangDxIndex.Agencies;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Scoring.Differences;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Laboratory;

/// <summary>A group's criteria beside those of an earlier edition, criterion by criterion.</summary>
[Authorize(Policies.Publishing)]
public sealed class DifferenceModel(DxIndexDb db, CriteriaDrafts drafts) : PageModel
{
    public int Year { get; private set; }

    public string Group { get; private set; } = "";

    /// <summary>Earlier editions whose criteria for this group are known, newest first.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    public int? With { get; private set; }

    public CriteriaDifference? Difference { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year, string group, int? with, CancellationToken ct)
    {
        (Year, Group) = (year, group);
        if (await drafts.FindAsync(year, group, ct) is not { } found)
            return NotFound();
        Years = await db.Set<EditionGroup>().AsNoTracking()
            .Where(other => other.Code == group && other.Year < year && other.CriteriaFile != null)
            .OrderByDescending(other => other.Year).Select(other => other.Year).ToListAsync(ct);
        With = with is { } asked && Years.Contains(asked) ? asked : Years.Count > 0 ? Years[0] : null;
        if (With is { } earlier && await drafts.FindAsync(earlier, group, ct) is { } before)
        {
            Difference = CriteriaDifference.Of(before.Draft.AsFarAsReadable(), found.Draft.AsFarAsReadable())
                .WithUnits(await UnitsAsync(ct));
        }

        return Page();
    }

    private async Task<Func<string, Bilingual?>> UnitsAsync(CancellationToken ct) => (await db.Set<Agency>().AsNoTracking()
        .ToDictionaryAsync(agency => agency.Code, agency => agency.Name, StringComparer.Ordinal, ct)).GetValueOrDefault;
}
