using System.Globalization;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Text;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>All editions of the tenant, and the beginning of a new one.</summary>
[Authorize(Policies.Office)]
public sealed class IndexModel(
    DxIndexDb db, BeginEdition begin, IValidator<BeginEdition.Command> rules, TimeProvider clock,
    IStringLocalizer<PreparationTexts> texts) : PageModel, IShowsRefusals
{
    public sealed record Row(Edition Edition, int Groups, int Agencies);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string? Year { get; private set; }

    public Beginning? From { get; private set; }

    /// <summary>The edition that would be copied, or null.</summary>
    public Edition? Last { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        Year = NextYear.ToString(System.Globalization.CultureInfo.InvariantCulture);
        From = Last is null ? Beginning.Template : Beginning.LastEdition;
    }

    public async Task<IActionResult> OnPostAsync(string? year, Beginning? from, CancellationToken ct)
    {
        (Year, From) = (year, from);
        var command = new BeginEdition.Command(int.TryParse(year, CultureInfo.InvariantCulture, out var typed) ? typed : null, from);
        ModelState.Add(rules.Validate(command), texts, ("Year", "year"), ("From", "from"));
        if (!ModelState.IsValid)
            return await ShowAgainAsync(ct);
        var edition = await begin.HandleAsync(command, ct);
        return RedirectToPage("/Editions/Preparation/Edition", new { year = edition.Year });
    }

    public string FieldOf(RuleViolation refused) => refused.Code == "edition.no-last" ? "from" : "year";

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAgainAsync(ct);

    private async Task<IActionResult> ShowAgainAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        return Page();
    }

    private int NextYear => Math.Max(
        VietNamTime.DayOf(clock.GetUtcNow()).Year, Rows.Select(row => row.Edition.Year + 1).DefaultIfEmpty(0).Max());

    private async Task ShowAsync(CancellationToken ct)
    {
        var editions = await db.Set<Edition>().AsNoTracking().OrderByDescending(edition => edition.Year).ToListAsync(ct);
        var groups = await db.Set<EditionGroup>().GroupBy(group => group.Year).Select(year => new { year.Key, Count = year.Count() })
            .ToDictionaryAsync(year => year.Key, year => year.Count, ct);
        var assessed = await db.Set<Assessment>().GroupBy(assessment => assessment.Year)
            .Select(year => new { year.Key, Count = year.Count() })
            .ToDictionaryAsync(year => year.Key, year => year.Count, ct);
        var expected = await db.Set<Participant>().GroupBy(participant => participant.Year)
            .Select(year => new { year.Key, Count = year.Count() })
            .ToDictionaryAsync(year => year.Key, year => year.Count, ct);
        Rows = [.. editions.Select(edition => new Row(
            edition, groups.GetValueOrDefault(edition.Year),
            assessed.GetValueOrDefault(edition.Year, expected.GetValueOrDefault(edition.Year))))];
        Last = await begin.LastAsync(int.MaxValue, ct);
    }
}
