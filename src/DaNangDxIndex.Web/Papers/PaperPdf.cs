using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Papers;

/// <summary>Sets a paper on A4 after Decree 30/2020/NĐ-CP. The same paper gives the same bytes.</summary>
public sealed class PaperPdf(Typefaces typefaces)
{
    private const double IssuerWidth = 0.42 * OfficialSheet.TextWidth;
    private const double MottoLeft = OfficialSheet.Left + IssuerWidth;
    private const double MottoWidth = OfficialSheet.TextWidth - IssuerWidth;
    // The titles of who signs, room for hand and seal, and the digest under them.
    private const double Signing = 150;
    private const double AfterParagraph = 4;
    private const double AfterTable = 8;
    private static readonly double[] Paddings = [4, 3.2, 2.5, 1.9, 1.4];
    private static readonly TextStyle Title = new(13, Bold: true);
    private static readonly TextStyle Body = new(13, Leading: 2);
    private static readonly TextStyle Strong = new(12, Bold: true, Align: TextAlign.Centre);
    private static readonly TextStyle Small = new(9);
    private static readonly TextStyle Cell = new(10);

    public byte[] Write(Paper paper, DateOnly day)
    {
        var canvas = new PdfCanvas(typefaces, OfficialSheet.Width, OfficialSheet.Height);
        using (canvas.Tag(PdfTag.Document))
        {
            var sheet = new OfficialSheet(canvas, $"{paper.Kind}. {paper.Title}", $"SHA-256 {paper.Digest[..16]}…");
            canvas.Outline(paper.Title, 0);
            DrawHead(sheet, paper);
            var behind = Behind(sheet, paper.Parts);
            foreach (var (place, part) in paper.Parts.Index())
                Draw(sheet, part, behind[place]);
            DrawEnd(sheet, paper);
        }
        return canvas.Finish(new PdfFacts(paper.Title, paper.Issuer, paper.Kind, paper.Language, day));
    }

    private static void DrawHead(OfficialSheet sheet, Paper paper)
    {
        var top = sheet.Y;
        sheet.Paragraph(PaperWords.InTwoLines(paper.Superior), Strong with { Bold = false }, OfficialSheet.Left, IssuerWidth);
        var name = sheet.Paragraph(PaperWords.InTwoLines(paper.Issuer), Strong, OfficialSheet.Left, IssuerWidth);
        sheet.Y += 3;
        sheet.Rule(OfficialSheet.Left + IssuerWidth / 2, Math.Min(name * 0.45, 70));
        sheet.Y += 7;
        sheet.Paragraph(paper.Number, new TextStyle(13).Centred, OfficialSheet.Left, IssuerWidth);
        var left = sheet.Y;
        sheet.Y = top;
        sheet.Paragraph(Letterhead.Country.In(paper.Language), Strong, MottoLeft, MottoWidth);
        var motto = sheet.Paragraph(
            Letterhead.Motto.In(paper.Language), Strong with { Size = 13 }, MottoLeft, MottoWidth);
        sheet.Y += 3;
        sheet.Rule(MottoLeft + MottoWidth / 2, motto);
        sheet.Y += 7;
        sheet.Paragraph(paper.PlaceAndDate, new TextStyle(13, Italic: true).Centred, MottoLeft, MottoWidth);
        sheet.Y = Math.Max(left, sheet.Y) + 16;
        if (paper.Draft is { } draft)
            sheet.Paragraph(draft, new TextStyle(11, Italic: true).Centred);
        using (sheet.Canvas.Tag(PdfTag.Title))
        {
            var title = new TextStyle(14, Bold: true, Align: TextAlign.Centre, Leading: 1);
            sheet.Y += sheet.Canvas.Write(paper.Kind, title, OfficialSheet.Left, sheet.Y, OfficialSheet.TextWidth);
            sheet.Y += sheet.Canvas.Write(paper.Title, title, OfficialSheet.Left, sheet.Y, OfficialSheet.TextWidth);
        }
        sheet.Y += 4;
        sheet.Rule(OfficialSheet.Left + OfficialSheet.TextWidth / 2, 90);
        sheet.Y += 10;
    }

    /// <summary>
    /// By part, the height of what must stand on the page of its end: who signs never stands alone on a page, nor with nothing but short
    /// paragraphs under a table; and a heading stands with what it is over.
    /// </summary>
    private static double[] Behind(OfficialSheet sheet, IReadOnlyList<Paper.Part> parts)
    {
        const double Most = OfficialSheet.PageHeight / 2;
        var (behind, below) = (new double[parts.Count], Signing);
        for (var place = parts.Count - 1; place >= 0; place--)
        {
            behind[place] = below <= Most ? below : parts[place] is Paper.Heading ? Most : 0;
            var isUnderHeading = place > 0 && parts[place - 1] is Paper.Heading;
            below = parts[place] switch
            {
                Paper.Paragraph paragraph when isUnderHeading || behind[place] > 0 => HeightOf(sheet, paragraph) + behind[place],
                Paper.Table table when isUnderHeading => Ruled(sheet, table).Least(behind[place] + AfterTable),
                _ => 0,
            };
        }
        return behind;
    }

    /// <param name="behind">Height of what must stand on the page of its end.</param>
    private static void Draw(OfficialSheet sheet, Paper.Part part, double behind)
    {
        switch (part)
        {
            case Paper.Heading heading:
                Room(sheet, sheet.Canvas.Lay(heading.Text, Title, OfficialSheet.TextWidth).Height + 10 + behind);
                sheet.Y += 6;
                sheet.Heading(heading.Text, Title);
                sheet.Y += 4;
                break;
            case Paper.Paragraph paragraph:
                Room(sheet, HeightOf(sheet, paragraph) + behind);
                sheet.Paragraph(paragraph.Text, Body);
                sheet.Y += AfterParagraph;
                break;
            case Paper.Table table:
                Ruled(sheet, table).Fitting(Paddings, behind + AfterTable).Draw(behind + AfterTable);
                sheet.Y += AfterTable;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(part), part, "Not known.");
        }
    }

    private static double HeightOf(OfficialSheet sheet, Paper.Paragraph paragraph) =>
        sheet.Canvas.Lay(paragraph.Text, Body, OfficialSheet.TextWidth).Height + AfterParagraph;

    private static RuledTable Ruled(OfficialSheet sheet, Paper.Table table)
    {
        var whole = table.Columns.Sum(column => column.Share);
        var ruled = new RuledTable(
            sheet,
            [.. table.Columns.Select(column => new TableColumn(OfficialSheet.TextWidth * column.Share / whole, column.Heading))],
            new TextStyle(10, Bold: true), Paddings[0]);
        foreach (var row in table.Rows)
            ruled.Add(
                [.. row.Cells.Zip(table.Columns, (text, column) => new TableCell(
                    text, (Cell with { Bold = row.Strong }) with { Align = column.Centred ? TextAlign.Centre : TextAlign.Left }))],
                row.Strong ? Ink.Grey(0.96) : null, keepWithNext: row.Strong && row != table.Rows[^1]);
        return ruled;
    }

    private static void DrawEnd(OfficialSheet sheet, Paper paper)
    {
        Room(sheet, Signing);
        var width = OfficialSheet.TextWidth / Math.Max(1, paper.Signatures.Count);
        var top = sheet.Y + 6;
        foreach (var (place, signature) in paper.Signatures.Index())
        {
            sheet.Y = top;
            sheet.Paragraph(signature, Strong with { Size = 13 }, OfficialSheet.Left + place * width, width);
        }
        sheet.Y = top + Signing - 34;
        sheet.Paragraph(PaperWords.DigestOf(paper), Small);
    }

    private static void Room(OfficialSheet sheet, double needed)
    {
        if (sheet.Room < needed && sheet.Y > OfficialSheet.Top)
            sheet.NextPage();
    }
}
