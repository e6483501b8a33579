using DaNangDxIndex.Criteria;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scoring;

/// <summary>Quantities, bounds and values in one language.</summary>
internal sealed class QuantityWording(CriteriaSet set, string language)
{
    /// <summary>“Hồ sơ trực tuyến”/“Hồ sơ tiếp nhận”.</summary>
    public string Name(Quantity quantity) => Joined(quantity, term => $"“{set.Figure(term.Figure)?.Name.In(language) ?? term.Figure}”");

    /// <summary>
    /// 3.468/3.471 = 99,91%; 130/139 = 0,9353. What is divided has two decimals as a percentage and four as a number, unless a sum behind
    /// it needs others; everything else is printed as it was entered.
    /// </summary>
    /// <param name="decimals">Those of the sum that goes on with the value, so that a reader can redo it; null where there is none.</param>
    public string Worked(Quantity quantity, Fraction value, IReadOnlyDictionary<string, FigureValue> figures, int? decimals = null)
    {
        var written = Joined(quantity, term => NumberText.Plain(figures[term.Figure].Number, language));
        if (quantity.IsRatio)
            return $"{written} = {Amount(quantity, value, decimals ?? (IsPercentRatio(quantity) ? 2 : 4))}";
        return quantity.Sum.Count > 1 || quantity.Sum[0].Minus
            ? $"{written} = {Amount(quantity, value)}"
            : $"{Name(quantity)}: {(IsYesNo(quantity) ? YesNo(value) : Amount(quantity, value))}";
    }

    /// <summary>
    /// A number in the quantity's measure: with "%" for shares and percent figures, else with the unit, and at most so many decimals.
    /// </summary>
    public string Amount(Quantity quantity, Fraction value, int decimals = 4)
    {
        if (IsPercentRatio(quantity))
            return NumberText.Percent(value, language, decimals);
        var first = quantity.IsRatio ? null : set.Figure(quantity.Sum[0].Figure);
        if (first?.Kind == FigureKind.Percent)
            return NumberText.Percent(value / 100, language, decimals);
        var number = NumberText.Plain(value, language, decimals);
        return first?.Unit is { } unit ? NumberText.With(number, UnitName.For(value, unit, language)) : number;
    }

    /// <summary>The share of one thing in the same thing, read as percent: applications online of applications received.</summary>
    public bool IsPercentRatio(Quantity quantity) =>
        quantity.IsRatio && set.Figure(quantity.Sum[0].Figure)?.Unit == set.Figure(quantity.Over[0].Figure)?.Unit;

    /// <summary>A number that cannot be above 100%: one part of a whole, or a percent figure.</summary>
    public bool EndsAtHundred(Quantity quantity, Fraction value) => quantity.IsRatio
        ? IsPercentRatio(quantity) && value == Fraction.One
        : set.Figure(quantity.Sum[0].Figure) is { Kind: FigureKind.Percent } && value == 100;

    /// <summary>The unit of a single count, which one can name one by one; null for everything else.</summary>
    public Bilingual? CountedUnit(Quantity quantity) =>
        !quantity.IsRatio && quantity.Sum is [{ Minus: false }]
            && set.Figure(quantity.Sum[0].Figure) is { Kind: FigureKind.Count, Unit: { } unit }
            ? unit
            : null;

    /// <summary>The figures alone, where no value follows from them: 0/0.</summary>
    public string Figures(Quantity quantity, IReadOnlyDictionary<string, FigureValue> figures) =>
        Joined(quantity, term => NumberText.Plain(figures[term.Figure].Number, language));

    /// <summary>One figure as it was entered: "12 văn bản", "có", the name of an option.</summary>
    public string ValueOf(Figure figure, FigureValue value)
    {
        if (value.Option is { } option)
            return figure.Options.FirstOrDefault(figureOption => figureOption.Code == option)?.Name.In(language) ?? option;
        return figure.Kind == FigureKind.YesNo
            ? YesNo(value.Number)
            : Amount(new Quantity([new Term(figure.Code, Minus: false)], []), value.Number);
    }

    /// <summary>A single answer of yes or no.</summary>
    public bool IsYesNo(Quantity quantity) =>
        !quantity.IsRatio && quantity.Sum is [{ Minus: false }] && set.Figure(quantity.Sum[0].Figure)?.Kind == FigureKind.YesNo;

    public string YesNo(Fraction value) => (language, value.IsZero) switch
    {
        ("en", true) => "no",
        ("en", false) => "yes",
        (_, true) => "không",
        (_, false) => "có",
    };

    private static string Joined(Quantity quantity, Func<Term, string> write)
    {
        var sum = Joined(quantity.Sum, write);
        if (!quantity.IsRatio)
            return sum;
        return $"{Bracketed(quantity.Sum, sum)}/{Bracketed(quantity.Over, Joined(quantity.Over, write))}";
    }

    private static string Bracketed(IReadOnlyList<Term> terms, string text) => terms.Count > 1 ? $"({text})" : text;

    private static string Joined(IReadOnlyList<Term> terms, Func<Term, string> write) =>
        string.Concat(terms.Select((term, index) => (index, term.Minus) switch
        {
            (0, false) => write(term),
            (0, true) => "−" + write(term),
            (_, false) => " + " + write(term),
            (_, true) => " − " + write(term),
        }));
}
