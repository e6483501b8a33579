using System.Globalization;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Editions;

/// <summary>How far every agency is, and the office's way to the next stage.</summary>
[Authorize(Policies.Publishing)]
public sealed class ProgressModel(
    DxIndexDb db, CriteriaInForce criteria, MoveEditionOn moveOn, RecordAllNotSubmitted recordAll,
    IValidator<RecordAllNotSubmitted.Command> recordAllRules, CurrentAccount account, IStringLocalizer<EditionTexts> texts) : PageModel
{
    public sealed record Row(string Agency, string Name, AssessmentState State, int Filled, int Of, DateTimeOffset? LastSaved, DateTimeOffset? ExtendedTo, string? ExtensionReason);

    public sealed record GroupOfRows(string Name, IReadOnlyList<Row> Rows);

    private Edition? edition;

    public Edition Edition => edition ?? throw new InvalidOperationException("The page is shown only with an edition.");

    public IReadOnlyList<GroupOfRows> Groups { get; private set; } = [];

    public IEnumerable<(AssessmentState State, int Count)> States =>
        Groups.SelectMany(group => group.Rows).GroupBy(row => row.State).OrderBy(state => state.Key).Select(state => (state.Key, state.Count()));

    public string? RecordReason { get; private set; }

    public bool LeaveOut { get; private set; }

    public bool IsOffice => account.Is(Role.Office);

    public Task<IActionResult> OnGetAsync(int year, CancellationToken ct) => ShowAsync(year, ct);

    public Task<IActionResult> OnPostMoveOnAsync(int year, EditionStage from, CancellationToken ct) =>
        ActAsync(year, async () => await moveOn.HandleAsync(new(year, from), account.Actor, ct) is not null, ct);

    public async Task<IActionResult> OnPostRecordAllAsync(int year, bool leaveOut, string? reason, CancellationToken ct)
    {
        if (!IsOffice)
            return Forbid();
        (RecordReason, LeaveOut) = (reason, leaveOut);
        var command = new RecordAllNotSubmitted.Command(year, leaveOut, reason);
        ModelState.Add(recordAllRules.Validate(command), texts, (nameof(command.Reason), "reason"));
        if (ModelState.IsValid)
            return await ActAsync(year, async () => await recordAll.HandleAsync(command, account.Actor, ct) is not null, ct);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(year, ct);
    }

    private async Task<IActionResult> ActAsync(int year, Func<Task<bool>> act, CancellationToken ct)
    {
        try
        {
            return await act() ? RedirectToPage(new { year }) : NotFound();
        }
        catch (RuleViolation refused)
        {
            ModelState.AddModelError("", refused.Sentence.In(CultureInfo.CurrentUICulture.Name));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return await ShowAsync(year, ct);
        }
    }

    private async Task<IActionResult> ShowAsync(int year, CancellationToken ct)
    {
        edition = await db.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(one => one.Year == year, ct);
        if (edition is null)
            return NotFound();
        var language = CultureInfo.CurrentUICulture.Name;
        var groups = await db.Set<EditionGroup>().AsNoTracking().Where(group => group.Year == year && group.CriteriaFile != null).OrderBy(group => group.Position).ToListAsync(ct);
        var assessments = await db.Set<Assessment>().AsNoTracking().Where(assessment => assessment.Year == year).ToListAsync(ct);
        var names = await db.Set<Agency>().AsNoTracking().ToDictionaryAsync(agency => agency.Code, agency => agency.Name.In(language), StringComparer.Ordinal, ct);
        var figures = (await db.Set<FigureEntry>().AsNoTracking().Where(entry => entry.Year == year && entry.Declared != null)
            .Select(entry => new { entry.Agency, entry.Figure, entry.DeclaredAt }).ToListAsync(ct)).ToLookup(entry => entry.Agency, StringComparer.Ordinal);
        Groups = [.. groups.Select(group =>
        {
            var asked = criteria.ScorerOf(group.CriteriaFile ?? "").Set.Figures.Where(figure => figure.Source == FigureSource.Agency).Select(figure => figure.Code).ToHashSet(StringComparer.Ordinal);
            return new GroupOfRows(group.Name.In(language), [.. assessments.Where(one => string.Equals(one.Group, group.Code, StringComparison.Ordinal)).Select(one =>
            {
                var own = figures[one.Agency].Where(entry => asked.Contains(entry.Figure)).ToList();
                return new Row(one.Agency, names[one.Agency], one.State, own.Count, asked.Count, own.Max(entry => entry.DeclaredAt), one.ExtendedTo, one.ExtensionReason);
            }).OrderBy(row => row.State).ThenByDescending(row => row.Filled).ThenBy(row => row.Agency, StringComparer.Ordinal)]);
        })];
        return Page();
    }
}
