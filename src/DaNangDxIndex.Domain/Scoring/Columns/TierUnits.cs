using System.Numerics;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// Tiers by the units of rounded totals: the bounds become the least units of each tier, so comparing is exact. Gates may be in doubt.
/// </summary>
internal sealed class TierUnits
{
    private readonly double[] _least;
    private readonly List<(int Tier, Near Least, List<ComponentColumn> Components)> _gates;

    public TierUnits(Method method, IReadOnlyList<ComponentColumn> components)
    {
        _least = [.. method.Tiers.Select(tier => LeastUnits(method, tier))];
        _least[^1] = double.NegativeInfinity;
        _gates = [.. method.Gates.Select(gate => (
            method.Tiers.TakeWhile(tier => tier.Code != gate.Tier).Count(),
            Near.Of(gate.Least),
            components.Where(column => gate.Components.Count > 0
                ? gate.Components.Contains(column.Component.Code, StringComparer.Ordinal)
                : column.Component.Block == Block.Base).ToList()))];
    }

    /// <summary>False: a component stands too near to the least share of a gate to tell.</summary>
    public bool TryOf(double units, int i, out int tier)
    {
        tier = 0;
        while (units < _least[tier])
            tier++;
        for (var gate = 0; gate < _gates.Count; gate++)
        {
            if (_gates[gate].Tier < tier)
                continue;
            if (Bites(_gates[gate].Least, _gates[gate].Components, i) is not { } bites)
                return false;
            if (!bites)
                continue;
            tier = _gates[gate].Tier + 1;
            gate = -1;
        }

        return true;
    }

    private static bool? Bites(Near share, List<ComponentColumn> components, int i)
    {
        var bites = false;
        foreach (var component in components)
        {
            var distance = new Near(component.Points[i], component.Error[i]) - (share * new Near(
                component.Maximum[i], component.MaximumError[i]));
            if (distance.Error > 0 && Math.Abs(distance.Value) <= 2 * distance.Error)
                return null;
            bites |= distance.Value < 0;
        }

        return bites;
    }

    private static double LeastUnits(Method method, Tier tier)
    {
        var units = method.PointsAt(tier) * Fraction.Of(BigInteger.Pow(10, method.Decimals), BigInteger.One);
        var whole = BigInteger.DivRem(units.Numerator, units.Denominator, out var rest);
        return (double)(method.TierBounds == TierBounds.LowerInclusive && rest.IsZero ? whole : whole + 1);
    }
}
