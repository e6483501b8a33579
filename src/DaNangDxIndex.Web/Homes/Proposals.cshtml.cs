using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Providers;
using DaNangDxIndex.Database;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Homes;

/// <summary>What one person has asked for and waits for another, with what became of it in the last month.</summary>
[Authorize(Policies.Proposals), Present]
public sealed class ProposalsModel(DxIndexDb db, SettleProposal settle, CurrentAccount current, CurrentTenant tenant,
    IStringLocalizer<ProviderTexts> words, TimeProvider clock) : PageModel, IShowsRefusals
{
    private static readonly TimeSpan Shown = TimeSpan.FromDays(30);

    /// <param name="Refusal">Why this person may not settle it, or null.</param>
    public sealed record Row(Proposal Proposal, string Asker, string? Settler, RuleViolation? Refusal, bool IsOpen, bool IsOwn);

    /// <summary>What has just happened.</summary>
    [FromQuery]
    public string? Done { get; set; }

    public IReadOnlyList<Row> Waiting { get; private set; } = [];

    public IReadOnlyList<Row> Settled { get; private set; } = [];

    public IReadOnlyCollection<FourEyes> Matters => tenant.Required.FourEyes;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (now, actor) = (clock.GetUtcNow(), current.Actor);
        var since = now - Shown;
        var found = await db.Set<Proposal>().AsNoTracking().Where(proposal => proposal.AskedAt > since)
            .OrderByDescending(proposal => proposal.AskedAt).Take(200).ToListAsync(ct);
        var theirs = found.Where(proposal => actor.Is(proposal.SettledByRole) || proposal.AskedBy == actor.Account).ToList();
        var named = theirs.SelectMany(proposal => new[] { proposal.AskedBy, proposal.SettledBy ?? proposal.AskedBy }).ToHashSet();
        var names = await db.Set<Account>().AsNoTracking().Where(account => named.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id, account => account.FullName, ct);
        var rows = theirs.ConvertAll(proposal => new Row(
            proposal, names[proposal.AskedBy], proposal.SettledBy is { } by ? names[by] : null, proposal.Refusal(actor, now),
            proposal.IsOpen(now), proposal.AskedBy == actor.Account));
        (Waiting, Settled) = ([.. rows.Where(row => row.IsOpen)], [.. rows.Where(row => !row.IsOpen)]);
    }

    public async Task<IActionResult> OnPostAsync(Guid proposal, bool confirmed, CancellationToken ct)
    {
        try
        {
            return await settle.HandleAsync(new(proposal, confirmed), current.Actor, ct)
                ? RedirectToPage(new { done = confirmed ? "confirmed" : "refused" })
                : NotFound();
        }
        catch (ProviderRefused refused)
        {
            ModelState.AddModelError("", words[$"Fault.{refused.Fault}"]);
            await OnGetAsync(ct);
            return Page();
        }
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid proposal, CancellationToken ct) =>
        await settle.WithdrawAsync(proposal, current.Actor, ct) ? RedirectToPage(new { done = "withdrawn" }) : NotFound();

    public async Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct)
    {
        await OnGetAsync(ct);
        return Page();
    }
}
