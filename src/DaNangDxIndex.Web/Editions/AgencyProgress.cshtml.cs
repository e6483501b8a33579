using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Editions;

/// <summary>
/// What one agency has not entered yet, and whom to call there. Values are not shown: the office watches, it does not appraise.
/// </summary>
[Authorize(Policies.Publishing)]
public sealed class AgencyProgressModel(DxIndexDb db, EntryProgress progress, RemindersSent reminders, CriteriaInForce criteria,
    CurrentAccount account) : PageModel
{
    /// <param name="Blank">Names of figures not entered.</param>
    public sealed record Part(string Name, int Asked, IReadOnlyList<string> Blank);

    private EntryProgress.Row? _row;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Agency { get; set; } = "";

    public EntryProgress.Row Row => _row ?? throw new InvalidOperationException("The page is shown only with an assessment.");

    public IReadOnlyList<Part> Parts { get; private set; } = [];

    public IReadOnlyList<RemindersSent.Sent> Reminders { get; private set; } = [];

    public IReadOnlyList<Account> People { get; private set; } = [];

    public bool IsOffice => account.Is(Role.Office);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(edition => edition.Year == Year, ct) is not { } edition)
            return NotFound();
        _row = (await progress.OfAsync(edition, ct)).FirstOrDefault(row => row.Assessment.Agency == Agency);
        if (_row is null)
            return NotFound();
        var declared = await db.Set<FigureEntry>().Where(entry => entry.Year == Year && entry.Agency == Agency && entry.Declared != null)
            .Select(entry => entry.Figure).ToListAsync(ct);
        var form = EntryForm.Of(criteria.ScorerOf(_row.Group.CriteriaFile ?? "").Set, Agency);
        Parts = [.. form.Components.Select(component => PartOf(component, form, declared)).Where(part => part.Asked > 0)];
        var people = await db.Set<Account>().AsNoTracking()
            .Where(account => account.AgencyCode == Agency && !account.Disabled).ToListAsync(ct);
        Reminders = await reminders.OfAsync(Year, Agency, ct);
        People = [.. people.Where(person => person.Held.Any(RoleRules.NeedsAgency))
            .OrderBy(person => person.FullName, VietnameseOrder.Names)];
        return Page();
    }

    private static Part PartOf(Component component, EntryForm form, List<string> declared)
    {
        var asked = form.LinesOf(component).SelectMany(line => line.Asked).ToList();
        return new(component.Name.ForReader(), asked.Count,
            [.. asked.Where(figure => !declared.Contains(figure.Code)).Select(figure => figure.Name.ForReader())]);
    }
}
