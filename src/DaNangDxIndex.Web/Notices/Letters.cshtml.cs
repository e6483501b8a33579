using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Notices;

/// <summary>What left by mail and what did not, and why; those that did not first.</summary>
[Authorize(Policies.Office)]
public sealed class LettersModel(DxIndexDb db, MailSettings mail) : PageModel, IShowsRefusals
{
    public const int Shown = 200;

    public sealed record Row(Guid Id, string Name, string Address, string Subject, LetterState State, int Tries, DateTimeOffset At,
        string? Fault);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<(LetterState State, int Count)> Counts { get; private set; } = [];

    /// <summary>Open accounts of those who enter or approve to whom no letter can go.</summary>
    public int WithoutAddress { get; private set; }

    public bool Sends => mail.Route is not null;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var letters = db.Set<Letter>().AsNoTracking();
        Counts = [.. (await letters.GroupBy(letter => letter.State).Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(ct))
            .OrderBy(group => group.Key).Select(group => (group.Key, group.Count))];
        Rows = await (
            from letter in letters
            join account in db.Set<Account>() on letter.AccountId equals account.Id
            orderby letter.State == LetterState.GivenUp || letter.State == LetterState.Unknown descending, letter.WrittenAt descending
            select new Row(letter.Id, account.FullName, letter.Address, letter.Subject, letter.State, letter.Tries, letter.SentAt
                ?? letter.NextAt, letter.Fault))
            .Take(Shown).ToListAsync(ct);
        string[] entering = [Role.Assessor.Code(), Role.Approver.Code()];
        WithoutAddress = await db.Set<Account>().CountAsync(
            account => account.Mail == null && !account.Disabled && account.Roles.Any(role => entering.Contains(role)), ct);
    }

    public async Task<IActionResult> OnPostAsync([FromServices] TryLetterAgain again, Guid id, CancellationToken ct) =>
        await again.HandleAsync(id, ct) ? RedirectToPage() : NotFound();

    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct)
    {
        await OnGetAsync(ct);
        return Page();
    }
}
