using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>Values of figures as sentences say them: "3.468 hồ sơ", "93,3%", "có", an option by its name.</summary>
public static class FigureInWords
{
    /// <param name="text">Invariant text as it is stored; null is blank.</param>
    /// <param name="blank">What is said of a blank.</param>
    public static Bilingual Value(CriteriaSet set, Figure figure, string? text, Bilingual blank)
    {
        var value = FigureValue.Read(figure, text).Value;
        return value is null ? blank : new(Value(set, figure, value.Value, "vi"), Value(set, figure, value.Value, "en"));
    }

    internal static string Value(CriteriaSet set, Figure figure, FigureValue value, string language)
    {
        var quantities = new QuantityWording(set, language);
        if (value.Option is { } option)
            return figure.Options.FirstOrDefault(figureOption => figureOption.Code == option)?.Name.In(language) ?? option;
        if (figure.Kind == FigureKind.YesNo)
            return quantities.YesNo(value.Number);
        return quantities.Amount(new Quantity([new Term(figure.Code, Minus: false)], []), value.Number);
    }
}
