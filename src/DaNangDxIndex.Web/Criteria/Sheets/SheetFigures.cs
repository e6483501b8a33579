using System.Text.Json.Nodes;
using DaNangDxIndex.Criteria.Drafting;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;

namespace DaNangDxIndex.Criteria.Sheets;

/// <summary>
/// Figures of a workbook: those with a row of their own, and those that a criterion's row brings along with name and unit.
/// </summary>
internal sealed class SheetFigures(SheetPlaces places, List<CellFault> faults, string language)
{
    public JsonArray List { get; } = [];

    public void Read(TypedTable table)
    {
        foreach (var row in table.Rows)
            Read(row);
    }

    /// <summary>Codes that a criterion's cell names, one to a line; what is new there becomes a figure.</summary>
    public IReadOnlyList<string> Name(TypedCell cell, TypedCell units)
    {
        var (codes, unitLines) = (new List<string>(), units.Text.Split('\n'));
        foreach (var (at, line) in cell.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Index())
        {
            var (code, name) = CodedLine.Of(line);
            codes.Add(code);
            if (Find(code) is { } known)
                Compare(cell, known, code, name);
            else if (name.Length > 0)
                Add(cell, code, name, at < unitLines.Length ? unitLines[at].Trim() : "");
        }

        return codes;
    }

    private void Read(TypedRow row)
    {
        var figure = Begin(row[FigureColumns.Code.Code], row[FigureColumns.Code.Code].Line, out var pointer);
        Put("name", FigureColumns.Name, CriteriaSheets.Words(row, FigureColumns.Name, FigureColumns.NameEn));
        Put("kind", FigureColumns.Kind, SheetWords.Read<FigureKind>(row[FigureColumns.Kind.Code], FigureWords.Kind, faults));
        Put("unit", FigureColumns.Unit, CriteriaSheets.Words(row, FigureColumns.Unit, FigureColumns.UnitEn));
        Put("source", FigureColumns.Source, SheetWords.Read<FigureSource>(row[FigureColumns.Source.Code], FigureWords.Source, faults));
        Put("verifyingUnit", FigureColumns.VerifyingUnit, CriteriaSheets.Text(row[FigureColumns.VerifyingUnit.Code]));
        Put("least", FigureColumns.Least, SheetNumber.Read(row[FigureColumns.Least.Code], language, faults));
        Put("most", FigureColumns.Most, SheetNumber.Read(row[FigureColumns.Most.Code], language, faults));
        Put("options", FigureColumns.Options, Options(row[FigureColumns.Options.Code]));
        Put("guidance", FigureColumns.Guidance, CriteriaSheets.Words(row, FigureColumns.Guidance, FigureColumns.GuidanceEn));

        void Put(string member, TableColumn column, JsonNode? value)
        {
            places.Add($"{pointer}/{member}", row[column.Code]);
            if (value is not null)
                figure[member] = value;
        }
    }

    private static JsonArray? Options(TypedCell cell)
    {
        if (cell.IsBlank)
            return null;
        return
        [
            .. cell.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line =>
            {
                var (code, names) = CodedLine.Of(line);
                var parts = names.Split('|', 2, StringSplitOptions.TrimEntries);
                var option = new JsonObject { ["code"] = code };
                if (parts[0].Length > 0)
                    option["name"] = CriteriaSheets.Both(parts[0], parts.Length == 2 ? parts[1] : "");
                return (JsonNode)option;
            }),
        ];
    }

    // The unit says the kind where nobody else does.
    private void Add(TypedCell cell, string code, string name, string unit)
    {
        var figure = Begin(cell, code, out _);
        figure["name"] = CriteriaSheets.Both(name, "");
        figure["kind"] = unit switch { "%" => "percent", "có/không" or "yes/no" => "yesNo", _ => "count" };
        if (unit.Length > 0 && figure["kind"]?.ToString() == "count")
            figure["unit"] = CriteriaSheets.Both(unit, "");
    }

    private void Compare(TypedCell cell, JsonObject known, string code, string name)
    {
        if (name.Length > 0 && known["name"]?["vi"]?.ToString() is { } first && first != name)
            faults.Add(cell.Wrong(
                $"Số liệu “{code}” đã có tên “{first}”. Ghi cùng một tên hoặc chỉ ghi mã.",
                $"Figure “{code}” is called “{first}”. Use one name, or its code alone."));
    }

    private JsonObject Begin(TypedCell cell, string code, out string pointer)
    {
        var figure = new JsonObject { ["code"] = code };
        pointer = $"/figures/{List.Count}";
        List.Add((JsonNode)figure);
        places.Add(pointer, cell);
        return figure;
    }

    private JsonObject? Find(string code) => List.OfType<JsonObject>().FirstOrDefault(figure => CriteriaDraft.CodeOf(figure) == code);
}
