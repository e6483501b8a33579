using DaNangDxIndex.Criteria;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Tenancy;

namespace DaNangDxIndex.Assessments.ByFile;

/// <summary>
/// The form of one agency as a workbook to be filled in: a locked sheet for each component with what is declared so far, what was
/// last year, lists where there is something to choose, and a sheet of guidance.
/// </summary>
public sealed class FormWorkbook(AssessmentWords words, CurrentTenant tenant)
{
    private const int LongestTab = 31;

    // A spreadsheet program keeps no more of a number; what has more stands there as text and comes back as it was.
    private const int MostDigits = 15;

    public byte[] Write(AssessmentSheet sheet, string language)
    {
        var lists = sheet.Form.Asked.Select(figure => new TemplateMark.ChoiceList(figure.Code, FigureCell.Choices(figure, language)))
            .Where(list => list.Choices.Count > 0).ToList();
        var form = new Form(sheet, sheet.Last, lists, SaidIn(sheet), language);
        var sheets = new List<Sheet>();
        foreach (var component in sheet.Form.Components.Where(component => sheet.Form.LinesOf(component).Any(line => line.Asked.Count > 0)))
            sheets.Add(Of(form, component, TabOf(component, language, sheets)));
        IReadOnlyList<TableColumn> explained = FormColumns.All;
        if (ReturnedCriteria.ToMend(sheet.Assessment) is { Count: > 0 } toMend)
        {
            sheets.Add(ToAnswer(form, toMend));
            explained = [.. explained,
                .. ReturnedColumns.All.Where(column => explained.All(tableColumn => tableColumn.Code != column.Code))];
        }
        var guidance = Template.Of("form", explained, [], language)[^1];
        return Workbook.Write([.. sheets, guidance, Mark(form).Write(lists)]);
    }

    private TemplateMark Mark(Form form) => new(
        tenant.Required.Slug, form.Sheet.Assessment.Year, form.Sheet.Assessment.Agency, form.Language,
        form.Sheet.Form.Asked.ToDictionary(figure => figure.Code, form.Sheet.Stored, StringComparer.Ordinal))
    {
        Said = form.Said,
        Answers = form.Sheet.Assessment.Answers.ToDictionary(
            answer => answer.Key, answer => answer.Value.Sentence, StringComparer.Ordinal),
    };

    /// <summary>What was given back, criterion by criterion, with room to answer.</summary>
    private static Sheet ToAnswer(Form form, IReadOnlyDictionary<string, string> toMend) => new(
        ReturnedColumns.Tab.In(form.Language),
        [.. ReturnedColumns.All.Select(column => new Column(column.Name.In(form.Language), column.Width))],
        [.. from line in form.Sheet.Form.Lines
            let code = line.Criterion.Code
            where toMend.ContainsKey(code)
            select (IReadOnlyList<Cell>)
            [
                Cell.Of(code), Cell.Of(line.Criterion.Name.In(form.Language)), Cell.Of(toMend[code]),
                new Cell.Input(Cell.Of(form.Sheet.Assessment.Answers.GetValueOrDefault(code)?.Sentence), null),
            ]])
    {
        Filtered = false, Locked = true,
    };

    /// <summary>
    /// By figure what the agency says to the warnings beside it. What several say together may be more than the field takes: then it is
    /// left blank, which changes nothing.
    /// </summary>
    private static Dictionary<string, string> SaidIn(AssessmentSheet sheet) => sheet.Doubts
        .Where(doubt => doubt.Figure is not null && sheet.IsAnswered(doubt))
        .GroupBy(doubt => doubt.Figure?.Code ?? "", doubt => sheet.Clarifications[doubt.Key].Sentence, StringComparer.Ordinal)
        .Select(said => (Figure: said.Key, Text: string.Join('\n', said.Distinct(StringComparer.Ordinal))))
        .Where(said => said.Text.Length <= Clarification.Longest)
        .ToDictionary(said => said.Figure, said => said.Text, StringComparer.Ordinal);

    private Sheet Of(Form form, Component component, string tab) => new(
        tab,
        [.. FormColumns.All.Select(column => new Column(column.Name.In(form.Language), column.Width))],
        [.. form.Sheet.Form.LinesOf(component).SelectMany(line => line.Asked, (line, figure) => Row(form, line.Criterion, figure))])
    {
        Filtered = false, Locked = true,
    };

    private IReadOnlyList<Cell> Row(Form form, Criterion criterion, Figure figure) =>
    [
        Cell.Of(criterion.Code),
        Cell.Of(figure.Code),
        Cell.Of(figure.Name.In(form.Language)),
        Cell.Of(figure.Unit?.In(form.Language) ?? (figure.Kind == FigureKind.Percent ? "%" : null)),
        Cell.Of(LastOf(form, figure)),
        new Cell.Input(ValueOf(form, figure), Bounds(form, figure)),
        new Cell.Input(Cell.Of(form.Said.GetValueOrDefault(figure.Code)), null),
        Cell.Of(criterion.Rule is null ? null : PrintedPoints.Maximum(form.Sheet.Set, criterion, form.Language)),
        Cell.Of((figure.Guidance ?? criterion.Guidance)?.In(form.Language)),
    ];

    private string? LastOf(Form form, Figure figure) => form.Last switch
    {
        null => null,
        { IsJoined: true } joined => joined.Joined(figure) is { Value: { } sum } of
            ? $"{words.Show(figure, sum, form.Language)} ({words[of.Missing == 0 ? "Last.Added" : "Last.AddedInPart", of.Known, of.Of]})"
            : null,
        { } last => last.Of(figure) is { } value ? words.Show(figure, value, form.Language) : null,
    };

    private static Cell ValueOf(Form form, Figure figure)
    {
        var shown = FigureCell.Shown(figure, form.Sheet.Stored(figure), form.Language);
        return figure.Kind is FigureKind.YesNo or FigureKind.Choice || shown?.Count(char.IsAsciiDigit) > MostDigits
            ? Cell.Of(shown)
            : Cell.OfInvariant(shown);
    }

    private static Allowed Bounds(Form form, Figure figure)
    {
        var list = form.Lists.FindIndex(choiceList => choiceList.Figure == figure.Code);
        if (list >= 0)
            return new Allowed.OneOf(
                form.Lists[list].Range(list + 3), new Bilingual("Chọn trong danh sách.", "Choose from the list.").In(form.Language));
        var whole = figure.Kind == FigureKind.Count;
        return new Allowed.Between(FigureBounds.Least(figure), FigureBounds.Most(figure), whole, Sentence(figure, whole).In(form.Language));
    }

    private static Bilingual Sentence(Figure figure, bool whole) =>
        FigureBounds.Most(figure) is { } most && FigureBounds.Least(figure) is { } least
            ? new(
                $"Nhập số từ {TypedNumber.Write(least, "vi")} đến {TypedNumber.Write(most, "vi")}.",
                $"Enter a number from {TypedNumber.Write(least, "en")} to {TypedNumber.Write(most, "en")}.")
            : whole ? new("Nhập số nguyên, không âm.", "Enter a whole number, not below zero.") : new("Nhập số.", "Enter a number.");

    /// <summary>As the component is called, without the signs that a tab cannot bear, and never the same twice.</summary>
    private static string TabOf(Component component, string language, List<Sheet> before)
    {
        var name = string.Concat(component.Name.In(language).Where(letter => !"[]:*?/\\'".Contains(letter, StringComparison.Ordinal)));
        var tab = name.Length <= LongestTab ? name : name[..(LongestTab - 1)].TrimEnd() + "…";
        return !before.Exists(sheet => sheet.Name == tab)
            ? tab
            : $"{before.Count + 1} {(tab.Length > LongestTab - 4 ? tab[..(LongestTab - 4)] : tab)}";
    }

    private sealed record Form(
        AssessmentSheet Sheet, LastEdition.Figures? Last, List<TemplateMark.ChoiceList> Lists, Dictionary<string, string> Said,
        string Language);
}
