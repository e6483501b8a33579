using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// Totals of a group, block by block, in the order of the method (see <see cref="Totalling"/>, which does the same in fractions).
/// </summary>
internal sealed class ScoreColumns
{
    private readonly Method method;
    private readonly GroupFigures figures;
    private readonly GroupScores scores;
    private readonly List<ComponentColumn> components;
    private readonly RoundedUnits rounding;
    private readonly TierUnits tiers;
    private readonly TieKeyColumns ties;
    private readonly Near scale;
    private readonly Near? bonusCap;
    private readonly Near? penaltyCap;
    private readonly Near leastApplicable;
    private readonly bool wholeIsScale;
    private readonly double wholeBase;

    public ScoreColumns(GroupFigures figures, GroupBest best, bool[][] applies, GroupScores scores)
    {
        (this.figures, this.scores, method) = (figures, scores, figures.Set.Method);
        rounding = new RoundedUnits(method.Decimals, method.Mode);
        var (stage, next) = (method.Stage == RoundingStage.Component ? rounding : null, 0);
        components = [.. figures.Set.Components.Select(component => new ComponentColumn(
            component,
            [.. component.Criteria.Select(criterion => new CriterionColumn(criterion, component.Block, figures, best, applies[next++]))],
            stage))];
        tiers = new TierUnits(method, components);
        ties = new TieKeyColumns(method, components, rounding, scores.TieKeys);
        scale = Near.Of(method.Scale);
        (bonusCap, penaltyCap) = (method.BonusCap is { } bonus ? Near.Of(bonus) : null,
            method.PenaltyCap is { } penalty ? Near.Of(penalty) : null);
        var whole = figures.Set.Components.Where(component => component.Block == Block.Base)
            .Aggregate(Fraction.Zero, (sum, one) => sum + one.Maximum);
        (wholeIsScale, leastApplicable) = (whole == method.Scale, Near.Of(method.LeastApplicable * whole));
        wholeBase = components.Where(one => one.Component.Block == Block.Base).Aggregate(0.0, (sum, one) => sum + one.WholeMaximum);
    }

    /// <summary>Scores what doubles can decide and returns the members they cannot.</summary>
    public List<int> Run()
    {
        var (doubt, undecided) = (new bool[ShareBlock.Size], new List<int>());
        for (var first = 0; first < figures.Members.Count; first += ShareBlock.Size)
        {
            var count = Math.Min(ShareBlock.Size, figures.Members.Count - first);
            Array.Clear(doubt);
            foreach (var component in components)
                component.Evaluate(first, count, doubt);
            for (var i = 0; i < count; i++)
            {
                if (doubt[i] || !TryTotal(first + i, i))
                    undecided.Add(first + i);
            }
        }

        return undecided;
    }

    /// <summary>Takes the exact result of a member that stood too near to a boundary.</summary>
    public void Put(int member, Scorecard card)
    {
        var tier = card.Tier is null ? GroupScores.NoTier : method.Tiers.TakeWhile(one => one.Code != card.Tier.Code).Count();
        scores.Put(member, Units(card.ApplicableMaximum), Units(card.Converted), Units(card.Total), tier, card.Ranked);
        for (var key = 0; key < scores.TieKeys.Length; key++)
            scores.TieKeys[key][member] = Units(card.EarnedOn(method.TieKeys[key]));
    }

    private double Units(Fraction number) => (double)(method.Round(number) * (decimal)Math.Pow(10, method.Decimals));

    private bool TryTotal(int member, int i)
    {
        var (points, maximum) = (Sum(Block.Base, i), Applicable(i));
        var nothing = maximum.Value == 0;
        var converted = nothing ? default : Converted(points, maximum);
        var bonus = nothing ? default : Capped(Sum(Block.Bonus, i), bonusCap);
        var beforeCap = Near.Max(default, converted + bonus - Capped(Sum(Block.Penalty, i), penaltyCap));
        var total = method.Cap == TotalCap.Total ? Near.Min(scale, beforeCap) : beforeCap;
        if (!rounding.TryRound(total, out var units) || !rounding.TryRound(converted, out var convertedUnits)
            || !rounding.TryRound(maximum, out var maximumUnits) || !tiers.TryOf(units, i, out var tier) || !ties.TryPut(member, i))
        {
            return false;
        }

        var distance = maximum - leastApplicable;
        if (!nothing && distance.Error > 0 && Math.Abs(distance.Value) <= 2 * distance.Error)
            return false;
        scores.Put(member, maximumUnits, convertedUnits, units, nothing ? GroupScores.NoTier : tier, figures.Members[member].Ranked
            && !nothing && distance.Value >= 0);
        return true;
    }

    // Where nothing was excluded and the maxima add up to the scale, converting changes nothing, not even in doubles.
    private Near Converted(Near points, Near maximum)
    {
        if (wholeIsScale && maximum.Value == wholeBase)
            return points;
        var factor = scale.Value / maximum.Value;
        return points * new Near(factor, factor * ((scale.Error / scale.Value) + (2 * maximum.Error / maximum.Value) + (4 * Near.Unit)));
    }

    private Near Sum(Block block, int i)
    {
        var sum = default(Near);
        foreach (var component in components)
        {
            if (component.Component.Block == block)
                sum += new Near(component.Points[i], component.Error[i]);
        }

        return sum;
    }

    private Near Applicable(int i)
    {
        var sum = default(Near);
        foreach (var component in components)
        {
            if (component.Component.Block == Block.Base)
                sum += new Near(component.Maximum[i], component.MaximumError[i]);
        }

        return sum;
    }

    private static Near Capped(Near points, Near? cap) => cap is null ? points : Near.Min(cap.Value, points);
}
