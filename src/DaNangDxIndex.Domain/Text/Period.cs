using System.Globalization;
using System.Runtime.InteropServices;

namespace DaNangDxIndex.Text;

/// <summary>A year, or one month of it: when something was measured, or by when it is due.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Period(int Year, int? Month)
{
    /// <summary>Its last month, so that a year and a month can be set against each other: a year ends with its December.</summary>
    public int End => (Year * 12) + (Month ?? 12);

    public Bilingual InWords => Month is { } month
        ? new($"tháng {month}/{Year}", $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)} {Year}")
        : new($"năm {Year}", $"{Year}");

    /// <summary>"2024" or "2024-08", as it is stored; null for anything else.</summary>
    public static Period? Read(string? text)
    {
        if (text is { Length: 4 } && Number(text) is { } year)
            return new(year, null);
        return text is { Length: 7 } && text[4] == '-' && Number(text[..4]) is { } of && Number(text[5..]) is >= 1 and <= 12 and { } month
            ? new(of, month)
            : null;
    }

    /// <summary>As it is stored, and as files and the API write it.</summary>
    public override string ToString() => Month is { } month ? $"{Year:0000}-{month:00}" : $"{Year:0000}";

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
