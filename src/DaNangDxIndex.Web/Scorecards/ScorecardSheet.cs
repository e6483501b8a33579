using System.Globalization;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

/// <summary>The A4 sheet of Decree 30/2020/NĐ-CP, annex I: margins, page number in the middle of the top margin from page 2 on, footer, flow from page to page.</summary>
internal sealed class ScorecardSheet
{
    public const double Width = 210 * Millimetre;
    public const double Height = 297 * Millimetre;
    public const double Left = 30 * Millimetre;
    public const double TextWidth = Width - Left - 15 * Millimetre;
    public const double Right = Left + TextWidth;
    public const double Top = 20 * Millimetre;
    public const double Bottom = Height - 25 * Millimetre;
    private const double Millimetre = 72 / 25.4;
    private const double PageNumberTop = 10 * Millimetre;
    private const double FooterRule = Height - 22 * Millimetre;
    private const double FooterCode = 14 * Millimetre;
    private static readonly TextStyle Small = new(9.5);

    public ScorecardSheet(PdfCanvas canvas, ScorecardDocument document, ScorecardWords words)
    {
        (Canvas, Document, Words) = (canvas, document, words);
        QrCode = new ScorecardQrCode(document.Publication.VerifyAddress);
        Y = Top;
        DrawFooter();
    }

    public PdfCanvas Canvas { get; }
    public ScorecardDocument Document { get; }
    public ScorecardWords Words { get; }
    public ScorecardQrCode QrCode { get; }

    /// <summary>Where the next thing is drawn.</summary>
    public double Y { get; set; }

    public bool Fits(double height) => Y + height <= Bottom;

    /// <summary>Keeps what follows together: begins a new page unless this much is left.</summary>
    public void Reserve(double height)
    {
        if (!Fits(height))
            BeginPage();
    }

    public void BeginPage()
    {
        Canvas.NextPage();
        Y = Top;
        using (Canvas.Artifact())
            Canvas.Write(Canvas.Page.ToString(CultureInfo.InvariantCulture), new TextStyle(13).Centred, Left, PageNumberTop, TextWidth);
        DrawFooter();
    }

    /// <summary>A section's title, with room for the lines that must not be parted from it.</summary>
    public void Heading(string title, double keepWith)
    {
        Reserve(keepWith + 46);
        Y += Y > Top ? 11 : 0;
        Canvas.Outline(title, Y);
        using (Canvas.Tag("H2"))
            Y += Canvas.Write(title, new TextStyle(12, Bold: true), Left, Y, TextWidth);
        Y += 4;
    }

    private void DrawFooter()
    {
        var publication = Document.Publication;
        using var _ = Canvas.Artifact();
        Canvas.Line(Left, FooterRule, Right, FooterRule, 0.5);
        QrCode.Draw(Canvas, Right - FooterCode, FooterRule + 5, FooterCode);
        var y = FooterRule + 8;
        var mark = publication.Decision is null ? Words["DemoMark"] + ". " : "";
        y += Canvas.Write(
            mark + Words["Footer", publication.Version, Words.ShortDate(publication.PublishedOn), publication.Code], Small, Left, y, TextWidth - FooterCode - 12) + 3;
        Canvas.Write(publication.VerifyAddress.AbsoluteUri, Small, Left, y, TextWidth - FooterCode - 12);
    }
}
