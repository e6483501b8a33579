using System.Text.Json.Nodes;
using DaNangDxIndex.Criteria.Notation;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;

namespace DaNangDxIndex.Criteria.Sheets;

/// <summary>A number cell is exact as it stands; a number typed as text is read in the sheet's language.</summary>
internal static class SheetNumber
{
    public static JsonNode? Read(TypedCell cell, string language, List<CellFault> faults)
    {
        if (cell.IsBlank)
            return null;
        if (cell.Number is not null)
            return JsonValue.Create(cell.Text);
        var (number, refusal) = NotationNumber.Read(cell.Line, language);
        if (refusal is not null)
            faults.Add(cell.Wrong(refusal));
        return number is null ? null : JsonValue.Create(number);
    }
}
