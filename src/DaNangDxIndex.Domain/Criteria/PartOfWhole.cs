namespace DaNangDxIndex.Criteria;

/// <summary>Which ratios set a part against its whole, so that more than 1 says that the figures cannot both be right.</summary>
public static class PartOfWhole
{
    /// <summary>
    /// True where the denominator is one figure and the numerator counts in its unit ("files handled online" over "files received").
    /// A figure that the office gives for an agency's own to be measured by is a number required, which may be passed, and no whole.
    /// </summary>
    public static bool Is(Quantity quantity, Func<string, Figure?> figureOf)
    {
        if (quantity.Over is not [{ Minus: false } over] || figureOf(over.Figure) is not { Unit: { } unit } whole)
            return false;
        return quantity.Sum.All(term => figureOf(term.Figure) is { } part && part.Unit == unit && !IsRequired(whole, part));
    }

    private static bool IsRequired(Figure whole, Figure part) => whole.Source == FigureSource.Office && part.Source != FigureSource.Office;
}
