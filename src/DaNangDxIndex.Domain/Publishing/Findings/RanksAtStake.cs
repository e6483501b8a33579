using DaNangDxIndex.Criteria;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Publishing.Findings;

/// <summary>One agency whose total, rank or tier hangs on what is still open.</summary>
/// <param name="Group">Code of its group.</param>
/// <param name="Stands">As it would be published now.</param>
/// <param name="Reach">How high and how low it can still come out.</param>
/// <param name="Criteria">Its own open criteria; empty where only others' can move it.</param>
public sealed record RankAtStake(string Group, Bilingual Name, Result Stands, RankInterval Reach, IReadOnlyList<string> Criteria);

/// <summary>
/// Which results hang on what nobody has settled: "not applicable" that was asked for and not decided, decisions whose figure was
/// corrected afterwards, and criteria that are open again. The first two end one way or the other, the last anywhere between nothing and
/// full points.
/// </summary>
/// <param name="All">In the order of the tables.</param>
/// <param name="Refused">Why it was not computed for a group: too much is open.</param>
public sealed record RanksAtStake(IReadOnlyList<RankAtStake> All, IReadOnlyList<Bilingual> Refused)
{
    public static RanksAtStake None { get; } = new([], []);

    /// <param name="files">The assessments, by agency.</param>
    public static RanksAtStake Of(IEnumerable<PublishedGroup> groups, IReadOnlyDictionary<string, AgencyFile> files)
    {
        var (all, refused) = (new List<RankAtStake>(), new List<Bilingual>());
        foreach (var group in groups.Where(group => group.Scored.Any(entrant => Disputes(group.Criteria, entrant, files).Count > 0)))
        {
            try
            {
                all.AddRange(In(group, files));
            }
            catch (RuleViolation tooMany)
            {
                refused.Add(tooMany.Sentence);
            }
        }

        return new(all, refused);
    }

    private static IEnumerable<RankAtStake> In(PublishedGroup table, IReadOnlyDictionary<string, AgencyFile> files)
    {
        var scorer = new Scorer(table.Criteria);
        List<DisputedInput> disputed = [.. table.Scored.Select(entrant =>
            new DisputedInput(Computation.InputOf(table.Criteria, entrant), Disputes(table.Criteria, entrant, files)))];
        var reach = DisputedRanks.Of(scorer, disputed, scorer.BestOf(disputed.Select(input => input.Input)))
            .Zip(disputed).ToDictionary(pair => pair.First.Agency, StringComparer.Ordinal);
        return from result in table.Results
               let interval = reach[result.Agency].First
               where interval.Least != interval.Most || interval.Best != interval.Worst || interval.LowestTier != interval.HighestTier
               let disputes = reach[result.Agency].Second.Disputes
               let name = table.NameOf(result.Agency)
               select new RankAtStake(table.Code, name, result, interval, [.. disputes.Keys.Order(StringComparer.Ordinal)]);
    }

    private static Dictionary<string, Dispute> Disputes(CriteriaSet set, Entrant entrant, IReadOnlyDictionary<string, AgencyFile> files)
    {
        var disputes = new Dictionary<string, Dispute>(StringComparer.Ordinal);
        if (!files.TryGetValue(entrant.Agency, out var file))
            return disputes;
        var byRule = new Decided(VerdictDecision.Accept, Fraction.Zero);
        foreach (var code in file.OpenRequests.Where(code => set.Criterion(code) is not null))
            disputes[code] = new(new(VerdictDecision.NotApplicable, Fraction.Zero), byRule);
        foreach (var code in file.StaleVerdicts)
        {
            if (entrant.Decisions.GetValueOrDefault(code) is { Decision: not VerdictDecision.Accept } stands)
                disputes[code] = new(byRule, new(stands.Decision, stands.Points ?? Fraction.Zero));
        }

        if (file.Reopened is { } reopened && set.Criterion(reopened) is { } criterion)
            disputes[reopened] = new(new(VerdictDecision.Points, criterion.Maximum), new(VerdictDecision.Points, Fraction.Zero));
        return disputes;
    }
}
