using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DaNangDxIndex.Spreadsheets;

/// <summary>The few styles a sheet needs: headings, texts, and numbers by their decimals.</summary>
internal static class Styles
{
    private const int MostDecimals = 4;

    /// <summary>Numbers of formats below this are the standard's own.</summary>
    private const uint FirstOwnFormat = 164;

    public const uint Text = 1;

    public const uint Heading = 2;

    /// <summary>Of cells to be filled in: on a ground of their own, with an edge, and open where the sheet is locked.</summary>
    public const uint Input = 4 + MostDecimals;

    public static uint Number(int decimals) => 3 + (uint)Math.Min(decimals, MostDecimals);

    public static Stylesheet All => new(
        new NumberingFormats(Enumerable.Range(0, MostDecimals + 1).Select(decimals => new NumberingFormat
        {
            NumberFormatId = FirstOwnFormat + (uint)decimals,
            FormatCode = decimals == 0 ? "0" : "0." + new string('0', decimals),
        })),
        new Fonts(
            new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }),
            new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })),
        // The first two fills are fixed by the standard, whatever they are said to be.
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE6EDF2" }) { PatternType = PatternValues.Solid }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFFFF8DC" }) { PatternType = PatternValues.Solid })),
        new Borders(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(
                new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
                new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin },
                new DiagonalBorder())),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(Formats()),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static IEnumerable<OpenXmlElement> Formats()
    {
        yield return Format(0, 0, 0);
        yield return Format(0, 0, 0, wrapped: true);
        yield return Format(0, 1, 2, wrapped: true);
        for (var decimals = 0; decimals <= MostDecimals; decimals++)
            yield return Format(FirstOwnFormat + (uint)decimals, 0, 0);
        yield return new CellFormat(new Protection { Locked = false })
        {
            NumberFormatId = 0, FontId = 0, FillId = 3, BorderId = 1, FormatId = 0, ApplyFill = true, ApplyBorder = true,
            ApplyProtection = true,
        };
    }

    private static CellFormat Format(uint number, uint font, uint fill, bool wrapped = false)
    {
        var format = new CellFormat
        {
            NumberFormatId = number, FontId = font, FillId = fill, BorderId = 0, FormatId = 0,
            ApplyNumberFormat = number > 0 ? true : null, ApplyFont = font > 0 ? true : null, ApplyFill = fill > 0 ? true : null,
        };
        if (!wrapped)
            return format;
        format.ApplyAlignment = true;
        format.Append(new Alignment
        {
            Horizontal = HorizontalAlignmentValues.Left,
            Vertical = VerticalAlignmentValues.Top,
            WrapText = true,
            Indent = 1,
        });
        return format;
    }
}
