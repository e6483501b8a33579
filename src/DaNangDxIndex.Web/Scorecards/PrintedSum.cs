using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scorecards;

public enum SumLine
{
    /// <summary>Points of the components of the base.</summary>
    Base,

    /// <summary>The base brought to the scale; only where something was left out.</summary>
    Converted,

    Bonus,

    Penalty,

    /// <summary>Only where the cap of the total took something off.</summary>
    BeforeCap,

    Total,
}

/// <summary>A line of the sum that leads to the total, in the order of the method.</summary>
/// <param name="Maximum">Null where the line has none.</param>
/// <param name="Final">Negative where points are taken off.</param>
public sealed record PrintedSum(SumLine Line, decimal? Maximum, decimal? Self, decimal Final)
{
    public static IReadOnlyList<PrintedSum> Of(PrintedCard card)
    {
        var (method, result) = (card.Method, card.Result);
        List<PrintedSum> lines = [new(
            SumLine.Base, card.Round(result.Applicable), Rounded(card, SelfPoints(card, Parts(card, Block.Base))),
            card.Round(result.Base))];
        if (result.Applicable != method.Scale)
            lines.Add(new(SumLine.Converted, card.Scale, Rounded(card, SelfConverted(card)), card.Round(result.Converted)));
        if (Parts(card, Block.Bonus) is { Count: > 0 } bonus)
            lines.Add(new(
                SumLine.Bonus, MaximumOf(card, bonus, method.BonusCap), Rounded(card, Capped(SelfPoints(card, bonus), method.BonusCap)),
                card.Round(result.Bonus)));
        if (Parts(card, Block.Penalty) is { Count: > 0 } penalty)
            lines.Add(new(SumLine.Penalty, -MaximumOf(card, penalty, method.PenaltyCap), null, -card.Round(result.Penalty)));
        if (method.Cap == TotalCap.Total && result.BeforeCap > method.Scale)
            lines.Add(new(SumLine.BeforeCap, null, null, card.Round(result.BeforeCap)));
        lines.Add(new(SumLine.Total, card.Scale, card.SelfTotal, card.Total));
        return lines;
    }

    /// <summary>Self-assessed points of some components, without what is open; null where nobody gave any.</summary>
    public static Fraction? SelfPoints(PrintedCard card, IReadOnlyList<Component> components)
    {
        var given = components.SelectMany(component => component.Criteria)
            .Select(criterion => card.Result.SelfAssessed?.Of(criterion.Code)?.Points).OfType<Fraction>().ToList();
        return given.Count == 0 ? null : given.Aggregate((sum, points) => sum + points);
    }

    public static decimal RoundingOf(PrintedCard card)
    {
        var lines = Of(card);
        decimal FinalOf(SumLine line) => lines.FirstOrDefault(sum => sum.Line == line)?.Final ?? 0;
        var whole = (FinalOf(SumLine.Converted) is var converted && converted != 0 ? converted : FinalOf(SumLine.Base))
            + FinalOf(SumLine.Bonus) + FinalOf(SumLine.Penalty);
        var misses = card.Components
            .Select(component => component.Criteria.Sum(criterion => criterion.Final.Number ?? 0) - (component.Final.Number ?? 0))
            .Append(card.Components.Where(component => component.Component.Block == Block.Base)
                .Sum(component => component.Final.Number ?? 0) - FinalOf(SumLine.Base))
            .Append(whole < 0 ? 0 : whole - card.Round(card.Result.BeforeCap));
        return misses.Max(Math.Abs);
    }

    private static List<Component> Parts(PrintedCard card, Block block) =>
        [.. card.Group.Criteria.Components.Where(component => component.Block == block)];

    private static Fraction? SelfConverted(PrintedCard card)
    {
        var criteria = Parts(card, Block.Base).SelectMany(component => component.Criteria)
            .Select(criterion => card.Result.SelfAssessed?.Of(criterion.Code));
        var applicable = criteria.Aggregate(Fraction.Zero, (sum, self) => sum + (self?.Maximum ?? 0));
        return applicable.IsZero
            || SelfPoints(card, Parts(card, Block.Base)) is not { } points ? null : points * card.Method.Scale / applicable;
    }

    private static decimal MaximumOf(PrintedCard card, List<Component> components, Fraction? cap)
    {
        var sum = components.Aggregate(
            Fraction.Zero,
            (all, component) => all + (card.Result.Components.FirstOrDefault(points => points.Code == component.Code)?.Maximum ?? 0));
        return card.Round(Capped(sum, cap) ?? sum);
    }

    private static Fraction? Capped(Fraction? points, Fraction? cap) =>
        points is { } sum && cap is { } most ? Fraction.Min(sum, most) : points;

    private static decimal? Rounded(PrintedCard card, Fraction? points) => points is { } known ? card.Round(known) : null;
}
