using System.Globalization;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions;

/// <summary>How far every agency is, and the office's way to the next stage.</summary>
[Authorize(Policies.Publishing)]
public sealed class ProgressModel(DxIndexDb db, CriteriaInForce criteria, MoveEditionOn moveOn, CurrentAccount account) : PageModel, IShowsRefusals
{
    public sealed record Row(
        string Agency, string Name, AssessmentState State, int Filled, int Of, DateTimeOffset? LastSaved, DateTimeOffset? ExtendedTo, string? ExtensionReason);

    public sealed record GroupOfRows(string Name, IReadOnlyList<Row> Rows);

    private sealed record Saved(string Figure, DateTimeOffset? At);

    private Edition? edition;

    [FromRoute]
    public int Year { get; set; }

    public Edition Edition => edition ?? throw new InvalidOperationException("The page is shown only with an edition.");

    public IReadOnlyList<GroupOfRows> Groups { get; private set; } = [];

    public IEnumerable<(AssessmentState State, int Count)> States =>
        Groups.SelectMany(group => group.Rows).GroupBy(row => row.State).OrderBy(state => state.Key).Select(state => (state.Key, state.Count()));

    /// <summary>How many have just been recorded as not submitted; null where nothing was recorded.</summary>
    public int? Recorded { get; private set; }

    /// <summary>Somebody has not submitted, and the edition is at a stage where that can be recorded.</summary>
    public bool AwaitsSubmissions => Edition.Stage is EditionStage.Open or EditionStage.Appraisal
        && States.Any(state => state.State is AssessmentState.Entering or AssessmentState.AwaitingApproval or AssessmentState.Returned);

    public bool IsOffice => account.Is(Role.Office);

    public Task<IActionResult> OnGetAsync(int? recorded, CancellationToken ct)
    {
        Recorded = recorded;
        return ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostMoveOnAsync(EditionStage from, CancellationToken ct) =>
        await moveOn.HandleAsync(new(Year, from), account.Actor, ct) is null ? NotFound() : RedirectToPage(new { Year });

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var year = Year;
        edition = await db.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(one => one.Year == year, ct);
        if (edition is null)
            return NotFound();
        var language = CultureInfo.CurrentUICulture.Name;
        var groups = await db.Set<EditionGroup>().AsNoTracking()
            .Where(group => group.Year == year && group.CriteriaFile != null).OrderBy(group => group.Position).ToListAsync(ct);
        var assessments = (await db.Set<Assessment>().AsNoTracking().Where(one => one.Year == year).ToListAsync(ct))
            .ToLookup(one => one.Group, StringComparer.Ordinal);
        var names = await db.Set<Agency>().AsNoTracking().ToDictionaryAsync(agency => agency.Code, agency => agency.Name.In(language), StringComparer.Ordinal, ct);
        var saved = (await db.Set<FigureEntry>().AsNoTracking().Where(entry => entry.Year == year && entry.Declared != null)
            .Select(entry => new { entry.Agency, entry.Figure, entry.DeclaredAt }).ToListAsync(ct))
            .ToLookup(entry => entry.Agency, entry => new Saved(entry.Figure, entry.DeclaredAt), StringComparer.Ordinal);
        Groups = [.. groups.Select(group =>
        {
            var set = criteria.ScorerOf(group.CriteriaFile ?? "").Set;
            return new GroupOfRows(group.Name.In(language), [.. assessments[group.Code]
                .Select(one => RowOf(one, names[one.Agency], EntryForm.Of(set, one.Agency), saved[one.Agency]))
                .OrderBy(row => row.State).ThenByDescending(row => row.Filled).ThenBy(row => row.Agency, StringComparer.Ordinal)]);
        })];
        return Page();
    }

    /// <summary>Counted against what the agency's own form asks, as the agency sees it.</summary>
    private static Row RowOf(Assessment assessment, string name, EntryForm form, IEnumerable<Saved> saved)
    {
        var asked = form.Asked.Select(figure => figure.Code).ToHashSet(StringComparer.Ordinal);
        var own = saved.Where(entry => asked.Contains(entry.Figure)).ToList();
        return new(
            assessment.Agency, name, assessment.State, own.Count, asked.Count, own.Max(entry => entry.At), assessment.ExtendedTo, assessment.ExtensionReason);
    }
}
