using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Notices;
using DaNangDxIndex.Text;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Editions;

/// <summary>Whom the office is about to remind, before it does; those who cannot be are named with the reason.</summary>
[Authorize(Policies.Office)]
public sealed class RemindModel(DxIndexDb db, EntryProgress progress, MailSettings mail, TimeProvider clock) : PageModel, IShowsRefusals
{
    /// <param name="People">Open accounts that enter or approve.</param>
    /// <param name="WithMail">Of them, those with an address.</param>
    /// <param name="RemindedAt">Today, by whomever; null where it was not.</param>
    public sealed record Row(EntryProgress.Row Agency, int People, int WithMail, DateTimeOffset? RemindedAt)
    {
        public bool MayBe => Agency.Assessment.Owes && RemindedAt is null;
    }

    [FromRoute]
    public int Year { get; set; }

    /// <summary>Codes of those that were chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "agency")]
    public IReadOnlyList<string> Chosen { get; set; } = [];

    /// <summary>All that the list of progress shows, as it was filtered.</summary>
    [FromQuery]
    public bool All { get; set; }

    [FromQuery]
    public ProgressView View { get; set; } = new();

    [BindProperty]
    public string? Sentence { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool SendsLetters => mail.Route is not null;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(
        [FromServices] SendReminders send, [FromServices] IValidator<SendReminders.Command> rules,
            [FromServices] IStringLocalizer<EditionTexts> texts,
        [FromServices] CurrentAccount account, CancellationToken ct)
    {
        var command = new SendReminders.Command(Year, Chosen, Sentence);
        ModelState.Add(rules.Validate(command), texts, (nameof(command.Agencies), ""), (nameof(command.Sentence), nameof(Sentence)));
        if (!ModelState.IsValid)
            return await ShowAsync(ct);
        return await send.HandleAsync(command, account.Actor, ct) is { } reminded
            ? RedirectToPage("/Editions/Progress", new { Year, reminded }) : NotFound();
    }

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (await db.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(edition => edition.Year == Year, ct) is not { } edition)
            return NotFound();
        var all = await progress.OfAsync(edition, ct);
        var chosen = Chosen.ToHashSet(StringComparer.Ordinal);
        var rows = All ? View.Of(all) : [.. all.Where(row => chosen.Contains(row.Assessment.Agency))];
        var today = VietNamTime.DayOf(clock.GetUtcNow());
        var reminded = await db.Set<Reminder>().AsNoTracking().Where(reminder => reminder.Year == Year && reminder.Day == today)
            .ToDictionaryAsync(reminder => reminder.Agency, reminder => reminder.SentAt, StringComparer.Ordinal, ct);
        string[] entering = [Role.Assessor.Code(), Role.Approver.Code()];
        var people = (await db.Set<Account>().AsNoTracking()
            .Where(account => account.AgencyCode != null && !account.Disabled && account.Roles.Any(role => entering.Contains(role)))
            .Select(account => new { Agency = account.AgencyCode ?? "", account.Mail }).ToListAsync(ct))
                .ToLookup(person => person.Agency, person => person.Mail, StringComparer.Ordinal);
        Rows = [.. rows.Select(row => new Row(
            row, people[row.Assessment.Agency].Count(), people[row.Assessment.Agency].Count(address => address is not null),
            reminded.TryGetValue(row.Assessment.Agency, out var at) ? at : null))];
        return Page();
    }
}
