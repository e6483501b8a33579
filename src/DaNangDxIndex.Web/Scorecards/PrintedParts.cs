using DaNangDxIndex.Criteria;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Scorecards;

/// <summary>Components, criteria and pillars of a card, with every number rounded as it is printed.</summary>
internal static class PrintedParts
{
    public static IReadOnlyList<PrintedComponent> ComponentsOf(PrintedCard card)
    {
        var briefs = card.Version.Brief(card.Group, card.Entrant.Agency);
        var medians = card.Version.MediansOf(card.Group);
        var results = card.Result.Criteria.ToDictionary(points => points.Code, StringComparer.Ordinal);
        return [.. card.Group.Criteria.Components.Zip(card.Result.Components, (component, points) =>
        {
            var sign = component.Sign;
            return new PrintedComponent(
                ComponentNumeral.Of(card.Group.Criteria, component),
                component,
                sign * card.Round(points.Maximum),
                points.Maximum.IsZero ? new(null, PointsInWords.NotApplicable) : SelfOf(card, component),
                points.Maximum.IsZero ? new(null, PointsInWords.NotApplicable) : new(sign * card.Round(points.Points)),
                ShareOf(points),
                medians.OfComponent(points.Code),
                [.. component.Criteria.Select(criterion => CriterionOf(card, criterion, results[criterion.Code], sign) with
                {
                    Brief = results[criterion.Code].State == ResultState.NotApplicable ? FigureInBrief.None : briefs[criterion.Code],
                })])
            {
                Best = medians.BestOfComponent(points.Code),
            };
        })];
    }

    public static IReadOnlyList<PrintedPillar> PillarsOf(PrintedCard card)
    {
        var medians = card.Version.MediansOf(card.Group);
        return [.. card.Result.Pillars.Select(points => new PrintedPillar(
            points.Code, card.Round(points.Maximum), card.Round(points.Points), ShareOf(points), medians.OfPillar(points.Code)))];
    }

    private static PrintedCriterion CriterionOf(PrintedCard card, Criterion criterion, CriterionPoints points, int sign)
    {
        var excluded = points.Maximum.IsZero;
        var instead = CardPoints.Instead(points.State, excluded);
        return new PrintedCriterion(
            criterion,
            points.State,
            excluded ? null : sign * card.Round(points.Maximum),
            SelfOf(card, criterion),
            instead is null ? new(sign * card.Round(points.Points)) : new(null, instead))
        {
            Brief = FigureInBrief.None,
            Reason = card.Entrant.Decisions.GetValueOrDefault(criterion.Code)?.Reason,
            Corrections = [.. FigureCorrection.Of(criterion, FigureCorrection.Of(card.Group.Criteria, card.Entrant))
                .Select(correction => correction.InWords(card.Group.Criteria))],
            Provenance = [.. criterion.Figures.Where(card.Entrant.Provenance.ContainsKey).Select(code => card.Entrant.Provenance[code])
                .Distinct()],
        };
    }

    /// <summary>Penalties are never self-assessed, and what is open is not known to the agency.</summary>
    private static CardPoints SelfOf(PrintedCard card, Criterion criterion)
    {
        if (card.Result.SelfAssessed?.Of(criterion.Code) is not { } self
            || card.Group.Criteria.ComponentOf(criterion.Code)?.Block == Block.Penalty)
            return default;
        if (CardPoints.Instead(self.State, self.Maximum.IsZero) is { } instead)
            return new(null, instead);
        return self.Points is { } points
            ? new(card.Round(points))
            : new(null, self.Open == OpenFor.Group ? OpenPart.NotCounted : PointsInWords.None);
    }

    private static CardPoints SelfOf(PrintedCard card, Component component) =>
        PrintedSum.SelfPoints(card, [component]) is { } points && component.Block != Block.Penalty ? new(card.Round(points)) : default;

    private static decimal? ShareOf(PointsOf points) => points.Maximum.IsZero ? null : (points.Points / points.Maximum).Round(4);
}
