using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Points and counted maxima of one component for a batch of agencies.</summary>
internal sealed class ComponentColumn(Component component, IReadOnlyList<CriterionColumn> criteria, RoundedUnits? rounding)
{
    private readonly Near[] _maxima = [.. component.Criteria.Select(criterion => Near.Of(criterion.Maximum))];

    public Component Component { get; } = component;

    public IReadOnlyList<CriterionColumn> Criteria { get; } = criteria;

    /// <summary>The maximum with everything counted, added in the same order as <see cref="Maximum"/>.</summary>
    public double WholeMaximum => _maxima.Aggregate(0.0, (sum, maximum) => sum + maximum.Value);

    public double[] Points { get; } = new double[ShareBatch.Size];

    public double[] Error { get; } = new double[ShareBatch.Size];

    public double[] Maximum { get; } = new double[ShareBatch.Size];

    public double[] MaximumError { get; } = new double[ShareBatch.Size];

    public void Evaluate(int first, int count, bool[] doubt)
    {
        foreach (var values in (double[][])[Points, Error, Maximum, MaximumError])
            Array.Clear(values, 0, count);
        for (var criterion = 0; criterion < Criteria.Count; criterion++)
        {
            Criteria[criterion].Evaluate(first, count, doubt);
            Add(Criteria[criterion], _maxima[criterion], count);
        }

        for (var i = 0; rounding is not null && i < count; i++)
        {
            doubt[i] |= !rounding.TryRound(new Near(Points[i], Error[i]), out var units);
            (Points[i], Error[i]) = rounding.ToNear(units);
        }
    }

    private void Add(CriterionColumn criterion, Near maximum, int count)
    {
        var (points, errors) = (Points, Error);
        var (added, addedErrors, counts) = (criterion.Points, criterion.Error, criterion.Counts);
        for (var i = 0; i < count; i++)
        {
            (points[i], errors[i]) = new Near(points[i], errors[i]) + new Near(added[i], addedErrors[i]);
            if (counts[i])
                (Maximum[i], MaximumError[i]) = new Near(Maximum[i], MaximumError[i]) + maximum;
        }
    }
}
