using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Ranking;

/// <summary>What an exclusion and a tie do under a method, each as one sentence with numbers that the engine made.</summary>
public static class MethodExamples
{
    // Two are equal, and one stands behind them.
    private static readonly decimal[] Totals = [95, 90, 90, 85];

    /// <summary>
    /// An agency half way on every criterion, to which one does not apply: "tiêu chí 1.1: 47,00/97 × 100 = 48,45 điểm". Null where nothing
    /// that does not apply leaves the maximum.
    /// </summary>
    public static Bilingual? OfExclusion(CriteriaSet set)
    {
        var left = set.Components.Where(component => component.Block == Block.Base).SelectMany(component => component.Criteria)
            .FirstOrDefault(criterion => criterion.Rule is not null && criterion.NotApplicable == Policy.Exclude);
        if (left is null)
            return null;
        var figures = new Dictionary<string, FigureValue>(StringComparer.Ordinal);
        foreach (var rule in set.Criteria.Select(criterion => criterion.Rule).OfType<Rule>())
            foreach (var (code, value) in new SampleFigures(set, 1).Of(rule))
                figures.TryAdd(code, value);
        var scorer = new Scorer(set);
        var input = new ScoringInput
        {
            Agency = "sample",
            Figures = figures,
            Decisions = new Dictionary<string, Decided>(StringComparer.Ordinal) { [left.Code] = new(VerdictDecision.NotApplicable) },
        };
        var card = scorer.Score(input, scorer.BestOf([input]));
        return new(InWords("vi", "tiêu chí", "điểm"), InWords("en", "criterion", "points"));

        string InWords(string language, string criterion, string points) =>
            $"{criterion} {left.Code}: {Printed(card.Base, language)}/{NumberText.Plain(card.ApplicableMaximum, language)}"
            + $" × {NumberText.Plain(set.Method.Scale, language)} = {Printed(card.Converted, language)} {points}";

        string Printed(Fraction value, string language) => NumberText.Fixed(value, set.Method.Decimals, language);
    }

    /// <summary>Four agencies, two of them equal: "95,00; 90,00; 90,00; 85,00 điểm → hạng 1, 2, 2, 4".</summary>
    public static Bilingual OfTie(Method method)
    {
        var ranks = string.Join(", ", Standings.Rank(
            method with { Within = RankedWithin.Group },
            Totals.Select((total, place) => new Contender($"sample-{place}", null, total, null, true, [])))
            .Select(standing => standing.Rank));
        return new($"{Printed("vi")} điểm → hạng {ranks}", $"{Printed("en")} points → ranks {ranks}");

        string Printed(string language) =>
            string.Join("; ", Totals.Select(total => NumberText.Fixed(total, method.Decimals, language)));
    }
}
