using System.Xml;

namespace DaNangDxIndex.Spreadsheets.Reading;

/// <summary>The texts that cells point to by number.</summary>
internal static class SharedStrings
{
    private const int Most = TypedWorkbook.MostRows * TypedWorkbook.MostColumns;

    public static IReadOnlyList<CellText> Read(XmlReader? part)
    {
        var texts = new List<CellText>();
        using (part)
        {
            while (part?.Read() == true)
            {
                if (part is not { NodeType: XmlNodeType.Element, LocalName: "si" })
                    continue;
                if (texts.Count == Most)
                    throw SpreadsheetRefusal.Bomb;
                texts.Add(CellText.Of(CellText.Runs(part)));
            }
        }
        return texts;
    }
}
