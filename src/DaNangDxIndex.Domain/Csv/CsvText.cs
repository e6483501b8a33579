using System.Text;

namespace DaNangDxIndex.Csv;

/// <summary>CSV as the bundle and dx-verify write it: RFC 4180 with LF line ends, UTF-8, a field quoted only where it must be.</summary>
public static class CsvText
{
    /// <summary>Adds one row.</summary>
    public static void Append(StringBuilder text, params ReadOnlySpan<string?> fields) => Append(text, ',', fields);

    /// <summary>
    /// Adds one row with another separator than the comma, as spreadsheets expect it where the comma is the decimal mark.
    /// </summary>
    public static void Append(StringBuilder text, char separator, params ReadOnlySpan<string?> fields)
    {
        for (var field = 0; field < fields.Length; field++)
        {
            if (field > 0)
                text.Append(separator);
            AppendField(text, fields[field] ?? "", separator);
        }

        text.Append('\n');
    }

    /// <summary>
    /// A text for people, safe in a spreadsheet: one that a spreadsheet would take for a formula gets an apostrophe in front.
    /// Never for numbers and codes, which stay what they are.
    /// </summary>
    public static string Plain(string text) =>
        text.Length > 0 && "=+-@\t\r＝＋－＠".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    private static void AppendField(StringBuilder text, string field, char separator)
    {
        if (!field.Contains(separator, StringComparison.Ordinal) && field.AsSpan().IndexOfAny("\"\r\n") < 0)
            text.Append(field);
        else
            text.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
