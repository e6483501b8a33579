using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Editions.Preparation;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Amendments;

/// <summary>Moving the days of an open edition, with reason and document.</summary>
[Authorize(Policies.Office)]
public sealed class DaysModel(
    DxIndexDb db, AmendCalendar amend, IValidator<AmendedUnder> rules, CurrentAccount account,
    IStringLocalizer<AmendmentTexts> texts) : PageModel, IShowsRefusals
{
    private Edition? _edition;

    [FromRoute]
    public int Year { get; set; }

    public TypedCalendar Input { get; private set; } = new();

    public AmendModel.Form Under { get; private set; } = new(null, Publishing.DocumentKind.Decision, null, null);

    public AmendedUnder AmendedUnder => new(Under.Reason, Under.Kind, Under.Number, Under.Date, _edition?.Illustrative == true);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct) || _edition is not { } found)
            return NotFound();
        Input = TypedCalendar.Of(found.Calendar, found.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(TypedCalendar input, AmendModel.Form under, CancellationToken ct)
    {
        (Input, Under) = (input, under);
        if (!await FindAsync(ct))
            return NotFound();
        input.Rounds = _edition?.Rounds ?? 1;
        var (calendar, faults) = input.Read(Year);
        foreach (var (field, sentence) in faults)
            ModelState.AddModelError(field, sentence.ForReader());
        ModelState.Add(rules.Validate(AmendedUnder), texts);
        if (!ModelState.IsValid)
            return Page();
        return await amend.HandleAsync(
            new(Year, calendar, input.Version, under.Reason?.Trim() ?? "", AmendedUnder.Document), account.Actor, ct)
            ? RedirectToPage("/Editions/Preparation/Edition", new { Year, amended = true })
            : NotFound();
    }

    /// <summary>What was typed stays; the next try is made knowing what stands now.</summary>
    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct)
    {
        if (!await FindAsync(ct))
            return NotFound();
        Input.Version = _edition?.Version ?? 0;
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        _edition = await db.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(edition => edition.Year == Year, ct);
        return _edition is not null && AmendmentRules.TakesOtherDays(_edition);
    }
}
