using System.Globalization;

namespace DaNangDxIndex.Criteria;

/// <summary>
/// The value of a figure: a number (yes is 1, no is 0), or the code of an option. A blank figure has no value at all: it is absent, never zero.
/// </summary>
public readonly record struct FigureValue
{
    private FigureValue(decimal number, string? option)
    {
        Number = number;
        Option = option;
    }

    /// <summary>The number; 0 where the figure is a choice.</summary>
    public decimal Number { get; }

    /// <summary>The option's code; null where the figure is a number.</summary>
    public string? Option { get; }

    public static FigureValue Yes => Of(1);

    public static FigureValue No => Of(0);

    public static FigureValue Of(decimal number) => new(number, null);

    public static FigureValue Chosen(string option) => new(0, option);

    /// <summary>The value as files and the API write it: "3468", "98.06", "yes", "no", or the option's code.</summary>
    public string Write(Figure figure)
    {
        if (Option is not null)
            return Option;
        return figure.Kind == FigureKind.YesNo
            ? Number == 0 ? "no" : "yes"
            : Number.ToString("0.############################", CultureInfo.InvariantCulture);
    }
}
