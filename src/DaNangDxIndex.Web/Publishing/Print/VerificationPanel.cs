using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing.OnPaper;
using DaNangDxIndex.Text;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Publishing;

/// <summary>How anybody checks a printed document against what was published: QR code, address, code, version and digest, once,
/// and the head of the audit chain when it was published.</summary>
internal sealed class VerificationPanel(OfficialSheet sheet, PrintWords words, PublishedVersion version)
{
    private const double Code = 66;
    private const double LabelWidth = 96;
    private const double X = OfficialSheet.Left + Code + 12;
    private static readonly TextStyle Text = new(10);

    // Sixty-four digits on one line.
    private static readonly TextStyle Fine = new(7.5);

    public const double Height = Code + 32;

    /// <param name="code">Verification code; null for documents that have none.</param>
    public void Draw(Uri address, string? code)
    {
        sheet.Heading(words["Verification"], new TextStyle(11, Bold: true));
        sheet.Y += 2;
        sheet.Paragraph(words["VerifyHow"], Text);
        sheet.Y += 4;
        var top = sheet.Y;
        using (sheet.Canvas.Figure(words["QrAlt", address.AbsoluteUri]))
            new QrCode(address).Draw(sheet.Canvas, OfficialSheet.Left, top, Code);
        using (sheet.Canvas.Link(address, words["QrAlt", address.AbsoluteUri]))
            sheet.Y += sheet.Canvas.Write(address.AbsoluteUri, Text with { Bold = true }, X, sheet.Y, OfficialSheet.Right - X) + 2;
        if (code is not null)
            Fact(words["VerificationCode"], code, Text, PaperPlace.Code);
        var day = words.ShortDate(VietNamTime.DayOf(version.Edition.PublishedAt));
        Fact(words["Version"], words["VersionOn", version.Edition.Number, day], Text);
        Fact(words["Digest"], version.Digest, Fine, PaperPlace.Digest);
        Fact(words["AuditHead"], version.Edition.AuditHead, Fine, PaperPlace.AuditHead);
        sheet.Y = Math.Max(sheet.Y, top + Code);
    }

    private void Fact(string label, string value, TextStyle style, string? place = null)
    {
        using (sheet.Canvas.Tag(PdfTag.Paragraph))
        {
            sheet.Canvas.Write(label + ":", Text, X, sheet.Y, LabelWidth);
            sheet.Y += sheet.Canvas.Write(value, style, X + LabelWidth, sheet.Y, OfficialSheet.Right - X - LabelWidth, place) + 2;
        }
    }
}
