using DaNangDxIndex.Typesetting;
using Cell = DaNangDxIndex.Scorecards.ScorecardTable.Cell;

namespace DaNangDxIndex.Scorecards;

/// <summary>The table of criteria: maximum, self-assessed and final points, with the rule and what was found under each name.</summary>
internal static class ScorecardCriteria
{
    private static readonly double[] Widths = [38, ScorecardSheet.TextWidth - 38 - 3 * 57, 57, 57, 57];
    private static readonly Ink ComponentGround = new(0.96, 0.96, 0.96);
    private static readonly TextStyle Text = new(11, Leading: 0.5);
    private static readonly TextStyle Strong = Text with { Bold = true };
    private static readonly TextStyle Rule = new(10, Leading: 0.5);
    private static readonly TextStyle Found = Rule with { Italic = true };

    public static void Draw(ScorecardSheet sheet)
    {
        var words = sheet.Words;
        sheet.Heading(words["Criteria"], keepWith: 140);
        using var tag = sheet.Canvas.Tag("Table");
        using var table = new ScorecardTable(
            sheet, Widths, [words["Code"], words["Criterion"], words["ColumnMaximum"], words["ColumnDeclared"], words["ColumnFinal"]], padding: 3);
        table.Begin(keepWith: 100);
        foreach (var component in sheet.Document.Components)
            DrawComponent(table, words, component);
        var result = sheet.Document.Result;
        table.Row(ComponentGround, null,
        [
            new Cell("", Strong), new Cell(words["Total"], Strong), new Cell(words.Points(result.Scale), Strong.Right),
            new Cell("", Strong), new Cell(words.Points(result.Total), Strong.Right),
        ]);
    }

    private static void DrawComponent(ScorecardTable table, ScorecardWords words, ScorecardComponent component)
    {
        var sign = component.Block == ScorecardBlock.Penalty ? -1 : 1;
        IReadOnlyList<Cell> head =
        [
            new Cell(component.Code, Strong.Centred), new Cell(words[component.Name], Strong), new Cell(words.Points(component.Maximum), Strong.Right),
            new Cell(words.Points(sign * component.Declared), Strong.Right), new Cell(words.Points(sign * component.Points), Strong.Right),
        ];
        var rows = component.Criteria.Select(criterion => CellsOf(words, criterion, sign)).ToList();
        // A component's name is no last line of a page.
        table.Keep(rows.Count > 0 ? [head, rows[0]] : [head]);
        table.Row(ComponentGround, null, head);
        foreach (var row in rows)
            table.Row(row);
    }

    private static IReadOnlyList<Cell> CellsOf(ScorecardWords words, ScorecardCriterion criterion, int sign) =>
    [
        new Cell(criterion.Code, Text.Centred),
        new Cell([.. Paragraphs(words, criterion)]),
        new Cell(words.Points(criterion.Maximum), Text.Right),
        new Cell(criterion.NotApplicable && criterion.Declared is null ? words["NotApplicable"] : words.Points(sign * criterion.Declared), Text.Right),
        new Cell(criterion.NotApplicable ? words["NotApplicable"] : words.Points(sign * criterion.Points), Strong.Right),
    ];

    private static IEnumerable<(string, TextStyle)> Paragraphs(ScorecardWords words, ScorecardCriterion criterion)
    {
        yield return (words[criterion.Name], Text);
        if (criterion.Rule is { } rule)
            yield return (words[rule], Rule);
        if (criterion.Explanation is { } explanation)
            yield return (words[explanation], Found);
        if (criterion.Reason is { } reason)
            yield return (words["Reason", words[reason]], Found);
    }
}
