using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Scoring;
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
    public sealed record Row(
        Assessment Assessment, string Name, int Mine, int Waiting, bool Own, TotalSoFar SelfAssessed, TotalSoFar Appraised)
    {
        /// <summary>The criterion that the office asks to open again, or that is open again.</summary>
        public Reopening? Reopening { get; init; }

        /// <summary>How many criteria the agency replied to; 0 where it agrees, or is still writing.</summary>
        public int Replies { get; init; }

        /// <summary>How many criteria were returned before it was handed in again, and how many were answered in words.</summary>
        public (int Criteria, int Answered) Returned { get; init; }

        /// <summary>Pieces that are shown for criteria of this person's field.</summary>
        public int Evidence { get; init; }
    }

    /// <summary>What the list shows of a scorecard, which is a hundred times as much.</summary>
    public sealed record TotalSoFar(decimal Total, OpenPart Open)
    {
        public static TotalSoFar Of(Scorecard card) => new(card.Total, card.Open);
    }

    /// <param name="IsProvisional">Somebody in the group is not appraised yet.</param>
    public sealed record GroupOfRows(
        string Code, string Name, Method Method, bool IsProvisional, IReadOnlyList<Row> Rows,
        IReadOnlyList<AppraisalQueue.OfCriterion> Criteria)
    {
        /// <summary>Who takes a criterion; none where nobody is named.</summary>
        public required ILookup<string, (Guid Person, string Name)> Takers { get; init; }
    }


    private ILookup<string, (string Criterion, int Count)> _counts =
        Array.Empty<int>().ToLookup(_ => "", _ => ("", 0), StringComparer.Ordinal);

    private ILookup<(string Group, string Criterion), (Guid Person, string Name)> _takers =
        Array.Empty<int>().ToLookup(_ => ("", ""), _ => (Guid.Empty, ""));

    [FromRoute]
    public int Year { get; set; }

    public IReadOnlyList<GroupOfRows> Groups { get; private set; } = [];

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
        IsJudgedTwice = sheets.SelectMany(group => group).Any(sheet => sheet.IsJudgedTwice);
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

    private async Task<GroupOfRows> GroupAsync(EditionGroup group, List<AppraisalSheet> sheets, CancellationToken ct)
    {
        var scorer = sheets[0].Scorer;
        var best = await bestOfGroup.FindAsync(Year, group.Code, scorer, ct);
        var actor = account.Actor;
        var rows = sheets.Select(sheet => RowOf(sheet, actor, best))
            .OrderBy(row => row is { Waiting: 0, Reopening: null }).ThenBy(row => row.Assessment.SubmittedAt);
        return new(
            group.Code, group.Name.In(Addresses.Language), scorer.Set.Method, best is null, [.. rows],
            IsByCriterion ? [.. AppraisalQueue.ByCriterion(actor, sheets).OrderBy(row => !IsMine(row.Criterion))] : [])
        {
            Takers = _takers.Where(taker => taker.Key.Group == group.Code)
                .SelectMany(grouped => grouped.Select(taker => (grouped.Key.Criterion, taker)))
                .ToLookup(taken => taken.Criterion, taken => taken.taker, StringComparer.Ordinal),
        };

        bool IsMine(Criterion criterion) => _takers[(group.Code, criterion.Code)].Any(taker => taker.Person == actor.Account);
    }

    private Row RowOf(AppraisalSheet sheet, Actor actor, GroupBest? best) => new(
        sheet.Assessment,
        sheet.Agency.Name.In(Addresses.Language),
        AppraisalQueue.InFieldOf(actor, sheet),
        AppraisalQueue.WaitingFor(actor, sheet),
        actor.BelongsTo(sheet.Assessment.Agency),
        TotalSoFar.Of(sheet.SelfAssessed),
        TotalSoFar.Of(sheet.Appraised(best)))
    {
        Reopening = sheet.Reopening,
        Replies = sheet.Replies.All.Count,
        Returned = sheet.Assessment.State == AssessmentState.Submitted
            ? (sheet.Assessment.Returned.Count,
                sheet.Assessment.Returned.Keys.Count(code => ReturnedCriteria.AnswerTo(sheet.Assessment, code) is not null))
            : default,
        Evidence = _counts[sheet.Assessment.Agency]
            .Where(attached => AppraisalRules.IsInFieldOf(actor, sheet.Criteria.Criterion(attached.Criterion)?.VerifyingUnit))
            .Sum(attached => attached.Count),
    };
}
