namespace DaNangDxIndex.Appraisal;

/// <summary>
/// How far two judges agree beyond chance: Cohen's kappa with weights (1968), exact. 1 is full agreement, 0 no more than chance would give,
/// below 0 less.
/// </summary>
public static class Kappa
{
    /// <param name="pairs">The categories that the first and the second judge chose, with how often.</param>
    /// <param name="weight">How grave it is to choose the one where the other was chosen; 0 for the same.</param>
    /// <returns>Null where chance alone would leave nothing to disagree on: nobody varies.</returns>
    public static Fraction? Of<T>(IReadOnlyCollection<(T First, T Second, Fraction Times)> pairs, Func<T, T, Fraction> weight)
        where T : notnull
    {
        var all = Sum(pairs.Select(pair => pair.Times));
        if (all.IsZero)
            return null;
        var (rows, columns) = (Margins(pairs, pair => pair.First), Margins(pairs, pair => pair.Second));
        var observed = Sum(pairs.Select(pair => weight(pair.First, pair.Second) * pair.Times)) / all;
        var expected = Sum(rows.SelectMany(row => columns.Select(
            column => weight(row.Key, column.Key) * row.Value * column.Value))) / (all * all);
        return expected.IsZero ? null : Fraction.One - (observed / expected);
    }

    private static Dictionary<T, Fraction> Margins<T>(
        IEnumerable<(T First, T Second, Fraction Times)> pairs, Func<(T First, T Second, Fraction Times), T> side)
        where T : notnull =>
        pairs.GroupBy(side).ToDictionary(same => same.Key, same => Sum(same.Select(pair => pair.Times)));

    private static Fraction Sum(IEnumerable<Fraction> values) => values.Aggregate(Fraction.Zero, (sum, value) => sum + value);
}
