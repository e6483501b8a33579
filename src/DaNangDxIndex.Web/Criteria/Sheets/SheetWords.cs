using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Criteria.Sheets;

/// <summary>Words of a fixed list in a cell: in either language, or as the file writes them; case and marks do not count.</summary>
internal static class SheetWords
{
    /// <summary>The file's word; null where the cell is blank or says something else, which is then a fault.</summary>
    public static string? Read<T>(TypedCell cell, Func<T, Bilingual> name, List<CellFault> faults)
        where T : struct, Enum
    {
        if (cell.IsBlank)
            return null;
        foreach (var value in Enum.GetValues<T>())
        {
            var (word, words) = (DraftWord.Of(value), name(value));
            if (new[] { word, words.Vi, words.En }.Any(name => Key(name) == Key(cell.Line)))
                return word;
        }

        var names = Enum.GetValues<T>().Select(name).ToList();
        var (vi, en) = (string.Join("; ", names.Select(each => each.Vi)), string.Join("; ", names.Select(each => each.En)));
        faults.Add(cell.Wrong($"“{cell.Line}” không hợp lệ. Ghi một trong: {vi}.", $"“{cell.Line}” is not valid. Write one of: {en}."));
        return null;
    }

    /// <summary>"x", "có", "yes" and the like.</summary>
    public static bool IsOn(TypedCell cell) => Key(cell.Line) is "x" or "co" or "yes" or "true" or "1";

    private static string Key(string text) => string.Concat(FoldedText.Of(text).Where(char.IsAsciiLetterOrDigit));
}
