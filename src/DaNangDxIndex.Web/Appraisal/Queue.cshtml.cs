using DaNangDxIndex.Accounts;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>What waits for this appraiser: every submitted assessment with the number of criteria of their field still to decide.</summary>
[Authorize(Policies.Appraisal)]
public sealed class QueueModel(
    DxIndexDb db, AppraisalQueue queue, ShownEvidence evidence, BestOfGroup bestOfGroup, CloseWithoutReply closeWithoutReply,
    CurrentAccount account, TimeProvider clock) : PageModel, IShowsRefusals
{
    private ILookup<string, (string Criterion, int Count)> _counts =
        Array.Empty<int>().ToLookup(_ => "", _ => ("", 0), StringComparer.Ordinal);

    private ILookup<(string Group, string Criterion), (Guid Person, string Name)> _takers =
        Array.Empty<int>().ToLookup(_ => ("", ""), _ => (Guid.Empty, ""));

    [FromRoute]
    public int Year { get; set; }

    public IReadOnlyList<QueueGroup> Groups { get; private set; } = [];

    public int Waiting => Groups.Sum(group => group.Rows.Where(row => !row.Own).Sum(row => row.Waiting));

    /// <summary>Agencies that did not reply, whose second round this person may close: nothing in them is judged anew.</summary>
    public int WithoutReply { get; private set; }

    public bool IsLead => account.Actor.Is(Role.LeadAppraiser);

    public Guid Me => account.Actor.Account;

    /// <summary>A share of the criteria is judged twice.</summary>
    public bool IsJudgedTwice { get; private set; }

    /// <summary>How many have just been closed; null where none were.</summary>
    public int? Closed { get; private set; }

    /// <summary>"criterion": the same work by criterion; anything else is by agency.</summary>
    [FromQuery]
    public string? By { get; set; }

    public bool IsByCriterion => By == "criterion";

    public Task<IActionResult> OnGetAsync(int? closed, CancellationToken ct)
    {
        Closed = closed;
        return ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostCloseWithoutReplyAsync(CancellationToken ct) =>
        RedirectToPage(new { Year, closed = await closeWithoutReply.HandleAsync(Year, account.Actor, ct) });

    public Task<IActionResult> ShowAgainAsync(RuleViolation refused, CancellationToken ct) => ShowAsync(ct);

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var year = Year;
        await db.Database.OpenConnectionAsync(ct);
        if (await db.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(edition => edition.Year == year, ct) is not { } edition)
            return NotFound();
        var sheets = await queue.SheetsAsync(edition, ct);
        if (IsByCriterion)
            _takers = await TakersAsync(ct);
        _counts = await evidence.CountsAsync(year, ct);
        var groups = await db.Set<EditionGroup>().AsNoTracking()
            .Where(group => group.Year == year && group.CriteriaFile != null).OrderBy(group => group.Position).ToListAsync(ct);
        foreach (var group in groups.Where(group => sheets[group.Code].Any()))
            Groups = [.. Groups, await GroupAsync(group, [.. sheets[group.Code]], ct)];
        IsJudgedTwice = sheets.SelectMany(group => group).Any(sheet => sheet.Pairs.AreDrawn);
        WithoutReply = sheets.SelectMany(group => group).Count(sheet => CloseWithoutReply.Takes(sheet, account.Actor, clock.GetUtcNow()));
        return Page();
    }

    private async Task<ILookup<(string Group, string Criterion), (Guid Person, string Name)>> TakersAsync(CancellationToken ct)
    {
        var year = Year;
        var found = await (
            from assignment in db.Set<Assignment>().AsNoTracking()
            join person in db.Set<Account>() on assignment.Appraiser equals person.Id
            where assignment.Year == year
            select new { assignment.Group, assignment.Criterion, person.Id, person.FullName }).ToListAsync(ct);
        return found.ToLookup(taker => (taker.Group, taker.Criterion), taker => (taker.Id, taker.FullName));
    }

    private async Task<QueueGroup> GroupAsync(EditionGroup group, List<AppraisalSheet> sheets, CancellationToken ct)
    {
        var scorer = sheets[0].Scorer;
        var best = await bestOfGroup.FindAsync(Year, group.Code, scorer, ct);
        var actor = account.Actor;
        var rows = sheets.Select(sheet => QueueRow.Of(sheet, actor, best, _counts[sheet.Assessment.Agency]))
            .OrderBy(row => row is { Waiting: 0, Reopening: null }).ThenBy(row => row.Assessment.SubmittedAt);
        return new(
            group.Code, group.Name.In(Addresses.Language), scorer.Set.Method, [.. rows],
            IsByCriterion ? [.. AppraisalQueue.ByCriterion(actor, sheets).OrderBy(row => !IsMine(row.Criterion))] : [])
        {
            Takers = _takers.Where(taker => taker.Key.Group == group.Code)
                .SelectMany(grouped => grouped.Select(taker => (grouped.Key.Criterion, taker)))
                .ToLookup(taken => taken.Criterion, taken => taken.taker, StringComparer.Ordinal),
        };

        bool IsMine(Criterion criterion) => _takers[(group.Code, criterion.Code)].Any(taker => taker.Person == actor.Account);
    }
}
