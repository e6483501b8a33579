using System.Globalization;
using System.Runtime.InteropServices;

namespace DaNangDxIndex.Spreadsheets;

/// <summary>Where a cell is, as spreadsheet programs say it: column 2 of row 7 is "B7". Columns and rows count from 1.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CellAddress(int Row, int Column)
{
    // More columns and rows than any spreadsheet program has would be no address.
    private const int LastColumn = 16_384;
    private const int LastRow = 1_048_576;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Letters(Column)}{Row}");

    public static string Letters(int column) =>
        column <= 26 ? $"{(char)('A' + column - 1)}" : Letters((column - 1) / 26) + (char)('A' + ((column - 1) % 26));

    /// <summary>Null for what is no address.</summary>
    public static CellAddress? Read(string? text)
    {
        var (column, at) = (0, 0);
        for (; at < text?.Length && text[at] is >= 'A' and <= 'Z' && column <= LastColumn; at++)
            column = (column * 26) + text[at] - 'A' + 1;
        return column is > 0 and <= LastColumn && RowOf(text?[at..]) is { } row ? new(row, column) : null;
    }

    /// <summary>The number of a row, or null.</summary>
    public static int? RowOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is > 0 and <= LastRow ? row : null;
}
