using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// Totals of a group, batch by batch, in the order of the method (see <see cref="Totalling"/>, which does the same in fractions).
/// </summary>
internal sealed class ScoreColumns
{
    private readonly Method _method;
    private readonly GroupFigures _figures;
    private readonly GroupScores _scores;
    private readonly List<ComponentColumn> _components;
    private readonly RoundedUnits _rounding;
    private readonly TierUnits _tiers;
    private readonly TieKeyColumns _ties;
    private readonly Near _scale;
    private readonly Near? _bonusCap;
    private readonly Near? _penaltyCap;
    private readonly Near _leastApplicable;
    private readonly bool _wholeIsScale;
    private readonly double _wholeBase;

    public ScoreColumns(GroupFigures figures, GroupBest best, bool[][] applies, GroupScores scores)
    {
        (_figures, _scores, _method) = (figures, scores, figures.Set.Method);
        _rounding = new RoundedUnits(_method.Decimals, _method.Mode);
        var (stage, next) = (_method.Stage == RoundingStage.Component ? _rounding : null, 0);
        _components = [.. figures.Set.Components.Select(component => new ComponentColumn(
            component,
            [.. component.Criteria.Select(criterion => new CriterionColumn(criterion, component.Block, figures, best, applies[next++]))],
            stage))];
        _tiers = new TierUnits(_method, _components);
        _ties = new TieKeyColumns(_method, _components, _rounding, scores.TieKeys);
        _scale = Near.Of(_method.Scale);
        (_bonusCap, _penaltyCap) = (_method.BonusCap is { } bonus ? Near.Of(bonus) : null,
            _method.PenaltyCap is { } penalty ? Near.Of(penalty) : null);
        var whole = figures.Set.Components.Where(component => component.Block == Block.Base)
            .Aggregate(Fraction.Zero, (sum, component) => sum + component.Maximum);
        (_wholeIsScale, _leastApplicable) = (whole == _method.Scale, Near.Of(_method.LeastApplicable * whole));
        _wholeBase = _components.Where(column => column.Component.Block == Block.Base).Aggregate(
            0.0, (sum, column) => sum + column.WholeMaximum);
    }

    /// <summary>Scores what doubles can decide and returns the members they cannot.</summary>
    public List<int> Run()
    {
        var (doubt, undecided) = (new bool[ShareBatch.Size], new List<int>());
        for (var first = 0; first < _figures.Members.Count; first += ShareBatch.Size)
        {
            var count = Math.Min(ShareBatch.Size, _figures.Members.Count - first);
            Array.Clear(doubt);
            foreach (var component in _components)
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
        var tier = card.Tier is null ? GroupScores.NoTier : _method.Tiers.TakeWhile(above => above.Code != card.Tier.Code).Count();
        _scores.Put(member, Units(card.ApplicableMaximum), Units(card.Converted), Units(card.Total), tier, card.Ranked);
        for (var key = 0; key < _scores.TieKeys.Length; key++)
            _scores.TieKeys[key][member] = Units(card.EarnedOn(_method.TieKeys[key]));
    }

    private double Units(Fraction number) => (double)(_method.Round(number) * (decimal)Math.Pow(10, _method.Decimals));

    private bool TryTotal(int member, int i)
    {
        var (points, maximum) = (Sum(Block.Base, i), Applicable(i));
        var nothing = maximum.Value == 0;
        var converted = nothing ? default : Converted(points, maximum);
        var bonus = nothing ? default : Capped(Sum(Block.Bonus, i), _bonusCap);
        var beforeCap = Near.Max(default, converted + bonus - Capped(Sum(Block.Penalty, i), _penaltyCap));
        var total = _method.Cap == TotalCap.Total ? Near.Min(_scale, beforeCap) : beforeCap;
        if (!_rounding.TryRound(total, out var units) || !_rounding.TryRound(converted, out var convertedUnits)
            || !_rounding.TryRound(maximum, out var maximumUnits) || !_tiers.TryOf(units, i, out var tier) || !_ties.TryPut(member, i))
        {
            return false;
        }

        var distance = maximum - _leastApplicable;
        if (!nothing && distance.Error > 0 && Math.Abs(distance.Value) <= 2 * distance.Error)
            return false;
        _scores.Put(member, maximumUnits, convertedUnits, units, nothing ? GroupScores.NoTier : tier, _figures.Members[member].Ranked
            && !nothing && distance.Value >= 0);
        return true;
    }

    // Where nothing was excluded and the maxima add up to the scale, converting changes nothing, not even in doubles.
    private Near Converted(Near points, Near maximum)
    {
        if (_wholeIsScale && maximum.Value == _wholeBase)
            return points;
        var factor = _scale.Value / maximum.Value;
        return points * new Near(factor, factor * ((_scale.Error / _scale.Value) + (2 * maximum.Error / maximum.Value) + (4 * Near.Unit)));
    }

    private Near Sum(Block block, int i)
    {
        var sum = default(Near);
        foreach (var component in _components)
        {
            if (component.Component.Block == block)
                sum += new Near(component.Points[i], component.Error[i]);
        }

        return sum;
    }

    private Near Applicable(int i)
    {
        var sum = default(Near);
        foreach (var component in _components)
        {
            if (component.Component.Block == Block.Base)
                sum += new Near(component.Maximum[i], component.MaximumError[i]);
        }

        return sum;
    }

    private static Near Capped(Near points, Near? cap) => cap is null ? points : Near.Min(cap.Value, points);
}
