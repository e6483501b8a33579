using DaNangDxIndex.Publications;
using DaNangDxIndex.Text;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Publishing;

/// <summary>How anybody checks a printed document against what was published: QR code, address, code, version and digest, once.</summary>
internal sealed class VerificationPanel(OfficialSheet sheet, PrintWords words, PublishedVersion version)
{
    private const double Code = 66;
    private const double LabelWidth = 96;
    private const double X = OfficialSheet.Left + Code + 12;
    private static readonly TextStyle Text = new(10);

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
            Fact(words["VerificationCode"], code);
        Fact(words["Version"], words["VersionOn", version.Edition.Number, words.ShortDate(VietNamTime.DayOf(version.Edition.PublishedAt))]);
        Fact(words["Digest"], version.Digest.Insert(version.Digest.Length / 2, "\n"));
        sheet.Y = Math.Max(sheet.Y, top + Code);
    }

    private void Fact(string label, string value)
    {
        using (sheet.Canvas.Tag(PdfTag.Paragraph))
        {
            sheet.Canvas.Write(label + ":", Text, X, sheet.Y, LabelWidth);
            sheet.Y += sheet.Canvas.Write(value, Text, X + LabelWidth, sheet.Y, OfficialSheet.Right - X - LabelWidth) + 2;
        }
    }
}
