using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Ranking;

/// <summary>The standings as they would be published now, for those who prepare and sign them.</summary>
[Authorize(Policies.Publishing)]
public sealed class PreviewModel(DxIndexDb db, EditionResults results, IStringLocalizer<RankingTexts> rankingTexts,
    Addresses addresses) : PageModel
{
    private Edition? _edition;

    public Edition Edition => _edition ?? throw new InvalidOperationException("The page is shown only with an edition.");

    public IReadOnlyList<PublishedGroup> Groups { get; private set; } = [];

    public PublishedGroup? Shown { get; private set; }

    public StandingsOnPage? Standings { get; private set; }

    /// <summary>The table of the group in a sentence, those who did not submit among it.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Assessments whose result can still change.</summary>
    public int NotFinal { get; private set; }

    /// <summary>The year with which ranks are not compared yet; null where they are, and where there is nothing to compare with.</summary>
    public int? NotCompared { get; private set; }

    /// <summary>Recorded as not submitted.</summary>
    public int NotSubmitted { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year, string? group, StandingsQuery asked, CancellationToken ct)
    {
        await using var snapshot = await OneSnapshot.OfAsync(db, ct);
        _edition = await db.Set<Edition>().AsNoTracking()
            .SingleOrDefaultAsync(edition => edition.Year == year && edition.Stage != EditionStage.Imported, ct);
        if (_edition is null)
            return NotFound();
        Groups = await results.ComputeAsync(year, ct);
        var states = await db.Set<Assessment>().AsNoTracking().Where(assessment => assessment.Year == year)
            .Select(assessment => new { assessment.Agency, assessment.State })
            .ToListAsync(ct);
        NotFinal = states.Count(state => state.State is not (AssessmentState.Final or AssessmentState.NotSubmitted));
        NotSubmitted = states.Count(state => state.State == AssessmentState.NotSubmitted);
        var maySubmit = states.Where(
            state => state.State is AssessmentState.Entering or AssessmentState.AwaitingApproval or AssessmentState.Returned)
            .Select(state => state.Agency).ToHashSet(StringComparer.Ordinal);
        Shown = Groups.FirstOrDefault(publishedGroup => string.Equals(publishedGroup.Code, group, StringComparison.Ordinal))
            ?? (Groups.Count > 0 ? Groups[0] : null);
        if (Shown is not null)
        {
            var shown = Shown;
            var table = ComputedTable.Of(year, shown, _edition.Illustrative) with
            {
                MaySubmit = maySubmit,
                IsComplete = AssessmentRules.IsComplete(
                    states.Where(state => shown.Entrant(state.Agency) is not null).Select(state => state.State)),
            };
            NotCompared = table is { IsComplete: false, Break: null } ? table.YearBefore : null;
            (Words, Standings) = (new StandingsInWords(table, rankingTexts).Sentence, new StandingsOnPage(
                table, asked, rankingTexts, addresses));
        }

        return Page();
    }
}
