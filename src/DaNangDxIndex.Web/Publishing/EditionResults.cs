using DaNangDxIndex.Agencies;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Database;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Publishing;

/// <summary>Computes an edition's results from what stands in the database now: for the preview, and for publishing, which freezes them.</summary>
public sealed class EditionResults(DxIndexDb db, CriteriaInForce criteria)
{
    /// <summary>In the order of the tabs. Groups without criteria (imported editions) are left out.</summary>
    public async Task<IReadOnlyList<PublishedGroup>> ComputeAsync(int year, CancellationToken ct)
    {
        var groups = await db.Set<EditionGroup>().AsNoTracking()
            .Where(group => group.Year == year && group.CriteriaFile != null).OrderBy(group => group.Position).ToListAsync(ct);
        var assessments = await db.Set<Assessment>().AsNoTracking().Where(assessment => assessment.Year == year).ToListAsync(ct);
        var names = await db.Set<Agency>().AsNoTracking().ToDictionaryAsync(agency => agency.Code, agency => agency.Name, StringComparer.Ordinal, ct);
        var figures = (await db.Set<FigureEntry>().AsNoTracking().Where(entry => entry.Year == year).ToListAsync(ct))
            .ToLookup(entry => entry.Agency, StringComparer.Ordinal);
        var verdicts = (await db.Set<Verdict>().AsNoTracking().Where(verdict => verdict.Year == year).ToListAsync(ct))
            .ToLookup(verdict => verdict.Agency, StringComparer.Ordinal);

        return [.. groups.Select(group =>
        {
            var scorer = criteria.ScorerOf(group.CriteriaFile ?? "");
            var members = assessments.Where(assessment => string.Equals(assessment.Group, group.Code, StringComparison.Ordinal))
                .Select(assessment => (
                    Entrant: WithoutDrafts(EntrantOf(assessment, names, figures[assessment.Agency], verdicts[assessment.Agency]), scorer.Set.Method),
                    Declared: figures[assessment.Agency]))
                .ToList();
            var declared = DeclaredPoints(scorer, [.. members.Where(member => member.Entrant.Submitted)]);
            return Computation.Of(group.Code, group.Name, scorer.Set, members.Select(member =>
                declared.TryGetValue(member.Entrant.Agency, out var points) ? member.Entrant with { Declared = points } : member.Entrant));
        })];
    }

    /// <summary>What an agency typed and never submitted is its own: where it is left out, nothing of it is published.</summary>
    private static Entrant WithoutDrafts(Entrant entrant, Method method) => !entrant.IsLeftOut(method) ? entrant : entrant with
    {
        Figures = new Dictionary<string, string>(StringComparer.Ordinal),
        Decisions = new Dictionary<string, PublishedDecision>(StringComparer.Ordinal),
    };

    private static Entrant EntrantOf(
        Assessment assessment, Dictionary<string, Bilingual> names, IEnumerable<FigureEntry> figures, IEnumerable<Verdict> verdicts) => new()
    {
        Agency = assessment.Agency,
        Name = names[assessment.Agency],
        Parent = assessment.Parent,
        ParentName = assessment.Parent is null ? null : names[assessment.Parent],
        Ranked = assessment.Ranked,
        Illustrative = assessment.Illustrative,
        Submitted = assessment.IsHandedIn,
        Figures = Values(figures, entry => entry.InForce),
        Decisions = verdicts
            .GroupBy(verdict => verdict.Criterion, StringComparer.Ordinal)
            .Select(rounds => rounds.OrderBy(verdict => verdict.Round).Last())
            .Where(verdict => verdict.Decision != VerdictDecision.Accept)
            .ToDictionary(
                verdict => verdict.Criterion,
                verdict => new PublishedDecision(verdict.Decision, verdict.Points is { } points ? (Fraction)points : null, verdict.Reason),
                StringComparer.Ordinal),
    };

    /// <summary>The self-assessed points: the same method over the figures as declared, without any decision.</summary>
    private static Dictionary<string, Dictionary<string, Fraction>> DeclaredPoints(Scorer scorer, List<(Entrant Entrant, IEnumerable<FigureEntry> Declared)> members)
    {
        var inputs = members.Select(member => Computation.InputOf(scorer.Set, member.Entrant with
        {
            Figures = Values(member.Declared, entry => entry.Declared),
            Decisions = new Dictionary<string, PublishedDecision>(StringComparer.Ordinal),
        }));
        return scorer.ScoreGroup([.. inputs]).ToDictionary(
            scorecard => scorecard.Agency,
            scorecard => scorecard.Criteria.ToDictionary(result => result.Criterion.Code, result => result.Points, StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Values(IEnumerable<FigureEntry> entries, Func<FigureEntry, string?> value) =>
        entries.Select(entry => (entry.Figure, Value: value(entry))).Where(one => one.Value is not null)
            .ToDictionary(one => one.Figure, one => one.Value ?? "", StringComparer.Ordinal);
}
