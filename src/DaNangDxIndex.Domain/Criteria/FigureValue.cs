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

    /// <summary>
    /// Reads the invariant text of files and API: a number with a point ("3468", "98.06", at most 18 digits before it and 28 in all), "yes"/"no"
    /// (or 1/0), or an option's code. Empty text is blank and gives neither value nor refusal.
    /// </summary>
    public static FigureReading Read(Figure figure, string? text) => throw new NotSupportedException();

    /// <summary>Why this number cannot be a value of the figure (whole, not below zero, within its bounds), or null.</summary>
    public static Bilingual? Refusal(Figure figure, decimal number) => throw new NotSupportedException();

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

/// <summary>A value, a refusal that says what to write, or neither: blank.</summary>
public sealed record FigureReading(FigureValue? Value, Bilingual? Refusal);
