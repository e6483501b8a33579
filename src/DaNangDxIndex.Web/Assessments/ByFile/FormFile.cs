using DaNangDxIndex.Criteria;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Spreadsheets.Reading;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Assessments.ByFile;

/// <summary>A form that came back, figure by figure beside what is stored; or what is wrong with it, cell by cell.</summary>
public sealed class FormFile
{
    private readonly List<FigureInFile> _figures = [];
    private readonly List<SaidInFile> _said = [];
    private readonly List<AnswerInFile> _answers = [];
    private readonly List<CellFault> _faults = [];
    private readonly Dictionary<string, string> _named = new(StringComparer.Ordinal);

    /// <summary>In the order of the file. A figure whose row was taken out is not here, and stays as it is.</summary>
    public IReadOnlyList<FigureInFile> Figures => _figures;

    /// <summary>Explanations that somebody wrote into the file.</summary>
    public IReadOnlyList<SaidInFile> Said => _said;

    /// <summary>Answers to what was given back that somebody wrote into the file.</summary>
    public IReadOnlyList<AnswerInFile> Answers => _answers;

    public IReadOnlyList<CellFault> Faults => _faults;

    public IEnumerable<FigureInFile> That(FigureInFile.Outcome outcome) => _figures.Where(figure => figure.Does == outcome);

    /// <exception cref="RuleViolation">
    /// Those of <see cref="TypedWorkbook.Read"/>, <c>form-file.no-template</c>, <c>form-file.of-another</c>
    /// </exception>
    public static FormFile Read(byte[] content, AssessmentSheet sheet, string tenant)
    {
        var workbook = TypedWorkbook.Read(content);
        var mark = TemplateMark.Read(workbook) ?? throw NoTemplate();
        if (mark.Tenant != tenant || mark.Year != sheet.Assessment.Year || mark.Agency != sheet.Assessment.Agency)
            throw OfAnother(mark, sheet);
        var file = new FormFile();
        foreach (var tab in workbook.Sheets.Where(tab => !tab.Hidden && HoldsForm(tab)))
            file.Add(tab.TableOf(FormColumns.All), mark, sheet);
        foreach (var tab in workbook.Sheets.Where(tab => !tab.Hidden && HoldsAnswers(tab)))
            file._answers.AddRange(AnswerInFile.Read(tab.TableOf(ReturnedColumns.All), mark, sheet, file._faults));
        return file._figures.Count + file._answers.Count + file._faults.Count > 0 ? file : throw NoTemplate();
    }

    private void Add(TypedTable table, TemplateMark mark, AssessmentSheet sheet)
    {
        _faults.AddRange(table.Faults);
        foreach (var row in table.Rows)
            Add(row, mark, sheet);
    }

    private void Add(TypedRow row, TemplateMark mark, AssessmentSheet sheet)
    {
        var (code, value) = (row[FormColumns.Figure], row[FormColumns.Value]);
        var figure = sheet.Form.Asked.FirstOrDefault(figure => figure.Code == code.Line);
        if (figure is null)
            _faults.Add(code.Wrong(
                $"Không có số liệu mã “{Short(code.Line)}” trong biểu này. Ghi lại mã như tệp mẫu, hoặc xóa dòng.",
                $"The form has no figure “{Short(code.Line)}”. Write the code as in the template, or delete the row."));
        else if (!_named.TryAdd(figure.Code, $"{code.Sheet}!{code.Address}"))
            _faults.Add(code.Wrong(
                $"Số liệu này đã có ở {_named[figure.Code]}. Xóa một dòng.",
                $"This figure is in {_named[figure.Code]} already. Delete one of the rows."));
        else
        {
            Add(figure, value, mark, sheet);
            Say(figure, row[FormColumns.Said], mark.Said.GetValueOrDefault(figure.Code));
        }
    }

    private void Say(Figure figure, TypedCell cell, string? atTemplate)
    {
        if (cell.Text.Length > Clarification.Longest)
            _faults.Add(cell.Wrong(
                $"Rút ngắn thuyết minh còn tối đa {Clarification.Longest} ký tự.",
                $"Shorten the explanation to at most {Clarification.Longest} characters."));
        else if (!cell.IsBlank && cell.Unreadable is null && cell.Text != atTemplate)
            _said.Add(new(figure, atTemplate, cell.Text));
    }

    private void Add(Figure figure, TypedCell cell, TemplateMark mark, AssessmentSheet sheet)
    {
        var before = FigureValue.Read(figure, mark.Values.GetValueOrDefault(figure.Code)).Value?.Write(figure);
        // What nobody has touched is what it was, with more digits too than a cell can hold.
        var reading = cell.Unreadable is null && cell.Text == (FigureCell.Shown(figure, before, mark.Language) ?? "")
            ? FigureValue.Read(figure, before)
            : FigureCell.Read(figure, cell, mark.Language);
        if (reading.Refusal is null)
            _figures.Add(new(
                figure, before, sheet.Stored(figure), sheet.Entries.GetValueOrDefault(figure.Code)?.Version ?? 0,
                reading.Value?.Write(figure)));
        // A cell that cannot be read at all is told of already.
        else if (cell.Unreadable is null)
            _faults.Add(cell.Wrong(reading.Refusal));
    }

    /// <summary>People add sheets of their own; the form stands where its codes have a heading.</summary>
    private static bool HoldsForm(TypedSheet tab) =>
        Headings.Find(tab, FormColumns.All, [])?.Columns.ContainsKey(FormColumns.Figure) == true;

    private static bool HoldsAnswers(TypedSheet tab) => Headings.Find(tab, ReturnedColumns.All, [])?.Columns is { } columns
        && columns.ContainsKey(ReturnedColumns.ToMend) && columns.ContainsKey(ReturnedColumns.Answer);

    private static string Short(string text) => ShortText.Of(text, 60);

    private static RuleViolation NoTemplate() => new("form-file.no-template", new(
        "Tệp này không phải là tệp mẫu của hồ sơ. Tải tệp mẫu ở trang này, điền vào tệp đó và gửi lại.",
        "This file is not the template of the assessment. Download the template on this page, fill it in and send it."));

    private static RuleViolation OfAnother(TemplateMark mark, AssessmentSheet sheet) => new("form-file.of-another", mark.Year
        != sheet.Assessment.Year
        ? new(
            $"Tệp này là tệp mẫu của năm {mark.Year}. Hồ sơ này thuộc năm {sheet.Assessment.Year}: tải tệp mẫu ở trang này.",
            $"This file is the template of {mark.Year}. The assessment is of {sheet.Assessment.Year}: download the template on this page.")
        : new(
            "Tệp này là tệp mẫu của cơ quan khác. Tải tệp mẫu ở trang này, điền vào tệp đó và gửi lại.",
            "This file is another agency's template. Download the template on this page, fill it in and send it."));
}
