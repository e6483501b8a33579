using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Notices;

/// <summary>What did not leave by mail, and why, and what left lately; the letters of years are not read for it.</summary>
[Authorize(Policies.Office)]
public sealed class LettersModel(DxIndexDb db, MailSettings mail, TimeProvider clock) : PageModel, IShowsRefusals
{
    public const int Shown = 200;

    /// <summary>For how many days what left is shown.</summary>
    public const int Days = 30;

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
        var notSent = letters.Where(letter => letter.State != LetterState.Sent);
        var since = clock.GetUtcNow().AddDays(-Days);
        var sent = letters.Where(letter => letter.State == LetterState.Sent && letter.WrittenAt > since);
        Counts = [.. (await notSent.Select(letter => letter.State).Concat(sent.Select(letter => letter.State)).GroupBy(state => state)
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct))
            .OrderBy(group => group.Key).Select(group => (group.Key, group.Count))];
        Rows = await Read(notSent.OrderByDescending(letter => letter.State == LetterState.GivenUp || letter.State == LetterState.Unknown)
            .ThenByDescending(letter => letter.WrittenAt), Shown).ToListAsync(ct);
        Rows = [.. Rows, .. await Read(sent.OrderByDescending(letter => letter.WrittenAt), Shown - Rows.Count).ToListAsync(ct)];
        string[] entering = [Role.Assessor.Code(), Role.Approver.Code()];
        WithoutAddress = await db.Set<Account>().CountAsync(
            account => account.Mail == null && !account.Disabled && account.Roles.Any(role => entering.Contains(role)), ct);
    }

    private IQueryable<Row> Read(IQueryable<Letter> letters, int most) =>
        letters.Take(most).Select(letter => new Row(
            // Not joined, for which all accounts of twenty years would be read.
            letter.Id, db.Set<Account>().Where(account => account.Id == letter.AccountId).Select(account => account.FullName).First(),
            letter.Address, letter.Subject, letter.State, letter.Tries, letter.SentAt ?? letter.NextAt, letter.Fault));

    public async Task<IActionResult> OnPostAsync([FromServices] TryLetterAgain again, Guid id, CancellationToken ct) =>
        await again.HandleAsync(id, ct) ? RedirectToPage() : NotFound();

    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct)
    {
        await OnGetAsync(ct);
        return Page();
    }
}
