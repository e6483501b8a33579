using System.Resources;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.OnPaper;
using DaNangDxIndex.Text;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

/// <summary>
/// Draws a scorecard: page 1 stands alone, pages 2 and 3 hold a line to every criterion.
/// The same card gives the same bytes; safe to call from many requests at once.
/// </summary>
public sealed class ScorecardPdf(Typefaces typefaces)
{
    private static readonly ResourceManager Texts = new(typeof(ScorecardTexts));

    /// <param name="language">"vi" or "en".</param>
    /// <param name="verify">Where the card can be checked.</param>
    public byte[] Write(PrintedCard card, string language, Uri verify)
    {
        var (edition, words) = (card.Version.Edition, new PrintWords(Texts, language, card.Method.Decimals));
        var name = words[card.Entrant.Name];
        var canvas = new PdfCanvas(typefaces, OfficialSheet.Width, OfficialSheet.Height);
        using (canvas.Tag(PdfTag.Document))
        {
            var sheet = new OfficialSheet(
                canvas, words["Foot", edition.Year, name],
                words[edition.Document is null ? "Foot.Sample" : "Foot.Version", edition.Number]);
            canvas.Outline(words["FileTitle", edition.Year, name], 0);
            new DocumentHead(sheet, words, edition).Draw(words["Title", edition.Year], Annex.OfScorecards(edition));
            ScorecardFirstPage.Draw(sheet, words, card);
            DrawVerification(sheet, words, card, verify);
            sheet.NextPage();
            ScorecardCriteria.Draw(sheet, words, card);
        }
        return canvas.Finish(new PdfFacts(
            Title: words["FileTitle", edition.Year, name],
            Author: words[edition.Tenant.Authority],
            Subject: words["FileSubject", words[card.Group.Name], edition.Number],
            Language: language,
            Created: VietNamTime.DayOf(edition.PublishedAt))
        {
            Paper = PaperIdentity.Of(edition, card.Version.Digest, language, card.Group.Code) with
            {
                Agency = card.Entrant.Agency, Code = card.Code,
            },
        });
    }

    /// <summary>At the foot of page 1.</summary>
    private static void DrawVerification(OfficialSheet sheet, PrintWords words, PrintedCard card, Uri verify)
    {
        sheet.Y = Math.Max(sheet.Y + 6, OfficialSheet.Bottom - VerificationPanel.Height);
        new VerificationPanel(sheet, words, card.Version).Draw(verify, card.Code);
    }
}
