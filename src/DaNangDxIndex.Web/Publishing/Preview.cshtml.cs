using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Publishing;

/// <summary>The standings as they would be published now, for those who prepare and sign them.</summary>
[Authorize(Policies.Publishing)]
public sealed class PreviewModel(DxIndexDb db, EditionResults results, CurrentAccount account, IStringLocalizer<RankingTexts> rankingTexts, Addresses addresses) : PageModel
{
    private Edition? edition;

    public Edition Edition => edition ?? throw new InvalidOperationException("The page is shown only with an edition.");

    public IReadOnlyList<PublishedGroup> Groups { get; private set; } = [];

    public PublishedGroup? Shown { get; private set; }

    public StandingsOnPage? Standings { get; private set; }

    /// <summary>Assessments whose result can still change.</summary>
    public int NotFinal { get; private set; }

    public bool MayPublish => account.Is(Role.Signatory) && Edition.Stage == EditionStage.Final;

    public async Task<IActionResult> OnGetAsync(int year, string? group, StandingsQuery asked, CancellationToken ct)
    {
        edition = await db.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(one => one.Year == year && one.Stage != EditionStage.Imported, ct);
        if (edition is null)
            return NotFound();
        Groups = await results.ComputeAsync(year, ct);
        NotFinal = await db.Set<Assessment>().CountAsync(one => one.Year == year && one.State != AssessmentState.Final && one.State != AssessmentState.NotSubmitted, ct);
        Shown = Groups.FirstOrDefault(one => string.Equals(one.Code, group, StringComparison.Ordinal)) ?? (Groups.Count > 0 ? Groups[0] : null);
        Standings = Shown is null ? null : new StandingsOnPage(RankedTables.Of(year, Shown, edition.Illustrative), asked, rankingTexts, addresses);
        return Page();
    }
}
