using System.Globalization;
using System.Xml;

namespace DaNangDxIndex.Spreadsheets.Reading;

/// <summary>The value of a cell by its type: text, number, percentage, day, yes or no, or an error of the spreadsheet program.</summary>
internal sealed class CellValues(IReadOnlyList<CellText> shared, CellFormats formats, bool from1904)
{
    // Days are counted from the last of 1899, or from 1904 where an old Macintosh made the file.
    private const int To1904 = 1462;
    private const double LastDay = 2_958_465;

    private static readonly Bilingual NotComputed = new(
        "Công thức chưa được tính. Mở tệp bằng phần mềm bảng tính, lưu lại rồi gửi.",
        "The formula has not been computed. Open the file in a spreadsheet program, save it and send it.");

    private readonly record struct Raw(string? Value, string? Inline, bool Formula);

    /// <summary>Null for a blank cell. Reads to the end of the element.</summary>
    public TypedCell? Read(TypedCell cell, XmlReader reader)
    {
        var (type, style) = (reader.GetAttribute("t"), reader.GetAttribute("s"));
        var raw = RawOf(reader);
        if (raw is { Formula: true, Value: null, Inline: null })
            return cell with { Unreadable = NotComputed };
        if (raw.Inline is { } inline)
            return Texted(cell, CellText.Of(inline));
        return raw.Value is not { Length: > 0 } value ? null : type switch
        {
            "s" => Texted(cell, SharedText(value)),
            "str" or "inlineStr" => Texted(cell, CellText.Of(value)),
            "b" => cell with { Text = value is "1" or "true" ? "TRUE" : "FALSE" },
            "e" => cell with
            {
                Text = CellText.Of(value).Text,
                Unreadable = new(
                    "Ô báo lỗi của phần mềm bảng tính. Sửa công thức hoặc gõ giá trị.",
                    "The cell shows an error of the spreadsheet program. Mend the formula or type the value."),
            },
            "d" => Dated(cell, value),
            _ => Numbered(cell, value, formats.Of(style)),
        };
    }

    private static Raw RawOf(XmlReader reader)
    {
        var raw = new Raw(null, null, false);
        if (reader.IsEmptyElement)
            return raw;
        var end = reader.Depth;
        while (reader.Read() && reader.Depth > end)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth != end + 1)
                continue;
            raw = reader.LocalName switch
            {
                "v" => raw with { Value = CellText.Value(reader) },
                "f" => raw with { Formula = true },
                "is" => raw with { Inline = CellText.Runs(reader) },
                _ => raw,
            };
        }
        return raw;
    }

    private CellText SharedText(string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < shared.Count
            ? shared[number]
            : throw SpreadsheetRefusal.Damaged;

    private static TypedCell? Texted(TypedCell cell, CellText text) =>
        text is { Text: "", Unreadable: null } ? null : cell with { Text = text.Text, Unreadable = text.Unreadable };

    private static TypedCell Dated(TypedCell cell, string value) =>
        DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? OnDay(cell, DateOnly.FromDateTime(moment))
            : throw SpreadsheetRefusal.Damaged;

    private TypedCell Numbered(TypedCell cell, string value, CellFormats.NumberKind kind)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            throw SpreadsheetRefusal.Damaged;
        var day = number + (from1904 ? To1904 : 0);
        if (kind == CellFormats.NumberKind.Day && day is >= 1 and <= LastDay)
            return OnDay(cell, DateOnly.FromDateTime(DateTime.FromOADate(day)));
        if (Math.Abs(number) >= 1e15)
            return cell with { Text = CellText.Of(value).Text };
        // Programs store 98.06 as 98.060000000000002; fifteen digits are what they show and what was typed.
        var typed = decimal.Parse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        return cell with { Number = typed, Text = kind == CellFormats.NumberKind.Percent ? Written(typed * 100) + "%" : Written(typed) };
    }

    private static TypedCell OnDay(TypedCell cell, DateOnly day) =>
        cell with { Day = day, Text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };

    private static string Written(decimal number) => number.ToString("0.#############################", CultureInfo.InvariantCulture);
}
