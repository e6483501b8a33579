using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DaNangDxIndex.Wordprocessing;

/// <summary>Tables of a document: ruled ones that repeat their head on every page, and the two halves of a letterhead.</summary>
internal static class DocxTable
{
    // What leaves room for the country's name in one line.
    private const double IssuerShare = 0.42;

    /// <param name="widths">In any measure: the columns share the width of the text.</param>
    /// <param name="head">Repeated on every page.</param>
    public static Table Ruled(
        IReadOnlyList<double> widths, IReadOnlyList<DocxLine> head, IEnumerable<IReadOnlyList<DocxLine>> rows)
    {
        var whole = widths.Sum();
        List<int> columns = [.. widths.Select(width => (int)(OfficialDocx.TextWidth * width / whole))];
        var ruled = new Table(
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Dxa, Width = $"{OfficialDocx.TextWidth}" },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
                    new BottomBorder { Val = BorderValues.Single, Size = 4 }, new RightBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Type = TableWidthValues.Dxa, Width = 60 },
                    new TableCellRightMargin { Type = TableWidthValues.Dxa, Width = 60 })),
            new TableGrid(columns.Select(width => new GridColumn { Width = $"{width}" })));
        ruled.Append(Row(columns, head, new TableHeader()));
        foreach (var row in rows)
            ruled.Append(Row(columns, row));
        return ruled;
    }

    /// <summary>
    /// The two halves of a letterhead: who issues it with what stands below, each over a short line, and country and motto.
    /// </summary>
    public static Table Letterhead(
        IReadOnlyList<Paragraph> issuer, DocxLine belowIssuer, string placeAndDate, string language) => Borderless(
        [
            [.. issuer, DocxLine.RuleIn(OfficialDocx.TextWidth * IssuerShare, 0.35), belowIssuer.Paragraph],
            [
                new DocxLine(Tenancy.Letterhead.Country.In(language)) { Bold = true, Centred = true, Size = 24 }.Paragraph,
                new DocxLine(Tenancy.Letterhead.Motto.In(language)) { Bold = true, Centred = true }.Paragraph,
                DocxLine.RuleIn(OfficialDocx.TextWidth * (1 - IssuerShare), 0.17),
                new DocxLine(placeAndDate) { Italic = true, Centred = true }.Paragraph,
            ],
        ],
        [IssuerShare, 1 - IssuerShare]);

    /// <summary>Cells side by side, of the same width, without lines.</summary>
    public static Table Borderless(IReadOnlyList<IReadOnlyList<Paragraph>> cells) => Borderless(cells, [.. cells.Select(_ => 1.0)]);

    public static Table Borderless(IReadOnlyList<IReadOnlyList<Paragraph>> cells, IReadOnlyList<double> widths)
    {
        var whole = widths.Sum();
        List<int> columns = [.. widths.Select(width => (int)(OfficialDocx.TextWidth * width / whole))];
        return new(
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Dxa, Width = $"{OfficialDocx.TextWidth}" },
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(columns.Select(width => new GridColumn { Width = $"{width}" })),
            new TableRow(cells.Zip(columns, CellOf)));
    }

    private static TableRow Row(List<int> columns, IReadOnlyList<DocxLine> cells, params OpenXmlElement[] more) => new(
        [new TableRowProperties([new CantSplit(), .. more]), .. cells.Zip(
            columns, (cell, width) => CellOf([(cell with { InCell = true }).Paragraph], width))]);

    private static TableCell CellOf(IReadOnlyList<Paragraph> lines, int width) => new(
        [new TableCellProperties(
            new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = $"{width}" },
            new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }), .. lines]);
}
