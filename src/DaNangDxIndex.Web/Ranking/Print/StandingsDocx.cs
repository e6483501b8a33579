using DaNangDxIndex.Publishing;
using DaNangDxIndex.Text;
using DaNangDxIndex.Typesetting;
using DaNangDxIndex.Wordprocessing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PrintedCell = DaNangDxIndex.Typesetting.TableCell;

namespace DaNangDxIndex.Ranking;

/// <summary>The annexes as a document to go on writing in; the same words and numbers as <see cref="StandingsPdf"/>.</summary>
public static class StandingsDocx
{
    public static byte[] Write(AnnexedTables tables)
    {
        var groups = tables.Edition.Groups;
        var words = tables.WordsOf(groups[0]);
        return OfficialDocx.Write(
            tables.Language, tables.Title, words[tables.Edition.Tenant.Authority],
            [
                .. groups.SelectMany((group, place) =>
                    Content(tables, group).Append(place < groups.Count - 1 ? OfficialDocx.SectionEnd() : OfficialDocx.Section())),
            ]);
    }

    private static IEnumerable<OpenXmlElement> Content(AnnexedTables tables, PublishedGroup group)
    {
        var (edition, words) = (tables.Edition, tables.WordsOf(group));
        var (standings, tiers) = (new PrintedStandings(words, group, edition.Printed), new PrintedTierCounts(words, group));
        return
        [
            .. Head(tables, words, group),
            Titled(words["Title", edition.Year, words.Capitals(group.Name)]),
            new DocxLine(HeadWords.UnderTitle(words, edition, tables.Draft)) { Italic = true, Centred = true, WithNext = true }.Paragraph,
            DocxLine.Rule,
            Ruled(standings.Columns, standings.Rows),
            new DocxLine(words["Notes"]) { Bold = true, Size = 20, WithNext = true }.Paragraph,
            .. standings.Notes.Select(note => new DocxLine(note) { Size = 20 }.Paragraph),
            new DocxLine(words["Tiers"]) { Bold = true, Size = 22, WithNext = true }.Paragraph,
            Ruled(tiers.Columns, tiers.Rows),
            .. Verification(tables, words, group),
        ];
    }

    private static IEnumerable<OpenXmlElement> Head(AnnexedTables tables, PrintWords words, PublishedGroup group)
    {
        var edition = tables.Edition;
        if (Annex.OfTable(edition, group, tables.Draft) is { } annex)
            return
            [
                .. tables.Draft ? new[] { new DocxLine(words["Draft"]) { Bold = true, Size = 24 }.Paragraph } : [],
                Titled(words["Annex", annex]),
            ];
        var day = words.LongDate(edition.Document?.Date ?? VietNamTime.DayOf(edition.PublishedAt));
        return
        [
            DocxTable.Letterhead(
                [Centred(words.Capitals(edition.Tenant.Authority), bold: true, size: 24)],
                // A cell ends with a paragraph that says something, or with an empty one.
                new(HeadWords.Mark(words, edition, tables.Draft) ?? "") { Bold = true, Centred = true, Size = 24 },
                words["PlaceAndDate", words[edition.Tenant.Place], day], words.Language),
            DocxLine.Empty,
        ];
    }

    private static IEnumerable<Paragraph> Verification(AnnexedTables tables, PrintWords words, PublishedGroup group)
    {
        var edition = tables.Edition;
        if (tables.Draft)
            return [DocxLine.Empty, new DocxLine(words["NotPublished"]) { Italic = true, Size = 22 }.Paragraph];
        var day = words.ShortDate(VietNamTime.DayOf(edition.PublishedAt));
        return
        [
            DocxLine.Empty,
            new DocxLine(words["Verification"]) { Bold = true, Size = 22, WithNext = true }.Paragraph,
            .. new[]
            {
                words["VerifyAddress", tables.AddressOf(group).AbsoluteUri],
                $"{words["Version"]}: {words["VersionOn", edition.Number, day]}",
                $"{words["Digest"]}: {tables.Version.Digest}",
                $"{words["AuditHead"]}: {edition.AuditHead}",
            }.Select(line => new DocxLine(line) { Size = 20 }.Paragraph),
        ];
    }

    private static Table Ruled(IReadOnlyList<TableColumn> columns, IEnumerable<IReadOnlyList<PrintedCell>> rows) => DocxTable.Ruled(
        [.. columns.Select(column => column.Width)],
        [.. columns.Select(column => new DocxLine(column.Head) { Bold = true, Centred = true, Size = 20 })],
        rows.Select(row => (IReadOnlyList<DocxLine>)[.. row.Select(cell => new DocxLine(cell.Text)
        {
            Bold = cell.Style.Bold,
            Centred = cell.Style.Align == TextAlign.Centre,
            Size = (int)(cell.Style.Size * 2),
        })]));

    private static Paragraph Titled(string text) =>
        new DocxLine(text) { Bold = true, Centred = true, Size = 28, WithNext = true }.Paragraph;

    private static Paragraph Centred(string text, bool bold, int? size = null) =>
        new DocxLine(text) { Bold = bold, Centred = true, Size = size }.Paragraph;
}
