using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>The points that part equal totals, rounded as printed, in the order of the method.</summary>
internal sealed class TieKeyColumns
{
    private readonly (double[] Points, double[] Error, bool Lost)[] sources;
    private readonly RoundedUnits rounding;
    private readonly double[][] into;

    public TieKeyColumns(Method method, IReadOnlyList<ComponentColumn> components, RoundedUnits rounding, double[][] into)
    {
        (this.rounding, this.into) = (rounding, into);
        sources = [.. method.TieKeys.Select(key => Source(components.First(one => key.Names(one.Component)), key))];
    }

    /// <summary>False: one of them stands too near to a boundary to tell.</summary>
    public bool TryPut(int member, int i)
    {
        for (var key = 0; key < sources.Length; key++)
        {
            if (!rounding.TryRound(new Near(sources[key].Points[i], sources[key].Error[i]), out var units))
                return false;
            into[key][member] = sources[key].Lost ? -units : units;
        }

        return true;
    }

    // What is lost on a penalty counts against the agency, as Scorecard.EarnedOn has it.
    private static (double[] Points, double[] Error, bool Lost) Source(ComponentColumn component, TieKey key)
    {
        var lost = component.Component.Block == Block.Penalty;
        if (key.IsComponent)
            return (component.Points, component.Error, lost);
        var criterion = component.Component.Criteria.Zip(component.Criteria).First(one => one.First.Code == key.Code).Second;
        return (criterion.Points, criterion.Error, lost);
    }
}
