using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>The points that part equal totals, rounded as printed, in the order of the method.</summary>
internal sealed class TieKeyColumns
{
    private readonly (double[] Points, double[] Error, bool Lost)[] _sources;
    private readonly RoundedUnits _rounding;
    private readonly double[][] _into;

    public TieKeyColumns(Method method, IReadOnlyList<ComponentColumn> components, RoundedUnits rounding, double[][] into)
    {
        (_rounding, _into) = (rounding, into);
        _sources = [.. method.TieKeys.Select(key => Source(components.First(column => key.Names(column.Component)), key))];
    }

    /// <summary>False: one of them stands too near to a boundary to tell.</summary>
    public bool TryPut(int member, int i)
    {
        for (var key = 0; key < _sources.Length; key++)
        {
            if (!_rounding.TryRound(new Near(_sources[key].Points[i], _sources[key].Error[i]), out var units))
                return false;
            _into[key][member] = _sources[key].Lost ? -units : units;
        }

        return true;
    }

    // What is lost on a penalty counts against the agency, as Scorecard.EarnedOn has it.
    private static (double[] Points, double[] Error, bool Lost) Source(ComponentColumn component, TieKey key)
    {
        var lost = component.Component.Block == Block.Penalty;
        if (key.IsComponent)
            return (component.Points, component.Error, lost);
        var criterion = component.Component.Criteria.Zip(component.Criteria).First(pair => pair.First.Code == key.Code).Second;
        return (criterion.Points, criterion.Error, lost);
    }
}
