using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Scorecards;

/// <summary>Components and pillars of a published scorecard as they are printed.</summary>
public static class ScorecardParts
{
    public static IReadOnlyList<ScorecardComponent> Components(PublishedCard card)
    {
        var explanations = card.Version.Explain(card.Group, card.Entrant.Agency);
        return [.. card.Group.Criteria.Components.Select((component, index) => new ScorecardComponent(
            Roman(index + 1),
            component.Name,
            Round(card, component.Maximum),
            card.SelfAssessed(component) is { } declared ? Round(card, declared) : null,
            card.ComponentPoints(component.Code) is { } points ? Round(card, points.Points) : null,
            [.. component.Criteria.Select(criterion => CriterionOf(card, criterion, explanations.GetValueOrDefault(criterion.Code)))],
            BlockOf(component.Block)))];
    }

    public static IReadOnlyList<ScorecardPillar> Pillars(PublishedCard card) =>
        [.. card.Result.Pillars.Select(pillar => new ScorecardPillar(PillarNames.Of(pillar.Code), Round(card, pillar.Maximum), Round(card, pillar.Points)))];

    /// <summary>Parts of a Vietnamese document are counted in Roman numerals.</summary>
    public static string Roman(int number) => number switch
    {
        >= 10 => "X" + Roman(number - 10),
        9 => "IX",
        >= 5 => "V" + Roman(number - 5),
        4 => "IV",
        > 0 => "I" + Roman(number - 1),
        _ => "",
    };

    private static ScorecardCriterion CriterionOf(PublishedCard card, Criterion criterion, Explanation? explanation)
    {
        var points = card.CriterionPoints(criterion.Code);
        return new(
            criterion.Code,
            criterion.Name,
            Round(card, criterion.Maximum),
            card.SelfAssessed(criterion.Code) is { } declared ? Round(card, declared) : null,
            points is null ? null : Round(card, points.Points))
        {
            Rule = criterion.Rule is null ? null : Explanation.RuleInWords(card.Group.Criteria, criterion),
            Explanation = explanation?.Sentence,
            NotApplicable = points is { State: ResultState.NotApplicable or ResultState.NothingDue, Maximum.IsZero: true },
            Reason = card.Entrant.Decisions.TryGetValue(criterion.Code, out var decision) && decision.Reason is { } reason ? ReasonInWords.Of(reason) : null,
        };
    }

    private static ScorecardBlock BlockOf(Block block) => block switch
    {
        Block.Base => ScorecardBlock.Base,
        Block.Bonus => ScorecardBlock.Bonus,
        Block.Penalty => ScorecardBlock.Penalty,
    };

    private static decimal Round(PublishedCard card, Fraction points) => card.Method.Round(points);
}
