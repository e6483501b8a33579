using System.Globalization;

namespace DaNangDxIndex.Typesetting;

/// <summary>
/// The A4 sheet of official documents (Decree 30/2020/NĐ-CP, annex I): margins of 20 mm at top and bottom, 30 mm
/// left, 15 mm right, page number in the middle of the top margin from page 2 on, and a flow from page to page.
/// </summary>
internal sealed class OfficialSheet
{
    public const double Width = 210 * Millimetre;
    public const double Height = 297 * Millimetre;
    public const double Left = 30 * Millimetre;
    public const double Right = Width - 15 * Millimetre;
    public const double TextWidth = Right - Left;
    public const double Top = 20 * Millimetre;
    public const double Bottom = Height - 20 * Millimetre;
    public const double PageHeight = Bottom - Top;
    private const double Millimetre = 72 / 25.4;
    private const double PageNumberTop = 10 * Millimetre;
    private const double FootTop = Height - 15 * Millimetre;
    private static readonly TextStyle Foot = new(9, Italic: true, Ink: Ink.Grey(0.25));
    private readonly string _footLeft;
    private readonly string _footRight;
    private readonly int _firstPage;

    /// <param name="footLeft">
    /// In the bottom margin of every page, small: what the page belongs to, should it be parted from the others.
    /// </param>
    /// <param name="footRight">At the right of the same line.</param>
    public OfficialSheet(PdfCanvas canvas, string footLeft, string footRight)
    {
        (Canvas, _footLeft, _footRight, _firstPage) = (canvas, footLeft, footRight, canvas.Page);
        DrawFoot();
    }

    public PdfCanvas Canvas { get; }

    /// <summary>Where the next thing is drawn.</summary>
    public double Y { get; set; } = Top;

    public double Room => Bottom - Y;

    /// <summary>Of several documents in one file each counts its own pages.</summary>
    private string Number => (Canvas.Page - _firstPage + 1).ToString(CultureInfo.InvariantCulture);

    public void NextPage()
    {
        Canvas.NextPage();
        Y = Top;
        using (Canvas.Artifact())
            Canvas.Write(Number, new TextStyle(13).Centred, Left, PageNumberTop, TextWidth);
        DrawFoot();
    }

    /// <summary>A section's title; it stands in the table of contents too.</summary>
    public void Heading(string title, TextStyle style)
    {
        Canvas.Outline(title, Y);
        using (Canvas.Tag(PdfTag.Heading))
            Y += Canvas.Write(title, style, Left, Y, TextWidth);
    }

    public void Paragraph(string text, TextStyle style) => Paragraph(text, style, Left, TextWidth);

    /// <returns>The width of the longest line.</returns>
    public double Paragraph(string text, TextStyle style, double x, double width)
    {
        var laid = Canvas.Lay(text, style, width);
        using (Canvas.Tag(PdfTag.Paragraph))
            Canvas.Draw(laid, x, Y);
        Y += laid.Height;
        return laid.Width;
    }

    /// <summary>A short line under a title, as official documents have it.</summary>
    public void Rule(double centre, double width)
    {
        using (Canvas.Artifact())
            Canvas.Line(centre - width / 2, Y, centre + width / 2, Y, 0.7);
    }

    private void DrawFoot()
    {
        using var _ = Canvas.Artifact();
        Canvas.Line(Left, FootTop, Right, FootTop, 0.4, Ink.Grey(0.5));
        Canvas.Write(_footLeft, Foot, Left, FootTop + 4, TextWidth * 0.66);
        Canvas.Write(_footRight, Foot.Right, Left, FootTop + 4, TextWidth);
    }
}
