using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// The best values of a group, once all of it is appraised. Until then there is none, so that nobody's points move with what another agency
/// enters, and nobody learns it.
/// </summary>
public sealed class BestOfGroup(DxIndexDb db)
{
    /// <returns>Null while somebody in the group is not appraised.</returns>
    public async Task<GroupBest?> FindAsync(int year, string group, Scorer scorer, CancellationToken ct)
    {
        var members = await db.Set<Assessment>().AsNoTracking().Where(assessment => assessment.Year == year && assessment.Group == group)
            .Select(assessment => new { assessment.Agency, assessment.State }).ToListAsync(ct);
        if (!AssessmentRules.IsComplete(members.Select(member => member.State)))
            return null;
        if (!scorer.ComparesWithGroup)
            return GroupBest.None;
        var compared = members.Where(member => !AssessmentRules.IsLeftOut(member.State, scorer.Set.Method)).Select(member => member.Agency);
        return scorer.BestOf(await InputsAsync(year, [.. compared], scorer, ct));
    }

    /// <summary>Of each member what the best is sought in, and whether the criterion applies to it.</summary>
    private async Task<IReadOnlyList<ScoringInput>> InputsAsync(int year, List<string> members, Scorer scorer, CancellationToken ct)
    {
        var figures = scorer.ComparedFigures.ToList();
        var criteria = scorer.Set.Criteria.Where(criterion => criterion.Figures.Any(figures.Contains))
            .Select(criterion => criterion.Code).ToList();
        var entries = (await db.Set<FigureEntry>().AsNoTracking()
            .Where(entry => entry.Year == year && members.Contains(entry.Agency) && figures.Contains(entry.Figure)).ToListAsync(ct))
            .ToLookup(entry => entry.Agency, StringComparer.Ordinal);
        var verdicts = (await db.Set<Verdict>().AsNoTracking()
            .Where(verdict => verdict.Year == year && members.Contains(verdict.Agency) && criteria.Contains(verdict.Criterion))
            .ToListAsync(ct))
            .ToLookup(verdict => verdict.Agency, StringComparer.Ordinal);
        return [.. members.Select(agency => new ScoringInput
        {
            Agency = agency,
            Figures = Values(scorer.Set, entries[agency]),
            Decisions = VerdictsInForce.Of(verdicts[agency]).ToDictionary(
                verdict => verdict.Key, verdict => new Decided(verdict.Value.Decision, verdict.Value.Points ?? 0m), StringComparer.Ordinal),
        })];
    }

    private static Dictionary<string, FigureValue> Values(CriteriaSet set, IEnumerable<FigureEntry> entries) => entries
        .Select(entry => (entry.Figure,
            Value: set.Figure(entry.Figure) is { } figure ? FigureValue.Read(figure, entry.InForce).Value : null))
        .Where(entry => entry.Value is not null)
        .ToDictionary(entry => entry.Figure, entry => entry.Value.GetValueOrDefault(), StringComparer.Ordinal);
}
