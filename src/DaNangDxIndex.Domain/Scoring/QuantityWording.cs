using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Quantities, bounds and values in one language.</summary>
internal sealed class QuantityWording(CriteriaSet set, string language)
{
    /// <summary>“Hồ sơ trực tuyến” / “Hồ sơ tiếp nhận”.</summary>
    public string Name(Quantity quantity) => Joined(quantity, term => $"“{set.Figure(term.Figure)?.Name.In(language) ?? term.Figure}”");

    /// <summary>3.468 / 3.471 = 99,91 %.</summary>
    public string Worked(Quantity quantity, Fraction value, IReadOnlyDictionary<string, FigureValue> figures)
    {
        var written = Joined(quantity, term => NumberText.Plain(figures[term.Figure].Number, language));
        return quantity.IsRatio || quantity.Sum.Count > 1 || quantity.Sum[0].Minus
            ? $"{written} = {Amount(quantity, value)}"
            : $"{Name(quantity)}: {(IsYesNo(quantity) ? YesNo(value) : Amount(quantity, value))}";
    }

    /// <summary>A number in the quantity's measure: with "%" for shares and percent figures, else with the unit.</summary>
    public string Amount(Quantity quantity, Fraction value)
    {
        var first = set.Figure(quantity.Sum[0].Figure);
        if (quantity.IsRatio)
        {
            return first?.Unit == set.Figure(quantity.Over[0].Figure)?.Unit
                ? NumberText.Percent(value, language)
                : NumberText.Plain(value, language);
        }

        if (first?.Kind == FigureKind.Percent)
            return NumberText.Percent(value / 100, language);
        var number = NumberText.Plain(value, language);
        return first?.Unit is { } unit ? $"{number} {UnitOf(unit, value)}" : number;
    }

    /// <summary>The figures alone, where no value follows from them: 0/0.</summary>
    public string Figures(Quantity quantity, IReadOnlyDictionary<string, FigureValue> figures) =>
        Joined(quantity, term => NumberText.Plain(figures[term.Figure].Number, language));

    /// <summary>One figure as it was entered: "12 văn bản", "có", the name of an option.</summary>
    public string ValueOf(Figure figure, FigureValue value)
    {
        if (value.Option is { } option)
            return figure.Options.FirstOrDefault(one => one.Code == option)?.Name.In(language) ?? option;
        return figure.Kind == FigureKind.YesNo ? YesNo(value.Number) : Amount(new Quantity([new Term(figure.Code, Minus: false)], []), value.Number);
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

    // Units are written in the plural; English has a singular as well.
    private string UnitOf(Bilingual unit, Fraction value) =>
        language == "en" && value == Fraction.One && unit.En.EndsWith('s') && !unit.En.EndsWith("ss", StringComparison.Ordinal) ? unit.En[..^1] : unit.In(language);

    private static string Joined(Quantity quantity, Func<Term, string> write)
    {
        var sum = Joined(quantity.Sum, write);
        if (!quantity.IsRatio)
            return sum;
        return $"{Bracketed(quantity.Sum, sum)} / {Bracketed(quantity.Over, Joined(quantity.Over, write))}";
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
