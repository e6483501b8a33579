using System.Text;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Editions;

/// <summary>The year at a glance: how far every agency is, those at risk first, and the office's way to the next stage.</summary>
[Authorize(Policies.Publishing)]
public sealed class ProgressModel(
    DxIndexDb db, EntryProgress progress, MoveEditionOn moveOn, CurrentAccount account,
    IStringLocalizer<EditionTexts> texts) : PageModel, IShowsRefusals
{
    private Edition? _edition;
    private string? _extended;

    [FromRoute]
    public int Year { get; set; }

    [FromQuery]
    public ProgressView View { get; set; } = new();

    public Edition Edition => _edition ?? throw new InvalidOperationException("The page is shown only with an edition.");

    public IReadOnlyList<EntryProgress.Row> All { get; private set; } = [];

    public IReadOnlyList<EntryProgress.Row> Rows { get; private set; } = [];

    public IReadOnlyList<ProgressBar> Bars => ProgressBar.Of(All, group => group.Name.ForReader());

    public IEnumerable<(AssessmentState State, int Count)> States =>
        All.GroupBy(row => row.State).OrderBy(state => state.Key).Select(state => (state.Key, state.Count()));

    /// <summary>How many have just been recorded as not submitted; null where nothing was recorded.</summary>
    public int? Recorded { get; private set; }

    /// <summary>Somebody has not submitted, and the edition is at a stage where that can be recorded.</summary>
    public bool AwaitsSubmissions => Edition.Stage is EditionStage.Open or EditionStage.Appraisal
        && States.Any(state => state.State is AssessmentState.Entering or AssessmentState.AwaitingApproval or AssessmentState.Returned);

    /// <summary>Agencies have merged while the edition was open.</summary>
    public bool HasJoined { get; private set; }

    public bool IsOffice => account.Is(Role.Office);

    /// <summary>How many agencies have just been reminded; null where none was to be.</summary>
    public int? Reminded { get; private set; }

    /// <summary>The agency that has just been given more time; null where none was.</summary>
    public EntryProgress.Row? Extended =>
        All.FirstOrDefault(row => row.Assessment.Agency == _extended && row.Assessment.ExtendedTo is not null);

    /// <param name="extended">Code of the agency that has just been given more time.</param>
    public Task<IActionResult> OnGetAsync(int? recorded, int? reminded, string? extended, CancellationToken ct)
    {
        (Recorded, Reminded, _extended) = (recorded, reminded, extended);
        return ShowAsync(ct);
    }

    /// <summary>What the page lists, as a file.</summary>
    public async Task<IActionResult> OnGetTableAsync(CancellationToken ct)
    {
        if (await ShowAsync(ct) is not PageResult)
            return NotFound();
        string[] head =
        [
            texts["Progress.Code"], texts["Agency"], texts["Progress.Group"],
            texts["State"], texts["Progress.Filled"], texts["Progress.Asked"],
            texts["Progress.Risk"], texts["Progress.Closes"], texts["Progress.LastSaved"],
        ];
        return File(Encoding.UTF8.GetBytes(ProgressView.Csv(Rows, head)), "text/csv; charset=utf-8", $"tien-do-{Year}.csv");
    }

    public async Task<IActionResult> OnPostMoveOnAsync(EditionStage from, CancellationToken ct) =>
        await moveOn.HandleAsync(new(Year, from), account.Actor, ct) is null ? NotFound() : RedirectToPage(new { Year });

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        _edition = await db.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(edition => edition.Year == Year, ct);
        if (_edition is null)
            return NotFound();
        All = await progress.OfAsync(_edition, ct);
        Rows = View.Of(All);
        HasJoined = await db.Set<Assessment>().IgnoreQueryFilters()
            .AnyAsync(assessment => assessment.Year == Year && assessment.JoinedInto != null, ct);
        return Page();
    }
}
