using System.Resources;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Text;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Ranking;

/// <summary>
/// Draws the ranked table of a group as an annex of the document that announces it, from the frozen publication and nothing else. The same
/// publication gives the same bytes; safe to call from many requests at once.
/// </summary>
public sealed class StandingsPdf(Typefaces typefaces)
{
    private const double Gap = 12;
    private static readonly ResourceManager Texts = new(typeof(StandingsPdfTexts));

    /// <param name="language">"vi" or "en".</param>
    /// <param name="address">Of the same table as a page.</param>
    public byte[] Write(PublishedVersion version, PublishedGroup group, string language, Uri address)
    {
        var (edition, words) = (version.Edition, new PrintWords(Texts, language, group.Criteria.Method.Decimals));
        var title = words["FileTitle", edition.Year, words[group.Name]];
        var canvas = new PdfCanvas(typefaces, OfficialSheet.Width, OfficialSheet.Height);
        using (canvas.Tag(PdfTag.Document))
        {
            var sheet = new OfficialSheet(
                canvas, words["Foot", edition.Year, words[group.Name]],
                words[edition.Document is null ? "Foot.Sample" : "Foot.Version", edition.Number]);
            canvas.Outline(title, 0);
            new DocumentHead(sheet, words, edition)
                .Draw(words["Title", edition.Year, words.Capitals(group.Name)], Annex.OfTable(edition, group));
            sheet.Y += 12;
            var tiers = new PrintedTierCounts(sheet, words, group);
            new PrintedStandings(sheet, words, group).Draw(tiers.Height + Gap + VerificationPanel.Height);
            tiers.Draw();
            sheet.Y += Gap;
            new VerificationPanel(sheet, words, version).Draw(address, code: null);
        }
        return canvas.Finish(new PdfFacts(
            title, words[edition.Tenant.Authority], words["FileSubject", edition.Number], language,
            VietNamTime.DayOf(edition.PublishedAt)));
    }
}
