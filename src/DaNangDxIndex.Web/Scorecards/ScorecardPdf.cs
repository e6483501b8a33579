using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

/// <summary>
/// Draws a scorecard as an annex to a decision, after Decree 30/2020/NĐ-CP. The same document gives the same bytes; safe to call from many
/// requests at once.
/// </summary>
public sealed class ScorecardPdf(Typefaces typefaces)
{
    /// <param name="culture">"vi" or "en".</param>
    /// <exception cref="PlatformNotSupportedException">Cairo or Pango is not installed; the message names the packages.</exception>
    public byte[] Write(ScorecardDocument document, string culture)
    {
        var words = new ScorecardWords(culture, document.Decimals);
        var canvas = new PdfCanvas(typefaces, ScorecardSheet.Width, ScorecardSheet.Height);
        using (canvas.Tag("Document"))
        {
            var sheet = new ScorecardSheet(canvas, document, words);
            ScorecardHead.Draw(sheet);
            ScorecardOutcome.Draw(sheet);
            ScorecardTiers.Draw(sheet);
            ScorecardTotal.Draw(sheet);
            ScorecardBars.DrawComponents(sheet);
            ScorecardBars.DrawPillars(sheet);
            ScorecardCriteria.Draw(sheet);
            ScorecardNotes.Draw(sheet);
        }
        return canvas.Finish(FactsOf(document, words));
    }

    private static PdfFacts FactsOf(ScorecardDocument document, ScorecardWords words) => new(
        Title: words["FileTitle", document.Year, words[document.AgencyName]],
        Author: words[document.Issuer.Tenant],
        Subject: words["FileSubject", words[document.Group], document.Publication.Version],
        Language: words.Language,
        Created: document.Publication.PublishedOn);
}
