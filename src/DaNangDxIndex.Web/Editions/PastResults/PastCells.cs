using System.Globalization;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;

namespace DaNangDxIndex.Editions.PastResults;

/// <summary>What the cells of such a file may hold, and what is wrong with them: told once, beside null.</summary>
internal sealed class PastCells
{
    private readonly List<CellFault> _faults = [];

    public IReadOnlyList<CellFault> Faults => _faults;

    public void Add(params IEnumerable<CellFault> faults) => _faults.AddRange(faults);

    /// <summary>Null, so that whoever asked for a number goes on without one.</summary>
    public int? Wrong(TypedCell cell, string vi, string en)
    {
        _faults.Add(cell.Wrong(vi, en));
        return null;
    }

    public int? Whole(TypedCell cell, int least) =>
        int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= 100_000
            ? number
            : Wrong(cell, $"Nhập số nguyên từ {least}.", $"Enter a whole number from {least}.");

    /// <summary>As printed: no decimals are added or cut.</summary>
    public string? Total(TypedCell cell)
    {
        if (cell.IsBlank)
            return null;
        var text = cell.Line.Replace(',', '.');
        if (text.Length <= 12 && text.Split('.') is { Length: 1 or 2 } parts
            && Array.TrueForAll(parts, part => part.Length > 0 && part.All(char.IsAsciiDigit)))
            return text;
        Wrong(cell, "Nhập điểm như đã công bố, ví dụ 93,3.", "Enter the points as printed, for instance 93.3.");
        return null;
    }

    public string? Code(TypedCell cell, bool taken)
    {
        if (NewAgencyRules.IsCode(cell.Line) && !taken && cell.Line.Length <= NewAgencyRules.LongestCode)
            return cell.Line;
        if (taken)
            Wrong(cell, $"Mã “{cell.Line}” đã có ở dòng trên.", $"The code “{cell.Line}” is in a row above.");
        else
            Wrong(cell, "Mã gồm chữ thường không dấu, chữ số và dấu gạch nối.", "A code has lower-case letters, digits and hyphens.");
        return null;
    }

    /// <summary>A code that stands on another sheet.</summary>
    public string? OneOf(TypedCell cell, Predicate<string> isThere, PastSheet sheet)
    {
        if (isThere(cell.Line))
            return cell.Line;
        Wrong(cell, $"Nhập một mã của trang “{sheet.Name.Vi}”.", $"Enter a code of sheet “{sheet.Name.En}”.");
        return null;
    }

    public Bilingual Name(TypedRow row, string column)
    {
        var name = new Bilingual(row[column + "_vi"].Line, row[column + "_en"].Line);
        foreach (var fault in NewAgencyRules.Name(name, ""))
            Wrong(row[column + (fault.Field == ".Vi" ? "_vi" : "_en")], fault.Sentence.Vi, fault.Sentence.En);
        return name;
    }
}
