namespace DaNangDxIndex.Criteria.Notation;

internal sealed class NotationWriter(Func<string, Figure?> figure, string culture)
{
    private static readonly Fraction FarAboveOne = 10;

    public string Write(Rule rule) => rule switch
    {
        Linear linear => $"{T(NotationWords.Linear)} {Of(linear.Of)}: "
            + $"{T(NotationWords.From)} {Bound(linear.From, linear.Of)} {T(NotationWords.To)} {To(linear)}",
        Steps steps => $"{T(NotationWords.Steps)} {Of(steps.Of)}: "
            + string.Join("; ", steps.Levels.Select(level => $"{Bound(level.At, steps.Of)} = {Share(level.Share)}")),
        Choice choice => $"{T(NotationWords.Choice)} {choice.Of}: "
            + string.Join("; ", choice.Options.Select(option => $"{option.Option} = {Share(option.Share)}")),
        Sum sum => $"{T(NotationWords.Sum)}{Cap(sum)}: "
            + string.Join("; ", sum.Of.Select(part => $"{Share(part.Weight)} × ({Write(part.Rule)})")),
        Best best => $"{T(NotationWords.Best)}: " + string.Join("; ", best.Of.Select(part => $"({Write(part)})")),
        _ => "",
    };

    /// <summary>"a + b - c", and "-a" where the first is taken away.</summary>
    public static string Terms(IReadOnlyList<Term> terms) => string.Concat(terms.Select((term, index) => (index, term.Minus) switch
    {
        (0, false) => term.Figure,
        (0, true) => "- " + term.Figure,
        (_, false) => " + " + term.Figure,
        (_, true) => " - " + term.Figure,
    }));

    private static string Of(Quantity quantity) =>
        quantity.IsRatio ? $"{Terms(quantity.Sum)} / {Terms(quantity.Over)}" : Terms(quantity.Sum);

    private string To(Linear linear) => linear.Target switch
    {
        Target.Number => Bound(linear.To, linear.Of),
        Target.Highest => T(NotationWords.Highest),
        Target.Lowest => T(NotationWords.Lowest),
    };

    private string Cap(Sum sum) => sum.Cap == Fraction.One ? "" : $" {T(NotationWords.AtMost)} {Share(sum.Cap)}";

    // As the file writes them: percent figures run to 100, the share of a thing in the same thing is said in percent.
    private string Bound(Fraction bound, Quantity quantity)
    {
        if (!quantity.IsRatio)
            return quantity.Sum.All(term => figure(term.Figure)?.Kind == FigureKind.Percent) ? Number(bound) + "%" : Number(bound);
        var sameThing = figure(quantity.Sum[0].Figure)?.Unit is { } unit && unit == figure(quantity.Over[0].Figure)?.Unit;
        return sameThing || bound > FarAboveOne ? Share(bound, always: bound > FarAboveOne) : Number(bound);
    }

    // "50%" where the percentage ends, "1/3" where it does not.
    private string Share(Fraction share, bool always = false)
    {
        var percent = share * 100;
        return always || percent.Rounded(4, RoundingMode.HalfUp) == percent ? Number(percent) + "%" : Number(share);
    }

    private string Number(Fraction number) => NotationNumber.Write(number, culture);

    private string T(Bilingual word) => word.In(culture);
}
