using System.Text.Json;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Publishing;

/// <summary>From what agencies brought to what came out. Publishing, previewing and checking by a stranger all run this and nothing else.</summary>
public static class Computation
{
    /// <summary>Scores and ranks a group; an agency that did not submit is left out where the method says so.</summary>
    /// <exception cref="RuleViolation"><c>publication.figure</c>: a figure in force cannot be read; the sentence names agency and figure.</exception>
    public static PublishedGroup Of(string code, Bilingual name, CriteriaSet criteria, IEnumerable<Entrant> entrants)
    {
        var group = new PublishedGroup(code, name, criteria, [.. entrants.OrderBy(entrant => entrant.Agency, StringComparer.Ordinal)], []);
        var scorecards = new Scorer(criteria).ScoreGroup([.. group.Scored.Select(entrant => InputOf(criteria, entrant))]);
        var byAgency = scorecards.ToDictionary(scorecard => scorecard.Agency, StringComparer.Ordinal);
        var standings = Standings.Rank(criteria.Method, scorecards);
        return group with { Results = [.. standings.Select(standing => ResultOf(criteria.Method, standing, byAgency[standing.Agency]))] };
    }

    /// <summary>What the scoring reads of an entrant; also what an explanation is made from.</summary>
    public static ScoringInput InputOf(CriteriaSet criteria, Entrant entrant) => new()
    {
        Agency = entrant.Agency,
        Parent = entrant.Parent,
        Ranked = entrant.Ranked,
        Figures = criteria.Figures
            .Where(figure => entrant.Figures.ContainsKey(figure.Code))
            .ToDictionary(figure => figure.Code, figure => Read(entrant, figure), StringComparer.Ordinal),
        Decisions = entrant.Decisions.ToDictionary(
            decision => decision.Key, decision => new Decided(decision.Value.Decision, decision.Value.Points ?? Fraction.Zero), StringComparer.Ordinal),
    };

    private static FigureValue Read(Entrant entrant, Figure figure)
    {
        var reading = FigureValue.Read(figure, entrant.Figures[figure.Code]);
        return reading.Value ?? throw new RuleViolation("publication.figure", new(
            $"{entrant.Name.Vi}, số liệu {figure.Code}: {reading.Refusal?.Vi}", $"{entrant.Name.En}, figure {figure.Code}: {reading.Refusal?.En}"));
    }

    private static Result ResultOf(Method method, Standing standing, Scorecard scorecard) => new()
    {
        Agency = standing.Agency,
        Rank = standing.Rank,
        Total = standing.Total.ToString($"F{method.Decimals}", System.Globalization.CultureInfo.InvariantCulture),
        Tier = standing.Tier,
        Base = scorecard.Base,
        Applicable = scorecard.ApplicableMaximum,
        Converted = scorecard.Converted,
        Bonus = scorecard.Bonus,
        Penalty = scorecard.Penalty,
        BeforeCap = scorecard.BeforeCap,
        Components = [.. scorecard.Components.Select(one => new PointsOf(one.Component.Code, one.Points, one.Maximum))],
        Pillars = [.. scorecard.Pillars.Select(one => new PointsOf(JsonNamingPolicy.CamelCase.ConvertName(one.Pillar.ToString()), one.Points, one.Maximum))],
        Criteria = [.. scorecard.Criteria.Select(one => new CriterionPoints(one.Criterion.Code, one.State, one.Points, one.Maximum))],
        Footnotes = [.. scorecard.Gates.Select(gate => gate.Sentence)],
    };
}
