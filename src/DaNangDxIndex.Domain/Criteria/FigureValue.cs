using System.Globalization;

namespace DaNangDxIndex.Criteria;

/// <summary>
/// The value of a figure: a number (yes is 1, no is 0), or the code of an
/// option. A blank figure has no value at all: it is absent, never zero.
/// </summary>
public readonly record struct FigureValue
{
    private FigureValue(decimal number, string? option)
    {
        Number = number;
        Option = option;
    }

    public static FigureValue Yes => Of(1);

    public static FigureValue No => Of(0);

    /// <summary>The number; 0 where the figure is a choice.</summary>
    public decimal Number { get; }

    /// <summary>The option's code; null where the figure is a number.</summary>
    public string? Option { get; }

    public static FigureValue Of(decimal number) => new(number, null);

    public static FigureValue Chosen(string option) => new(0, option);

    /// <summary>
    /// Reads the invariant text of files and API: a number with a point ("3468", "98.06", at most 18 digits before it and
    /// 28 in all), "yes"/"no" (or 1/0), or an option's code. Empty text is blank and gives neither value nor refusal.
    /// </summary>
    public static FigureReading Read(Figure figure, string? text)
    {
        var trimmed = text?.Trim(' ');
        if (string.IsNullOrEmpty(trimmed))
            return new FigureReading(null, null);
        return figure.Kind switch
        {
            FigureKind.YesNo => ReadYesNo(trimmed),
            FigureKind.Choice => ReadOption(figure, trimmed),
            FigureKind.Count or FigureKind.Number or FigureKind.Percent => ReadNumber(figure, trimmed),
        };
    }

    /// <summary>The value as files and the API write it: "3468", "98.06", "yes", "no", or the option's code.</summary>
    public string Write(Figure figure)
    {
        if (Option is not null)
            return Option;
        return figure.Kind == FigureKind.YesNo
            ? Number == 0 ? "no" : "yes"
            : Number.ToString("0.############################", CultureInfo.InvariantCulture);
    }

    private static FigureReading ReadYesNo(string text) => text switch
    {
        "yes" or "1" => new FigureReading(Yes, null),
        "no" or "0" => new FigureReading(No, null),
        _ => Refuse($"“{text}” không hợp lệ: viết yes hoặc no.", $"\"{text}\" is not valid: write yes or no."),
    };

    private static FigureReading ReadOption(Figure figure, string text)
    {
        if (figure.Options.Any(option => option.Code == text))
            return new FigureReading(Chosen(text), null);
        var list = string.Join(", ", figure.Options.Select(option => option.Code));
        return Refuse(
            $"“{text}” không phải phương án của số liệu này: chọn {list}.",
            $"\"{text}\" is not an option of this figure: choose one of {list}.");
    }

    private static FigureReading ReadNumber(Figure figure, string text)
    {
        if (!IsNumber(text))
            return Refuse(
                $"“{text}” không phải số: viết như 3468 hoặc 98.06, dấu chấm thập phân, không có dấu phân nhóm.",
                $"\"{text}\" is not a number: write it like 3468 or 98.06, with a decimal point and without groups.");
        var number = decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return FigureBounds.Refusal(figure, number) is { } refusal ? new FigureReading(null, refusal) : new FigureReading(Of(number), null);
    }

    private static bool IsNumber(string text)
    {
        var digits = text.StartsWith('-') ? text.AsSpan(1) : text;
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var decimals = point < 0 ? [] : digits[(point + 1)..];
        return whole.Length is > 0 and <= 18 && whole.Length + decimals.Length <= 28 && (point < 0 || decimals.Length > 0)
            && !whole.ContainsAnyExceptInRange('0', '9') && !decimals.ContainsAnyExceptInRange('0', '9');
    }

    private static FigureReading Refuse(string vi, string en) => new(null, new Bilingual(vi, en));
}

/// <summary>A value, a refusal that says what to write, or neither: blank.</summary>
public readonly record struct FigureReading(FigureValue? Value, Bilingual? Refusal);
