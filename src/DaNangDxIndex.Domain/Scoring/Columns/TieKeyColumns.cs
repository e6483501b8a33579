using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>The points that part equal totals, rounded as printed, in the order of the method.</summary>
internal sealed class TieKeyColumns
{
    private readonly (double[] Points, double[] Error)[] sources;
    private readonly RoundedUnits rounding;
    private readonly double[][] into;

    public TieKeyColumns(Method method, IReadOnlyList<ComponentColumn> components, RoundedUnits rounding, double[][] into)
    {
        (this.rounding, this.into) = (rounding, into);
        sources = [.. method.TieKeys.Select(key => key.IsComponent ? Component(components, key.Code) : Criterion(components, key.Code))];
    }

    /// <summary>False: one of them stands too near to a boundary to tell.</summary>
    public bool TryPut(int member, int i)
    {
        for (var key = 0; key < sources.Length; key++)
        {
            if (!rounding.TryRound(new Near(sources[key].Points[i], sources[key].Error[i]), out var units))
                return false;
            into[key][member] = units;
        }

        return true;
    }

    private static (double[] Points, double[] Error) Component(IReadOnlyList<ComponentColumn> components, string code)
    {
        var found = components.First(one => one.Component.Code == code);
        return (found.Points, found.Error);
    }

    private static (double[] Points, double[] Error) Criterion(IReadOnlyList<ComponentColumn> components, string code)
    {
        var found = components.SelectMany(one => one.Component.Criteria.Zip(one.Criteria)).First(one => one.First.Code == code).Second;
        return (found.Points, found.Error);
    }
}
