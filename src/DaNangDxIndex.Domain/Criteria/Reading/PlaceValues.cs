using System.Globalization;
using System.Text.Json;

namespace DaNangDxIndex.Criteria.Reading;

/// <summary>Texts, codes, numbers and words of a fixed list, each with the message that helps.</summary>
internal static class PlaceValues
{
    private const int MostDigits = 18;

    public static Bilingual? Words(this Place place)
    {
        if (place.Kind == JsonValueKind.String)
            return place.Text() is { } same ? new Bilingual(same, same) : null;
        if (!place.IsObjectOf("vi", "en"))
            return null;
        var (vi, en) = (place.Required("vi")?.Text(), place.Required("en")?.Text());
        return vi is null || en is null ? null : new Bilingual(vi, en);
    }

    public static string? Code(this Place place)
    {
        if (place.Kind == JsonValueKind.String && place.Text() is { } code && CodeForm.Fits(code))
            return code;
        place.Problem(CodeForm.Rule.Vi, CodeForm.Rule.En);
        return null;
    }

    public static bool Flag(this Place? place)
    {
        if (place is null)
            return false;
        if (place.Kind is JsonValueKind.True or JsonValueKind.False)
            return place.Kind == JsonValueKind.True;
        place.Problem("Ở đây cần true hoặc false.", "true or false is needed here.");
        return false;
    }

    /// <summary>An exact number: 6, 0.95, "0.95", "1/3", "95%".</summary>
    public static Fraction? Number(this Place place) =>
        place.NumberOrPercent() is { } number ? (number.Percent ? number.Value / 100 : number.Value) : null;

    /// <summary>The number as written, and whether a percent sign stood behind it.</summary>
    public static (Fraction Value, bool Percent)? NumberOrPercent(this Place place)
    {
        var text = place.Kind switch
        {
            JsonValueKind.Number => place.RawText(),
            JsonValueKind.String => place.Text(),
            _ => null,
        };
        var percent = text?.EndsWith('%') ?? false;
        var digits = percent ? text?[..^1].TrimEnd() : text;
        if (digits?.Count(char.IsAsciiDigit) <= MostDigits && Fraction.TryParse(digits, out var value))
            return (value, percent);
        place.Problem(
            "Ở đây cần một số như 6, 0.95, \"1/3\" hoặc \"95%\" (dấu chấm thập phân, nhiều nhất 18 chữ số).",
            "A number such as 6, 0.95, \"1/3\" or \"95%\" is needed here (decimal point, at most 18 digits).");
        return null;
    }

    public static Fraction? NumberBetween(this Place place, Fraction least, Fraction most)
    {
        var number = place.Number();
        if (number is null || (number >= least && number <= most))
            return number;
        place.Problem($"{number} nằm ngoài khoảng từ {least} đến {most}.", $"{number} lies outside {least} to {most}.");
        return null;
    }

    public static int? Whole(this Place place, int least, int most)
    {
        if (place.Number() is not { } number)
            return null;
        if (number.Denominator.IsOne && number >= least && number <= most)
            return (int)number.Numerator;
        place.Problem($"Ở đây cần một số nguyên từ {least} đến {most}.", $"A whole number from {least} to {most} is needed here.");
        return null;
    }

    public static decimal? Decimal(this Place place)
    {
        if (place.Number() is not { } number)
            return null;
        try
        {
            var value = number.Round(12);
            if (number == value)
                return value / 1.000000000000m;
        }
        catch (OverflowException)
        {
        }

        place.Problem(
            "Ở đây cần một số thập phân có nhiều nhất 12 chữ số sau dấu chấm.",
            "A decimal number with at most 12 decimals is needed here.");
        return null;
    }

    /// <summary>One word of an enumeration, written in camel case.</summary>
    public static T? Word<T>(this Place? place)
        where T : struct, Enum
    {
        if (place is null)
            return null;
        var words = Enum.GetValues<T>().ToDictionary(value => Camel(value.ToString()), StringComparer.Ordinal);
        if (place.Kind == JsonValueKind.String && place.Text() is { } text && words.TryGetValue(text, out var found))
            return found;
        var list = string.Join(", ", words.Keys.Order(StringComparer.Ordinal));
        place.Problem($"Ở đây cần một trong các từ: {list}.", $"One of these words is needed here: {list}.");
        return null;
    }

    public static string Camel(string name) => char.ToLower(name[0], CultureInfo.InvariantCulture) + name[1..];
}
