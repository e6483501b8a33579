using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

/// <summary>The top of page 1: national motto and issuing body, title of the annex, the decision it belongs to, the agency.</summary>
internal static class ScorecardHead
{
    private const double IssuerWidth = 0.37 * ScorecardSheet.TextWidth;
    private const double MottoWidth = ScorecardSheet.TextWidth - IssuerWidth;
    private const double MottoLeft = ScorecardSheet.Left + IssuerWidth;
    private static readonly TextStyle Body = new(13, Leading: 2);
    private static readonly TextStyle Title = new(14, Bold: true, Align: TextAlign.Centre, Leading: 2);

    public static void Draw(ScorecardSheet sheet)
    {
        var top = sheet.Y;
        var left = DrawIssuer(sheet);
        sheet.Y = top;
        var right = DrawMotto(sheet);
        // The line "Phụ lục" is short enough to stand beside the demo mark.
        sheet.Y = Math.Max(left + 1, right + 16);
        DrawTitle(sheet);
        DrawAgency(sheet);
    }

    private static double DrawIssuer(ScorecardSheet sheet)
    {
        var (canvas, words, issuer) = (sheet.Canvas, sheet.Words, sheet.Document.Issuer);
        if (issuer.SuperiorBody is { } superior)
            WriteCentred(sheet, words.Capitals(superior), new TextStyle(12, Leading: 1), ScorecardSheet.Left, IssuerWidth);
        var name = WriteCentred(sheet, words.Capitals(issuer.Body), new TextStyle(12, Bold: true, Leading: 1), ScorecardSheet.Left, IssuerWidth);
        Rule(sheet, ScorecardSheet.Left + IssuerWidth / 2, Math.Min(name * 0.45, 70));
        if (sheet.Document.Publication.Decision is null)
            DrawDemoMark(sheet);
        return sheet.Y;
    }

    private static double DrawMotto(ScorecardSheet sheet)
    {
        WriteCentred(sheet, sheet.Words["Motto1"], new TextStyle(12, Bold: true), MottoLeft, MottoWidth);
        var width = WriteCentred(sheet, sheet.Words["Motto2"], new TextStyle(13, Bold: true), MottoLeft, MottoWidth);
        Rule(sheet, MottoLeft + MottoWidth / 2, width);
        return sheet.Y;
    }

    /// <summary>Framed in bold capitals under the issuing body, where an official document bears its marks of secrecy and urgency.</summary>
    private static void DrawDemoMark(ScorecardSheet sheet)
    {
        sheet.Y += 9;
        var mark = sheet.Canvas.Lay(sheet.Words["DemoMark"], new TextStyle(12, Bold: true, Align: TextAlign.Centre), IssuerWidth);
        var x = ScorecardSheet.Left + (IssuerWidth - mark.Width) / 2 - 8;
        using (sheet.Canvas.Artifact())
            sheet.Canvas.Frame(x, sheet.Y, mark.Width + 16, mark.Height + 7, 0.9);
        using (sheet.Canvas.Tag("P"))
            sheet.Canvas.Draw(mark, ScorecardSheet.Left, sheet.Y + 3.5);
        sheet.Y += mark.Height + 7;
    }

    private static void DrawTitle(ScorecardSheet sheet)
    {
        var (canvas, words, document) = (sheet.Canvas, sheet.Words, sheet.Document);
        WriteCentred(sheet, words["Annex"], Title, ScorecardSheet.Left, ScorecardSheet.TextWidth);
        sheet.Y += 2;
        canvas.Outline(words["FileTitle", document.Year, words[document.AgencyName]], 0);
        using (canvas.Tag("H1"))
            sheet.Y += canvas.Write(words["Title", document.Year], Title, ScorecardSheet.Left, sheet.Y, ScorecardSheet.TextWidth);
        sheet.Y += 3;
        var decision = document.Publication.Decision;
        var under = decision is null
            ? words["DemoSentence"]
            : words["IssuedWith", words[decision.Kind], decision.Number, words.LongDate(decision.Date), words[decision.IssuedBy]];
        WriteCentred(sheet, under, new TextStyle(13, Italic: true, Leading: 2), ScorecardSheet.Left + 20, ScorecardSheet.TextWidth - 40);
        Rule(sheet, ScorecardSheet.Left + ScorecardSheet.TextWidth / 2, 90);
        sheet.Y += 11;
    }

    private static void DrawAgency(ScorecardSheet sheet)
    {
        var (words, document) = (sheet.Words, sheet.Document);
        Fact(sheet, words["Agency"], words[document.AgencyName], bold: true);
        Fact(sheet, words["Group"], words["GroupAndCode", words[document.Group], document.AgencyCode], bold: false);
        if (!document.Illustrative)
            return;
        sheet.Y += 2;
        using (sheet.Canvas.Tag("P"))
            sheet.Y += sheet.Canvas.Write(
                words["Illustrative"], new TextStyle(12, Italic: true, Leading: 1), ScorecardSheet.Left, sheet.Y, ScorecardSheet.TextWidth);
    }

    private static void Fact(ScorecardSheet sheet, string label, string value, bool bold)
    {
        const double labelWidth = 104;
        var canvas = sheet.Canvas;
        var block = canvas.Lay(value, Body with { Bold = bold }, ScorecardSheet.TextWidth - labelWidth);
        using (canvas.Tag("P"))
        {
            canvas.Write(label + ":", Body, ScorecardSheet.Left, sheet.Y, labelWidth);
            canvas.Draw(block, ScorecardSheet.Left + labelWidth, sheet.Y);
        }
        sheet.Y += block.Height + 3;
    }

    private static double WriteCentred(ScorecardSheet sheet, string text, TextStyle style, double x, double width)
    {
        var block = sheet.Canvas.Lay(text, style.Centred, width);
        using (sheet.Canvas.Tag("P"))
            sheet.Canvas.Draw(block, x, sheet.Y);
        sheet.Y += block.Height + 1;
        return block.Width;
    }

    private static void Rule(ScorecardSheet sheet, double centre, double width)
    {
        sheet.Y += 2;
        using (sheet.Canvas.Artifact())
            sheet.Canvas.Line(centre - width / 2, sheet.Y, centre + width / 2, sheet.Y, 0.7);
    }
}
