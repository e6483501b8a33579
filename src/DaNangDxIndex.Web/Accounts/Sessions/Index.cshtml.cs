using DaNangDxIndex.Database;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts.Sessions;

/// <summary>Where one is signed in, with the way to end it.</summary>
[Authorize(Policies.SignedIn)]
public sealed class IndexModel(DxIndexDb db, CurrentAccount current, EndSessions end, TimeProvider clock) : PageModel
{
    /// <summary>Of one person in a day: more are ended together.</summary>
    public const int Shown = 100;

    /// <summary>How many have just ended.</summary>
    [FromQuery]
    public int? Ended { get; set; }

    public IReadOnlyList<AccountSession> Sessions { get; private set; } = [];

    public Guid? Here => current.Session;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var open = await db.Set<AccountSession>().AsNoTracking()
            .Where(session => session.AccountId == current.Id && session.EndedAt == null && session.BeganAt > now - SessionRules.Longest)
            .OrderByDescending(session => session.Id == Here).ThenByDescending(session => session.LastSeenAt).Take(Shown).ToListAsync(ct);
        Sessions = [.. open.Where(session => session.Id == Here || SessionRules.IsOpen(session.BeganAt, session.LastSeenAt, now))];
    }

    public async Task<IActionResult> OnPostElsewhereAsync(CancellationToken ct) =>
        RedirectToPage(new { ended = await end.ElsewhereAsync(ct) });

    public async Task<IActionResult> OnPostEndAsync(Guid session, CancellationToken ct) =>
        RedirectToPage(new { ended = await end.OneAsync(session, ct) ? 1 : 0 });
}
