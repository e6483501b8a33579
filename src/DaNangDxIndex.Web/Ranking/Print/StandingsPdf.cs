using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.OnPaper;
using DaNangDxIndex.Text;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Ranking;

/// <summary>
/// Draws the ranked tables as annexes of the document that announces them, from the frozen publication and nothing else. The same
/// publication gives the same bytes; safe to call from many requests at once.
/// </summary>
public sealed class StandingsPdf(Typefaces typefaces)
{
    private const double Gap = 12;

    /// <summary>One table as a file.</summary>
    /// <param name="language">"vi" or "en".</param>
    /// <param name="address">Of the same table as a page.</param>
    public byte[] Write(PublishedVersion version, PublishedGroup group, string language, Uri address)
    {
        var tables = new AnnexedTables(version, language, _ => address);
        return Write(tables, [group], tables.WordsOf(group)["FileTitle", version.Edition.Year, group.Name.In(language)]);
    }

    /// <summary>All tables in one file, each with pages of its own count.</summary>
    public byte[] Write(AnnexedTables tables) => Write(tables, tables.Edition.Groups, tables.Title);

    private byte[] Write(AnnexedTables tables, IReadOnlyList<PublishedGroup> groups, string title)
    {
        var canvas = new PdfCanvas(typefaces, OfficialSheet.Width, OfficialSheet.Height);
        var words = tables.WordsOf(groups[0]);
        using (canvas.Tag(PdfTag.Document))
            foreach (var (number, group) in groups.Index())
            {
                if (number > 0)
                    canvas.NextPage();
                Draw(canvas, tables, group);
            }
        return canvas.Finish(new PdfFacts(
            title, words[tables.Edition.Tenant.Authority], words["FileSubject", tables.Edition.Number], tables.Language,
            VietNamTime.DayOf(tables.Edition.PublishedAt))
        {
            // A draft proves nothing, and a file of several tables is none that a check prints anew: each table has a file of its own.
            Paper = !tables.Draft && groups is [var only]
                ? PaperIdentity.Of(tables.Edition, tables.Version.Digest, tables.Language, only.Code)
                : null,
        });
    }

    private static void Draw(PdfCanvas canvas, AnnexedTables tables, PublishedGroup group)
    {
        var (edition, words) = (tables.Edition, tables.WordsOf(group));
        var sheet = new OfficialSheet(
            canvas, words["Foot", edition.Year, words[group.Name]], HeadWords.Foot(words, edition, tables.Draft));
        canvas.Outline(words["FileTitle", edition.Year, words[group.Name]], 0);
        new DocumentHead(sheet, words, edition) { Draft = tables.Draft }
            .Draw(words["Title", edition.Year, words.Capitals(group.Name)], Annex.OfTable(edition, group, tables.Draft));
        sheet.Y += 12;
        var tiers = new PrintedTierCounts(words, group);
        new PrintedStandings(words, group, edition.Printed).Draw(sheet, tiers.HeightOn(sheet) + Gap + VerificationPanel.Height);
        tiers.Draw(sheet);
        sheet.Y += Gap;
        if (tables.Draft)
            sheet.Paragraph(words["NotPublished"], new TextStyle(11, Italic: true));
        else
            new VerificationPanel(sheet, words, tables.Version).Draw(tables.AddressOf(group), code: null);
    }
}
