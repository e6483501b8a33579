using System.Globalization;
using DaNangDxIndex.Criteria.Notation;
using DaNangDxIndex.Spreadsheets;

namespace DaNangDxIndex.Criteria.Sheets;

/// <summary>
/// A criteria set as a workbook: one row a criterion, one row a figure, and what each column wants. <see cref="CriteriaSheets"/> reads it
/// back as the same criteria; method and kinds are not in it.
/// </summary>
public static class CriteriaWorkbook
{
    public static byte[] Write(CriteriaSet set, string language)
    {
        var criteria = Template.Of(CriteriaColumns.Sheet.In(language), CriteriaColumns.All, [.. CriteriaRows(set, language)], language);
        var figures = Template.Of(
            FigureColumns.Sheet.In(language), FigureColumns.All, [.. set.Figures.Select(figure => FigureRow(figure, language))], language);
        var guidance = criteria[1] with { Rows = [.. criteria[1].Rows, .. figures[1].Rows] };
        return Workbook.Write([criteria[0], figures[0], guidance]);
    }

    private static IEnumerable<IReadOnlyList<Cell>> CriteriaRows(CriteriaSet set, string language) =>
        from component in set.Components
        from criterion in component.Criteria
        select Row(CriteriaColumns.All, CellsOf(set, component, criterion, language));

    private static Dictionary<string, Cell> CellsOf(CriteriaSet set, Component component, Criterion criterion, string language)
    {
        var figures = criterion.Figures.Select(set.Figure).OfType<Figure>().ToList();
        var cells = new Dictionary<string, Cell>(StringComparer.Ordinal)
        {
            [CriteriaColumns.Code.Code] = Cell.Of(criterion.Code),
            [CriteriaColumns.Component.Code] = Cell.Of($"{component.Code}: {component.Name.Vi}"),
            [CriteriaColumns.ComponentEn.Code] = English(component.Name),
            [CriteriaColumns.Block.Code] = Cell.Of(FigureWords.Block(component.Block).In(language)),
            [CriteriaColumns.Name.Code] = Cell.Of(criterion.Name.Vi),
            [CriteriaColumns.NameEn.Code] = English(criterion.Name),
            [CriteriaColumns.Figures.Code] = Cell.Of(string.Join('\n', figures.Select(figure => $"{figure.Code}: {figure.Name.Vi}"))),
            [CriteriaColumns.Unit.Code] = Cell.Of(string.Join('\n', figures.Select(UnitOf)).TrimEnd('\n')),
            [CriteriaColumns.Rule.Code] = Cell.Of(criterion.Rule is null ? null : RuleNotation.Write(criterion.Rule, set.Figure, language)),
            [CriteriaColumns.Maximum.Code] = Number(criterion.Maximum, language),
            [CriteriaColumns.Pillar.Code] = Cell.Of(PillarName.Of(DraftWord.Of(criterion.Pillar)).In(language)),
            [CriteriaColumns.NotApplicable.Code] = Cell.Of(PolicyInWords.Of(criterion.NotApplicable).In(language)),
            [CriteriaColumns.NothingDue.Code] = Cell.Of(PolicyInWords.Of(criterion.NothingDue).In(language)),
            [CriteriaColumns.Unscored.Code] = Cell.Of(criterion is { Rule: not null, Maximum.IsZero: true } ? "x" : null),
            [CriteriaColumns.EvidenceRequired.Code] = Cell.Of(criterion.Evidence is { Required: true } ? "x" : null),
            [CriteriaColumns.VerifyingUnit.Code] = Cell.Of(criterion.VerifyingUnit),
        };
        foreach (var ((_, vi, en), text) in CriteriaColumns.Texts.Zip([criterion.Evidence?.Text, criterion.Guidance, criterion.LegalBasis]))
            (cells[vi.Code], cells[en.Code]) = (Cell.Of(text?.Vi), text is null ? Cell.Empty : English(text));
        return cells;
    }

    private static IReadOnlyList<Cell> FigureRow(Figure figure, string language) => Row(FigureColumns.All, new(StringComparer.Ordinal)
    {
        [FigureColumns.Code.Code] = Cell.Of(figure.Code),
        [FigureColumns.Name.Code] = Cell.Of(figure.Name.Vi),
        [FigureColumns.NameEn.Code] = English(figure.Name),
        [FigureColumns.Kind.Code] = Cell.Of(FigureWords.Kind(figure.Kind).In(language)),
        [FigureColumns.Unit.Code] = Cell.Of(figure.Unit?.Vi),
        [FigureColumns.UnitEn.Code] = figure.Unit is { } unit ? English(unit) : Cell.Empty,
        [FigureColumns.Source.Code] = Cell.Of(FigureWords.Source(figure.Source).In(language)),
        [FigureColumns.VerifyingUnit.Code] = Cell.Of(figure.VerifyingUnit),
        [FigureColumns.Least.Code] = figure.Least is { } least ? Number(least, language) : Cell.Empty,
        [FigureColumns.Most.Code] = figure.Most is { } most ? Number(most, language) : Cell.Empty,
        [FigureColumns.Options.Code] = Cell.Of(string.Join('\n', figure.Options.Select(OptionLine))),
        [FigureColumns.Guidance.Code] = Cell.Of(figure.Guidance?.Vi),
        [FigureColumns.GuidanceEn.Code] = figure.Guidance is { } guidance ? English(guidance) : Cell.Empty,
    });

    private static string OptionLine(FigureOption option) =>
        $"{option.Code}: {option.Name.Vi}{(option.Name.En == option.Name.Vi ? "" : " | " + option.Name.En)}";

    private static string UnitOf(Figure figure) => figure.Kind switch
    {
        FigureKind.Percent => "%",
        FigureKind.YesNo => "có/không",
        _ => figure.Unit?.Vi ?? "",
    };

    private static Cell English(Bilingual text) => text.En == text.Vi ? Cell.Empty : Cell.Of(text.En);

    // A number that a spreadsheet can hold exactly is one; anything else is the text that says it.
    private static Cell Number(Fraction number, string language)
    {
        var written = number.ToString();
        return written.Contains('/', StringComparison.Ordinal) || written.Length > 14
            ? Cell.Of(NotationNumber.Localized(written, language))
            : NumberCell(written);
    }

    private static Cell NumberCell(string written) =>
        written.Contains('.', StringComparison.Ordinal) ? Cell.OfInvariant(written)
            : Cell.Of(int.TryParse(written, CultureInfo.InvariantCulture, out var whole) ? whole : null) is Cell.Number number ? number
            : Cell.Of(written);

    private static IReadOnlyList<Cell> Row(IReadOnlyList<TableColumn> columns, Dictionary<string, Cell> cells) =>
        [.. columns.Select(column => cells.GetValueOrDefault(column.Code) ?? Cell.Empty)];
}
