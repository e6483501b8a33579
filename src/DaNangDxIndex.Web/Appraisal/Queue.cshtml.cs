using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>What waits for this appraiser: every submitted assessment with the number of criteria of the own field still to decide.</summary>
[Authorize(Policies.Appraisal)]
public sealed class QueueModel(DxIndexDb db, CriteriaInForce criteria, BestOfGroup bestOfGroup, CurrentAccount account) : PageModel
{
    public sealed record Row(Assessment Assessment, string Name, int Mine, int Waiting, bool Own, Scorecard SelfAssessed, Scorecard Appraised);

    /// <param name="IsProvisional">Somebody in the group is not appraised yet.</param>
    public sealed record GroupOfRows(string Name, Method Method, bool IsProvisional, IReadOnlyList<Row> Rows);

    public int Year { get; private set; }

    public IReadOnlyList<GroupOfRows> Groups { get; private set; } = [];

    public int Waiting => Groups.Sum(group => group.Rows.Where(row => !row.Own).Sum(row => row.Waiting));

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken ct)
    {
        Year = year;
        await db.Database.OpenConnectionAsync(ct);
        if (await db.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(one => one.Year == year, ct) is not { } edition)
            return NotFound();
        var sheets = await SheetsAsync(edition, ct);
        var groups = await db.Set<EditionGroup>().AsNoTracking()
            .Where(group => group.Year == year && group.CriteriaFile != null).OrderBy(group => group.Position).ToListAsync(ct);
        foreach (var group in groups.Where(group => sheets[group.Code].Any()))
            Groups = [.. Groups, await GroupAsync(group, [.. sheets[group.Code]], ct)];
        return Page();
    }

    private async Task<GroupOfRows> GroupAsync(EditionGroup group, List<AppraisalSheet> sheets, CancellationToken ct)
    {
        var scorer = sheets[0].Scorer;
        var best = await bestOfGroup.FindAsync(Year, group.Code, scorer, ct);
        var rows = sheets.Select(sheet => RowOf(sheet, best)).OrderBy(row => row.Waiting == 0).ThenBy(row => row.Assessment.SubmittedAt);
        return new(group.Name.In(Addresses.Language), scorer.Set.Method, best is null, [.. rows]);
    }

    /// <summary>All that lies on a bench, by group.</summary>
    private async Task<ILookup<string, AppraisalSheet>> SheetsAsync(Edition edition, CancellationToken ct)
    {
        var handedIn = await db.Set<Assessment>().AsNoTracking()
            .Where(one => one.Year == edition.Year && one.State != AssessmentState.Entering && one.State != AssessmentState.AwaitingApproval).ToListAsync(ct);
        var agencies = await db.Set<Agency>().AsNoTracking().ToDictionaryAsync(agency => agency.Code, StringComparer.Ordinal, ct);
        var entries = (await db.Set<FigureEntry>().AsNoTracking().Where(entry => entry.Year == edition.Year).ToListAsync(ct))
            .ToLookup(entry => entry.Agency, StringComparer.Ordinal);
        var verdicts = (await db.Set<Verdict>().AsNoTracking().Where(verdict => verdict.Year == edition.Year).ToListAsync(ct))
            .ToLookup(verdict => verdict.Agency, StringComparer.Ordinal);
        var files = await db.Set<EditionGroup>().AsNoTracking().Where(group => group.Year == edition.Year && group.CriteriaFile != null)
            .ToDictionaryAsync(group => group.Code, group => group.CriteriaFile ?? "", StringComparer.Ordinal, ct);
        bool IsOnTheBench(Assessment one) =>
            files.TryGetValue(one.Group, out var file) && AppraisalRules.IsOnTheBench(one, criteria.ScorerOf(file).Set.Method);
        return handedIn.Where(IsOnTheBench).ToLookup(one => one.Group, one => new AppraisalSheet(
            new(edition, one, agencies[one.Agency], criteria.ScorerOf(files[one.Group]), entries[one.Agency].ToDictionary(entry => entry.Figure, StringComparer.Ordinal), []),
            [.. verdicts[one.Agency]]), StringComparer.Ordinal);
    }

    private Row RowOf(AppraisalSheet sheet, GroupBest? best)
    {
        var open = sheet.Assessment.State is AssessmentState.Submitted or AssessmentState.NotSubmitted or AssessmentState.Explained or AssessmentState.Reopened;
        return new Row(
            sheet.Assessment,
            sheet.Agency.Name.In(Addresses.Language),
            sheet.Criteria.Criteria.Count(criterion => criterion.Rule is not null && IsMine(criterion.Code)),
            open ? sheet.Waiting.Count(IsMine) : 0,
            account.Actor.BelongsTo(sheet.Assessment.Agency),
            sheet.SelfAssessed,
            sheet.Appraised(best));

        bool IsMine(string code) => AppraisalRules.IsInFieldOf(account.Actor, sheet.Criteria.Criterion(code)?.VerifyingUnit);
    }
}
