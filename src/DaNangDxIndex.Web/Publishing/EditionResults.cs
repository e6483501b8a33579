using System.Data;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publishing.Findings;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// Computes an edition's results from what stands in the database now: for the preview, for the findings, and for publishing, which
/// freezes them.
/// Publishing calls it under the locks of <see cref="RunningEditions"/>; pages read one snapshot.
/// </summary>
public sealed class EditionResults(DxIndexDb db, CriteriaInForce criteria, ResultsBefore resultsBefore)
{
    /// <summary>In the order of the tabs. Groups without criteria (imported editions) are left out.</summary>
    public async Task<IReadOnlyList<PublishedGroup>> ComputeAsync(int year, CancellationToken ct) => (await ReviewAsync(year, ct)).Groups;

    /// <summary>The results, with everything that has to be known before they are signed.</summary>
    public async Task<EditionFindings> ReviewAsync(int year, CancellationToken ct)
    {
        await using var snapshot =
            db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct) : null;
        var groups = await db.Set<EditionGroup>().AsNoTracking()
            .Where(group => group.Year == year && group.CriteriaFile != null).OrderBy(group => group.Position).ToListAsync(ct);
        var assessments = (await AssessmentsAsync(year, ct)).ToLookup(assessment => assessment.Assessment.Group, StringComparer.Ordinal);
        var names = await db.Set<Agency>().AsNoTracking()
            .ToDictionaryAsync(agency => agency.Code, agency => agency.Name, StringComparer.Ordinal, ct);
        var before = await resultsBefore.FindAsync(year, ct);
        return EditionFindings.Of(
            [.. groups.Select(group =>
            {
                var set = criteria.ScorerOf(group.CriteriaFile ?? "").Set;
                var then = before.Groups.GetValueOrDefault(group.Code);
                var complete = AssessmentRules.IsComplete(assessments[group.Code].Select(assessment => assessment.Assessment.State));
                var entrants = assessments[group.Code].Select(assessment => Entrants.Of(assessment, set, names) with
                {
                    Before = then?.Of(assessment.Assessment.Agency),
                });
                return Computation.Of(group.Code, group.Name, set, then?.Table, entrants, complete) with
                {
                    Break = before.Breaks.GetValueOrDefault(group.Code),
                };
            })],
            [.. assessments.SelectMany(group => group).Select(AgencyFiles.Of)]);
    }

    /// <summary>
    /// One group under two criteria sets, by everything that is there, typed or handed in: whose points another rule would move.
    /// </summary>
    public async Task<(IReadOnlyList<Result> Stands, IReadOnlyList<Result> Would)> CompareAsync(
        int year, string group, CriteriaSet stands, CriteriaSet would, CancellationToken ct)
    {
        var assessments = (await AssessmentsAsync(year, ct)).Where(assessment => assessment.Assessment.Group == group).ToList();
        var names = await db.Set<Agency>().AsNoTracking()
            .ToDictionaryAsync(agency => agency.Code, agency => agency.Name, StringComparer.Ordinal, ct);
        var complete = AssessmentRules.IsComplete(assessments.Select(assessment => assessment.Assessment.State));
        return (ResultsUnder(stands), ResultsUnder(would));

        IReadOnlyList<Result> ResultsUnder(CriteriaSet set)
        {
            var entrants = assessments.Select(assessment => Entrants.AsTyped(assessment, set, names));
            return Computation.Of(group, set.Name, set, before: null, entrants, complete).Results;
        }
    }

    private async Task<List<WholeAssessment>> AssessmentsAsync(int year, CancellationToken ct)
    {
        var assessments = await db.Set<Assessment>().AsNoTracking().Where(assessment => assessment.Year == year).ToListAsync(ct);
        var figures = (await db.Set<FigureEntry>().AsNoTracking().Where(entry => entry.Year == year).ToListAsync(ct))
            .ToLookup(entry => entry.Agency, StringComparer.Ordinal);
        var verdicts = (await db.Set<Verdict>().AsNoTracking().Where(verdict => verdict.Year == year).ToListAsync(ct))
            .ToLookup(verdict => verdict.Agency, StringComparer.Ordinal);
        var requests = (await db.Set<NotApplicableRequest>().AsNoTracking().Where(request => request.Year == year).ToListAsync(ct))
            .ToLookup(request => request.Agency, StringComparer.Ordinal);
        var reopened = await db.Set<Reopening>().AsNoTracking()
            .Where(reopening => reopening.Year == year && reopening.OpenedAt != null && reopening.EndedAt == null)
            .ToDictionaryAsync(reopening => reopening.Agency, reopening => reopening.Criterion, StringComparer.Ordinal, ct);
        return [.. assessments.Select(assessment => new WholeAssessment(
            assessment, [.. figures[assessment.Agency]], [.. verdicts[assessment.Agency]], [.. requests[assessment.Agency]])
        {
            Reopened = reopened.GetValueOrDefault(assessment.Agency),
        })];
    }
}

/// <summary>The rows of one assessment, as they stand.</summary>
internal sealed record WholeAssessment(
    Assessment Assessment, IReadOnlyList<FigureEntry> Figures,
    IReadOnlyList<Verdict> Verdicts, IReadOnlyList<NotApplicableRequest> Requests)
{
    /// <summary>The criterion that is open again; null for none.</summary>
    public string? Reopened { get; init; }
}
