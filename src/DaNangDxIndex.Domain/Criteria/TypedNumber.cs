using System.Globalization;

namespace DaNangDxIndex.Criteria;

/// <summary>Exactly one of a value and a refusal.</summary>
public sealed record TypedReading(decimal? Value, Bilingual? Refusal);

/// <summary>
/// Numbers as officials type and paste them: in vi a comma for decimals and dots only in exact groups of three; in en mirrored. Spaces,
/// those that do not break too, may part groups of three in either.
/// </summary>
public static class TypedNumber
{
    private const int MostWholeDigits = 15;
    private const int MostDecimals = 12;

    /// <summary>Ordinary, not breaking, thin, narrow and not breaking: what spreadsheets write between groups.</summary>
    private static readonly string Spaces = " \u00A0\u2009\u202F";

    /// <summary>
    /// Reads a typed number, or says how to write it. Spaces around are trimmed; "%" is taken in percent figures only; digits are 0 to 9.
    /// A text that the other language would read otherwise ("98.06" in vi) is refused with its right spelling, never guessed.
    /// </summary>
    public static TypedReading Read(string text, FigureKind kind, string culture)
    {
        var number = text.Trim();
        if (number.EndsWith('%'))
        {
            if (kind != FigureKind.Percent)
                return Refuse(
                    "Không viết dấu % ở đây: số này không phải phần trăm.", "Leave out the % sign: this number is not a percentage.");
            number = number[..^1].TrimEnd();
        }

        var signs = Signs.Of(culture);
        return Shape(number, signs) is { } value ? Bounded(value, kind) : Refuse(Advice(number, signs, kind));
    }

    /// <summary>Writes a number so that <see cref="Read"/> gives it back: no groups, the language's decimal sign.</summary>
    public static string Write(decimal value, string culture) =>
        value.ToString("0.############################", CultureInfo.InvariantCulture).Replace('.', Signs.Of(culture).Decimal);

    /// <summary>The same with the language's groups of three: "3.468" in vi. <see cref="Read"/> takes it too.</summary>
    public static string WriteGrouped(decimal value, string culture)
    {
        var signs = Signs.Of(culture);
        var plain = Write(Math.Abs(value), culture).Split(signs.Decimal);
        var whole = plain[0];
        for (var place = whole.Length - 3; place > 0; place -= 3)
            whole = whole.Insert(place, signs.Group.ToString());
        return $"{(value < 0 ? "-" : "")}{whole}{(plain.Length > 1 ? signs.Decimal + plain[1] : "")}";
    }

    // Null: not a number in this language.
    private static decimal? Shape(string text, Signs signs)
    {
        var digits = text.StartsWith('-') ? text[1..] : text;
        var parts = digits.Split(signs.Decimal);
        if (parts.Length > 2 || (parts.Length == 2 && !IsDigits(parts[1])) || Ungrouped(parts[0], signs.Group) is not { } whole)
            return null;
        if (whole.Length > MostWholeDigits || (parts.Length == 2 && parts[1].Length > MostDecimals))
            return null;
        var invariant = parts.Length == 2 ? $"{whole}.{parts[1]}" : whole;
        var size = decimal.Parse(invariant, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return text.StartsWith('-') ? 0 - size : size;
    }

    // "1.234.567" or "1 234 567" in vi; a group sign anywhere else, or two kinds of them, is not a number.
    private static string? Ungrouped(string whole, char group)
    {
        var groups = whole.Split(whole.FirstOrDefault(Spaces.Contains) is var space && space != default ? space : group);
        if (groups.Length == 1)
            return IsDigits(whole) ? whole : null;
        var exact = groups[0].Length is >= 1 and <= 3 && groups[0] != "0" && groups.All(IsDigits)
            && groups.Skip(1).All(group => group.Length == 3);
        return exact ? string.Concat(groups) : null;
    }

    private static TypedReading Bounded(decimal value, FigureKind kind)
    {
        if (kind == FigureKind.Count && value != decimal.Truncate(value))
            return Refuse(
                "Đây là số đếm: nhập số nguyên, không có phần thập phân.", "This is a count: enter a whole number without decimals.");
        return new TypedReading(value, null);
    }

    private static Bilingual Advice(string text, Signs signs, FigureKind kind)
    {
        if (Shape(text, signs.Mirrored) is { } meant)
            return Bounded(meant, kind).Refusal ?? Spelled(meant, signs);
        if (text.Any(letter => char.IsDigit(letter) && !char.IsAsciiDigit(letter)))
            return new Bilingual("Dùng các chữ số từ 0 đến 9.", "Use the plain digits 0 to 9.");
        // The sample is one that this kind takes: who follows the advice is not refused again.
        var (whole, share, other) = (WriteGrouped(1234, signs.Culture), Write(98.5m, signs.Culture), WriteGrouped(1234.5m, signs.Culture));
        return kind switch
        {
            FigureKind.Count => new Bilingual(
                $"Nhập số nguyên như {whole} (nhiều nhất {MostWholeDigits} chữ số).",
                $"Enter a whole number such as {whole} (at most {MostWholeDigits} digits)."),
            FigureKind.Percent => new Bilingual(
                $"Nhập tỷ lệ như {share} (nhiều nhất {MostDecimals} chữ số thập phân).",
                $"Enter a percentage such as {share} (at most {MostDecimals} decimals)."),
            _ => new Bilingual(
                $"Nhập số như {other} (nhiều nhất {MostWholeDigits} chữ số và {MostDecimals} chữ số thập phân).",
                $"Enter a number such as {other} (at most {MostWholeDigits} digits and {MostDecimals} decimals)."),
        };
    }

    private static Bilingual Spelled(decimal meant, Signs signs)
    {
        var (number, whole) = (Write(meant, signs.Culture), meant == decimal.Truncate(meant));
        return new Bilingual(
            $"Nhập {number}{(whole ? "" : " (dấu phẩy thập phân)")}.", $"Enter {number}{(whole ? "" : " (with a decimal point)")}.");
    }

    private static bool IsDigits(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static TypedReading Refuse(string vi, string en) => Refuse(new Bilingual(vi, en));

    private static TypedReading Refuse(Bilingual sentence) => new(null, sentence);

    private sealed record Signs(string Culture, char Decimal, char Group)
    {
        private static readonly Signs Vi = new("vi", ',', '.');
        private static readonly Signs En = new("en", '.', ',');

        public Signs Mirrored => ReferenceEquals(this, Vi) ? En : Vi;

        public static Signs Of(string culture) => culture.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Vi;
    }
}
