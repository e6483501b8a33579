using System.Globalization;
using System.Text.Json;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Publishing;

/// <summary>From what agencies brought to what came out. Publishing, previewing and checking by a stranger all run this and nothing
/// else.</summary>
public static class Computation
{
    /// <summary>Scores and ranks a group; an agency that did not submit is left out where the method says so.</summary>
    /// <param name="complete">
    /// False while somebody in the group is not appraised: then what is compared with the best of the group is open,
    /// as it is on the bench, and every row whose total is not whole says so. A publication is always complete.
    /// </param>
    public static PublishedGroup Of(
        string code, Bilingual name, CriteriaSet criteria, TableBefore? before, IEnumerable<Entrant> entrants, bool complete = true) =>
        Scored(code, name, criteria, before, entrants, complete).Table;

    /// <summary>The same, with the scorecards that the results were read off.</summary>
    public static ScoredGroup Scored(
        string code, Bilingual name, CriteriaSet criteria, TableBefore? before, IEnumerable<Entrant> entrants, bool complete = true)
    {
        var table = new PublishedGroup(
            code, name, criteria, before, [.. entrants.OrderBy(entrant => entrant.Agency, StringComparer.Ordinal)], []);
        var scorer = new Scorer(criteria);
        var scored = table.Scored.ToList();
        var best = complete ? scorer.BestOf(scorer.ComparesWithGroup ? scored.Select(entrant => InputOf(criteria, entrant)) : []) : null;
        List<(Contender Contender, Result Result, ScoredEntrant Scored)> all = [.. scored.Select(entrant => Of(scorer, entrant, best))];
        var results = all.ToDictionary(row => row.Contender.Agency, row => row.Result, StringComparer.Ordinal);
        return new(
            table with
            {
                Results = [.. Standings.Rank(criteria.Method, all.Select(row => row.Contender))
                    .Select(standing => results[standing.Agency] with { Rank = standing.Rank })],
            },
            [.. all.Select(row => row.Scored)])
        {
            IsComplete = complete,
        };
    }

    // A scorecard is many times what is published of it: of hundreds of agencies no two are held at once.
    private static (Contender Contender, Result Result, ScoredEntrant Scored) Of(Scorer scorer, Entrant entrant, GroupBest? best)
    {
        var (method, read) = (scorer.Set.Method, EntrantReadings.Of(scorer.Set, entrant));
        var card = scorer.Appraise(InputOf(entrant, read.InForce.Values), best);
        return (
            Standings.ContenderOf(method, card),
            ResultOf(method, card) with { SelfAssessed = SelfAssessedOf(scorer, entrant, read.Declared.Values) },
            ScoredEntrant.Of(entrant, card, read.Refused));
    }

    /// <summary>Figures of an entrant, declared or in force, that the criteria refuse: they count as blank, and nothing with one is
    /// published.</summary>
    public static IReadOnlyDictionary<string, Bilingual> Blocked(CriteriaSet criteria, Entrant entrant) =>
        EntrantReadings.Of(criteria, entrant).Refused;

    /// <summary>What the scoring reads of an entrant; also what an explanation is made from.</summary>
    public static ScoringInput InputOf(CriteriaSet criteria, Entrant entrant) =>
        InputOf(entrant, EntrantReadings.Of(criteria, entrant.Figures).Values);

    private static ScoringInput InputOf(Entrant entrant, IReadOnlyDictionary<string, FigureValue> figures) => new()
    {
        Agency = entrant.Agency,
        Parent = entrant.Parent,
        Ranked = entrant.Ranked,
        Figures = figures,
        Decisions = entrant.Decisions.ToDictionary(
            decision => decision.Key, decision => new Decided(decision.Value.Decision, decision.Value.Points ?? Fraction.Zero),
            StringComparer.Ordinal),
    };

    private static SelfAssessed? SelfAssessedOf(Scorer scorer, Entrant entrant, IReadOnlyDictionary<string, FigureValue> declared)
    {
        if (!entrant.Submitted)
            return null;
        var set = scorer.Set;
        var scorecard = scorer.SelfAssess(InputOf(entrant, declared) with { Answered = entrant.Answered });
        return new SelfAssessed(Written(set.Method, scorecard.Total), scorecard.Open, [.. scorecard.Criteria.Select(result =>
            new SelfPoints(result.Criterion.Code, result.State, result.Counted, result.Maximum, OpenOf(set, result)))]);
    }

    private static OpenFor? OpenOf(CriteriaSet set, CriterionResult result)
    {
        if (result.IsComputable)
            return null;
        var awaited = result.Awaited.Select(code => set.Figure(code)?.Source).FirstOrDefault();
        return awaited switch
        {
            FigureSource.Survey => OpenFor.Survey,
            FigureSource.System => OpenFor.System,
            FigureSource.Office => OpenFor.Office,
            FigureSource.Agency or null => OpenFor.Group,
        };
    }

    private static Result ResultOf(Method method, Scorecard scorecard) => new()
    {
        Agency = scorecard.Agency,
        Rank = null,
        Total = Written(method, scorecard.Total),
        Tier = scorecard.Tier?.Code,
        Base = scorecard.Base,
        Applicable = scorecard.ApplicableMaximum,
        Converted = scorecard.Converted,
        Bonus = scorecard.Bonus,
        Penalty = scorecard.Penalty,
        BeforeCap = scorecard.BeforeCap,
        Components = [.. scorecard.Components.Select(result => new PointsOf(result.Component.Code, result.Points, result.Maximum))],
        Pillars = [.. scorecard.Pillars.Select(result =>
            new PointsOf(JsonNamingPolicy.CamelCase.ConvertName(result.Pillar.ToString()), result.Points, result.Maximum))],
        Criteria = [.. scorecard.Criteria.Select(result => new CriterionPoints(
            result.Criterion.Code, result.State, result.Points, result.Maximum))],
        Footnotes = [.. scorecard.Gates.Select(gate => gate.Sentence), .. scorecard.Open.Sentence is { } open
            ? [open]
            : Array.Empty<Bilingual>()],
        SelfAssessed = null,
    };

    private static string Written(Method method, decimal total) => total.ToString($"F{method.Decimals}", CultureInfo.InvariantCulture);
}
