using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// The top of page 1 after Decree 30/2020/NĐ-CP: an annex names the document it belongs to, and leaves room at the top
/// right for the data of the digital signature; what is no annex has a letterhead of its own, with place and date.
/// </summary>
internal sealed class DocumentHead(OfficialSheet sheet, PrintWords words, PublishedEdition edition)
{
    private const double RoomForSignature = 34;
    private const double IssuerWidth = 0.38 * OfficialSheet.TextWidth;
    private const double MottoLeft = OfficialSheet.Left + IssuerWidth;
    private const double MottoWidth = OfficialSheet.TextWidth - IssuerWidth;
    private static readonly TextStyle Title = new(14, Bold: true, Align: TextAlign.Centre, Leading: 1);

    /// <summary>Nothing of it is published yet.</summary>
    public bool Draft { get; init; }

    /// <param name="annex">Roman number; null where the document is no annex.</param>
    public void Draw(string title, string? annex)
    {
        if (annex is null)
            DrawLetterhead();
        else
            DrawAnnex(annex);
        using (sheet.Canvas.Tag(PdfTag.Title))
            sheet.Y += sheet.Canvas.Write(title, Title, OfficialSheet.Left, sheet.Y, OfficialSheet.TextWidth);
        sheet.Y += 2;
        sheet.Paragraph(
            HeadWords.UnderTitle(words, edition, Draft), new TextStyle(13, Italic: true, Align: TextAlign.Centre),
            OfficialSheet.Left + 20, OfficialSheet.TextWidth - 40);
        sheet.Y += 4;
        sheet.Rule(OfficialSheet.Left + OfficialSheet.TextWidth / 2, 90);
    }

    private void DrawAnnex(string annex)
    {
        if (Draft)
            DrawMark(words["Draft"]);
        else
            sheet.Y += RoomForSignature;
        sheet.Paragraph(words["Annex", annex], Title, OfficialSheet.Left, OfficialSheet.TextWidth);
        sheet.Y += 2;
    }

    private void DrawLetterhead()
    {
        var top = sheet.Y;
        DrawIssuer();
        var left = sheet.Y;
        sheet.Y = top;
        DrawMotto();
        sheet.Y = Math.Max(left, sheet.Y) + 12;
    }

    private void DrawIssuer()
    {
        var name = sheet.Paragraph(
            InTwoLines(words.Capitals(edition.Tenant.Authority)), new TextStyle(12, Bold: true, Align: TextAlign.Centre),
            OfficialSheet.Left, IssuerWidth);
        sheet.Y += 3;
        sheet.Rule(OfficialSheet.Left + IssuerWidth / 2, Math.Min(name * 0.45, 70));
        if (HeadWords.Mark(words, edition, Draft) is not { } mark)
            return;
        sheet.Y += 9;
        DrawMark(mark);
    }

    /// <summary>Framed in bold capitals, where an official document bears its marks of secrecy and urgency.</summary>
    private void DrawMark(string text)
    {
        var mark = sheet.Canvas.Lay(text, new TextStyle(12, Bold: true, Align: TextAlign.Centre), IssuerWidth);
        using (sheet.Canvas.Artifact())
            sheet.Canvas.Frame(OfficialSheet.Left + (IssuerWidth - mark.Width) / 2 - 8, sheet.Y, mark.Width + 16, mark.Height + 6, 0.9);
        using (sheet.Canvas.Tag(PdfTag.Paragraph))
            sheet.Canvas.Draw(mark, OfficialSheet.Left, sheet.Y + 3);
        sheet.Y += mark.Height + 6;
    }

    private void DrawMotto()
    {
        sheet.Paragraph(words[Letterhead.Country], new TextStyle(12, Bold: true, Align: TextAlign.Centre), MottoLeft, MottoWidth);
        var width = sheet.Paragraph(words[Letterhead.Motto], new TextStyle(13, Bold: true, Align: TextAlign.Centre), MottoLeft, MottoWidth);
        sheet.Y += 3;
        sheet.Rule(MottoLeft + MottoWidth / 2, width);
        sheet.Y += 7;
        var day = words.LongDate(edition.Document?.Date ?? VietNamTime.DayOf(edition.PublishedAt));
        sheet.Paragraph(
            words["PlaceAndDate", words[edition.Tenant.Place], day], new TextStyle(13, Italic: true, Align: TextAlign.Centre), MottoLeft,
            MottoWidth);
    }

    /// <summary>"ỦY BAN NHÂN DÂN" over "THÀNH PHỐ ĐÀ NẴNG", never broken inside the name.</summary>
    private static string InTwoLines(string authority) => authority
        .Replace("NHÂN DÂN ", "NHÂN DÂN\n", StringComparison.Ordinal).Replace("COMMITTEE OF ", "COMMITTEE OF\n", StringComparison.Ordinal);
}
