using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Appraisal;

/// <summary>The scorecard of one assessment as it stands now: figures in force with the verdicts given so far, before the group is compared.</summary>
public sealed class AssessmentScorecard(DxIndexDb db)
{
    public async Task<Scorecard> OfAsync(AssessmentUnderAppraisal.Found under, CancellationToken ct) =>
        under.Scorer.Score(await InputAsync(under, entry => entry.InForce, withVerdicts: true, ct));

    /// <summary>What the agency gave itself: declared figures, no verdicts.</summary>
    public async Task<Scorecard> DeclaredAsync(AssessmentUnderAppraisal.Found under, CancellationToken ct) =>
        under.Scorer.Score(await InputAsync(under, entry => entry.Declared, withVerdicts: false, ct));

    public async Task<ScoringInput> InputAsync(AssessmentUnderAppraisal.Found under, Func<FigureEntry, string?> value, bool withVerdicts, CancellationToken ct)
    {
        var (year, agency) = (under.Assessment.Year, under.Assessment.Agency);
        var entries = await db.Set<FigureEntry>().AsNoTracking().Where(entry => entry.Year == year && entry.Agency == agency).ToListAsync(ct);
        var verdicts = withVerdicts
            ? await db.Set<Verdict>().AsNoTracking().Where(verdict => verdict.Year == year && verdict.Agency == agency && verdict.Round <= under.Round).OrderBy(verdict => verdict.Round).ToListAsync(ct)
            : [];
        return new ScoringInput
        {
            Agency = agency,
            Parent = under.Assessment.Parent,
            Ranked = under.Assessment.Ranked,
            Figures = ValuesOf(under.Criteria, entries, value),
            Decisions = verdicts.GroupBy(verdict => verdict.Criterion, StringComparer.Ordinal).ToDictionary(
                rounds => rounds.Key, rounds => new Decided(rounds.Last().Decision, rounds.Last().Points ?? 0m), StringComparer.Ordinal),
        };
    }

    /// <summary>Stored values as the engine reads them. What a later criteria file no longer knows, or would refuse, counts as blank.</summary>
    public static IReadOnlyDictionary<string, FigureValue> ValuesOf(CriteriaSet criteria, IEnumerable<FigureEntry> entries, Func<FigureEntry, string?> value)
    {
        var values = new Dictionary<string, FigureValue>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (criteria.Figure(entry.Figure) is { } figure && FigureValue.Read(figure, value(entry)).Value is { } read)
                values[entry.Figure] = read;
        }

        return values;
    }
}
