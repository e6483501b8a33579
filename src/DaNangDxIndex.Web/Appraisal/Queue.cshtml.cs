using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>What waits for this appraiser: every submitted assessment with the number of criteria of the own field still to decide.</summary>
[Authorize(Policies.Appraisal)]
public sealed class QueueModel(DxIndexDb db, CriteriaInForce criteria, CurrentAccount account) : PageModel
{
    public sealed record Row(string Agency, string Name, AssessmentState State, DateTimeOffset? SubmittedAt, int Mine, int Waiting, bool Own);

    public sealed record GroupOfRows(string Name, IReadOnlyList<Row> Rows);

    public int Year { get; private set; }

    public IReadOnlyList<GroupOfRows> Groups { get; private set; } = [];

    public int Waiting => Groups.Sum(group => group.Rows.Where(row => !row.Own).Sum(row => row.Waiting));

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken ct)
    {
        Year = year;
        if (!await db.Set<Edition>().AnyAsync(edition => edition.Year == year, ct))
            return NotFound();
        var language = System.Globalization.CultureInfo.CurrentUICulture.Name;
        var groups = await db.Set<EditionGroup>().AsNoTracking().Where(group => group.Year == year && group.CriteriaFile != null).OrderBy(group => group.Position).ToListAsync(ct);
        var assessments = await db.Set<Assessment>().AsNoTracking()
            .Where(one => one.Year == year && one.State != AssessmentState.Entering && one.State != AssessmentState.AwaitingApproval).ToListAsync(ct);
        var names = await db.Set<Agency>().AsNoTracking().ToDictionaryAsync(agency => agency.Code, agency => agency.Name, StringComparer.Ordinal, ct);
        var verdicts = (await db.Set<Verdict>().AsNoTracking().Where(verdict => verdict.Year == year).ToListAsync(ct)).ToLookup(verdict => verdict.Agency, StringComparer.Ordinal);
        var actor = account.Actor;
        Groups = [.. groups.Select(group => new GroupOfRows(group.Name.In(language), [.. assessments
            .Where(assessment => string.Equals(assessment.Group, group.Code, StringComparison.Ordinal))
            .Select(assessment => RowOf(assessment, names[assessment.Agency].In(language), criteria.ScorerOf(group.CriteriaFile ?? "").Set, verdicts[assessment.Agency], actor))
            .OrderBy(row => row.Waiting == 0).ThenBy(row => row.SubmittedAt)])).Where(group => group.Rows.Count > 0)];
        return Page();
    }

    private static Row RowOf(Assessment assessment, string name, CriteriaSet set, IEnumerable<Verdict> verdicts, Actor actor)
    {
        bool IsMine(string code) => AppraisalRules.IsInFieldOf(actor, set.Criterion(code)?.VerifyingUnit);
        var open = assessment.State is AssessmentState.Submitted or AssessmentState.NotSubmitted or AssessmentState.Explained or AssessmentState.Reopened;
        return new Row(
            assessment.Agency, name, assessment.State, assessment.SubmittedAt,
            set.Criteria.Count(criterion => criterion.Rule is not null && IsMine(criterion.Code)),
            open ? AppraisalRules.Waiting(set, verdicts, 1).Count(IsMine) : 0,
            actor.BelongsTo(assessment.Agency));
    }
}
