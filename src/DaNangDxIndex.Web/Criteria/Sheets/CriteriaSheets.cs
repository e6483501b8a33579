using System.Text.Json.Nodes;
using DaNangDxIndex.Criteria.Drafting;
using DaNangDxIndex.Criteria.Notation;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;

namespace DaNangDxIndex.Criteria.Sheets;

/// <summary>
/// Reads a workbook with one row a criterion into the place of a draft's criteria and figures; title, method and kinds stay those of the
/// draft. The checks are those of the criteria file, and each fault is told of its cell.
/// </summary>
public sealed class CriteriaSheets
{
    private readonly List<CellFault> _faults = [];
    private readonly JsonArray _components = [];
    private readonly SheetPlaces _places;
    private readonly SheetFigures _figures;
    private readonly string _language;

    private CriteriaSheets(string sheet, string language)
    {
        (_places, _language) = (new(sheet), language);
        _figures = new(_places, _faults, language);
    }

    /// <summary>A set without faults, or the faults.</summary>
    /// <exception cref="RuleViolation">Those of <see cref="TypedWorkbook.Read"/></exception>
    public static (CriteriaSet? Set, IReadOnlyList<CellFault> Faults) Read(byte[] file, CriteriaDraft draft)
    {
        var workbook = TypedWorkbook.Read(file);
        var sheet = workbook.SheetOf(CriteriaColumns.Sheet.Vi, CriteriaColumns.Sheet.En);
        // The decimal sign follows the language the sheet is written in.
        var reading = new CriteriaSheets(sheet.Name, sheet.Name == CriteriaColumns.Sheet.En ? "en" : "vi");
        var figures = workbook.Sheets.FirstOrDefault(sheet => sheet.Name == FigureColumns.Sheet.Vi
            || sheet.Name == FigureColumns.Sheet.En);
        return reading.Read(sheet.TableOf(CriteriaColumns.All), figures?.TableOf(FigureColumns.All), draft);
    }

    private (CriteriaSet? Set, IReadOnlyList<CellFault> Faults) Read(TypedTable criteria, TypedTable? figures, CriteriaDraft draft)
    {
        _faults.AddRange(criteria.Faults);
        if (figures is not null)
        {
            _faults.AddRange(figures.Faults);
            _figures.Read(figures);
        }

        foreach (var row in criteria.Rows)
            Read(row);
        if (criteria.Faults.Count > 0)
            return (null, _faults);
        var file = (JsonObject)draft.File.DeepClone();
        (file["figures"], file["components"]) = (_figures.List, _components);
        var reading = CriteriaFile.Read(file.ToJsonString());
        // A cell that could not be read is told once; that the file then lacks its member would be said of something that is there.
        var told = _faults.Select(fault => (fault.Sheet, fault.Cell)).ToHashSet();
        _faults.AddRange(reading.Problems.Select(problem => (problem, Fault: _places.FaultOf(problem)))
            .Where(found => found.problem.Member is null || !told.Contains((found.Fault.Sheet, found.Fault.Cell)))
            .Select(found => found.Fault));
        return (_faults.Count == 0 ? reading.Set : null, [.. _faults.Distinct()]);
    }

    private void Read(TypedRow row)
    {
        var code = row[CriteriaColumns.Code.Code];
        if (ComponentOf(row) is not { } component)
            return;
        var list = CriteriaDraft.ListOf(component, "criteria");
        var pointer = $"/components/{_components.IndexOf(component)}/criteria/{list.Count}";
        var criterion = new JsonObject();
        list.Add((JsonNode)criterion);
        _places.Add(pointer, code);
        Put(criterion, pointer, "code", code, JsonValue.Create(code.Line));
        Put(criterion, pointer, "name", row[CriteriaColumns.Name.Code], Words(row, CriteriaColumns.Name, CriteriaColumns.NameEn));
        Fill("pillar", CriteriaColumns.Pillar,
            cell => SheetWords.Read<Pillar>(cell, pillar => PillarName.Of(DraftWord.Of(pillar)), _faults));
        Fill("maximum", CriteriaColumns.Maximum, cell => SheetNumber.Read(cell, _language, _faults));
        Fill("rule", CriteriaColumns.Rule, Rule);
        if (SheetWords.IsOn(row[CriteriaColumns.Unscored.Code]))
            criterion["unscored"] = true;
        Fill("notApplicable", CriteriaColumns.NotApplicable, cell => SheetWords.Read<Policy>(cell, PolicyInWords.Of, _faults));
        Fill("nothingDue", CriteriaColumns.NothingDue, cell => SheetWords.Read<Policy>(cell, PolicyInWords.Of, _faults));
        Fill("verifyingUnit", CriteriaColumns.VerifyingUnit, Text);
        Texts(row, criterion, pointer);
        Information(row, criterion, pointer);

        void Fill(string member, TableColumn column, Func<TypedCell, JsonNode?> read) =>
            Put(criterion, pointer, member, row[column.Code], read(row[column.Code]));
    }

    private void Texts(TypedRow row, JsonObject criterion, string pointer)
    {
        foreach (var (path, vi, en) in CriteriaColumns.Texts.Skip(1))
            Put(criterion, pointer, path, row[vi.Code], Words(row, vi, en));
        var evidence = new JsonObject();
        if (SheetWords.IsOn(row[CriteriaColumns.EvidenceRequired.Code]))
            evidence["required"] = true;
        if (Words(row, CriteriaColumns.Texts[0].Vi, CriteriaColumns.Texts[0].En) is { } text)
            evidence["text"] = text;
        if (evidence.Count > 0)
            Put(criterion, pointer, "evidence", row[CriteriaColumns.Texts[0].Vi.Code], evidence);
    }

    // Figures that the rule does not read are collected for information.
    private void Information(TypedRow row, JsonObject criterion, string pointer)
    {
        var cell = row[CriteriaColumns.Figures.Code];
        var named = _figures.Name(cell, row[CriteriaColumns.Unit.Code]);
        var read = CriteriaDraft.FiguresOf(criterion).ToHashSet(StringComparer.Ordinal);
        var information = named.Where(code => !read.Contains(code)).ToList();
        if (information.Count > 0)
            Put(criterion, pointer, "information", cell, new JsonArray([.. information.Select(code => (JsonNode)code)]));
    }

    // "I: Nhận thức số", and on later rows "I" alone.
    private JsonObject? ComponentOf(TypedRow row)
    {
        var cell = row[CriteriaColumns.Component.Code];
        var (code, name) = CodedLine.Of(cell.Line);
        if (code.Length == 0)
        {
            _faults.Add(cell.Wrong("Ghi nhóm tiêu chí: “mã: tên”.", "Write the component: “code: name”."));
            return null;
        }

        if (_components.OfType<JsonObject>().FirstOrDefault(component => CriteriaDraft.CodeOf(component) == code) is { } known)
        {
            if (name.Length > 0 && known["name"]?["vi"]?.ToString() is { } first && first != name)
                _faults.Add(cell.Wrong(
                    $"Nhóm “{code}” ở trên tên là “{first}”. Ghi cùng một tên.",
                    $"Component “{code}” is called “{first}” above. Use one name."));
            return known;
        }

        var component = new JsonObject { ["code"] = code };
        var pointer = $"/components/{_components.Count}";
        _components.Add((JsonNode)component);
        _places.Add(pointer, cell);
        if (name.Length > 0)
            component["name"] = Both(name, row[CriteriaColumns.ComponentEn.Code].Text);
        var block = row[CriteriaColumns.Block.Code];
        Put(component, pointer, "block", block, SheetWords.Read<Block>(block, FigureWords.Block, _faults));
        return component;
    }

    private JsonNode? Rule(TypedCell cell)
    {
        if (cell.IsBlank)
            return null;
        var (rule, refusal) = RuleNotation.Read(cell.Text, _language);
        if (refusal is not null)
            _faults.Add(cell.Wrong(refusal));
        // A rule that cannot be read is told once; the file must not add that there is none.
        return rule;
    }

    private void Put(JsonObject element, string pointer, string member, TypedCell cell, JsonNode? value)
    {
        _places.Add($"{pointer}/{member}", cell);
        if (value is not null)
            element[member] = value;
    }

    internal static JsonNode? Words(TypedRow row, TableColumn vi, TableColumn en) =>
        row[vi.Code].IsBlank ? null : Both(row[vi.Code].Text, row[en.Code].Text);

    internal static JsonObject Both(string vi, string en) => new() { ["vi"] = vi, ["en"] = en.Length == 0 ? vi : en };

    internal static JsonNode? Text(TypedCell cell) => cell.IsBlank ? null : JsonValue.Create(cell.Line);
}
