using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.OnPaper;
using DaNangDxIndex.Text;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

/// <summary>Total, rank and tier in one framed strip.</summary>
internal static class ScorecardStrip
{
    private const double Cell = OfficialSheet.TextWidth / 3;
    private const double ValueHeight = 27;
    private static readonly TextStyle Label = new(11, Align: TextAlign.Centre);
    private static readonly TextStyle Note = new(10, Italic: true, Align: TextAlign.Centre);

    public static void Draw(OfficialSheet sheet, PrintWords words, PrintedCard card)
    {
        sheet.Y += 8;
        var top = sheet.Y;
        (string Label, string Value, IReadOnlyList<string> Notes, string Place)[] cells =
        [
            (words["Total"], words.Points(card.Total), TotalNotes(words, card), PaperPlace.Total),
            (words["Rank"], card.Result.Rank is { } rank ? $"{rank}/{card.Ranked}" : words["NotRanked"], RankNotes(words, card),
                PaperPlace.Rank),
            (words["Tier"], TierOf(words, card), card.TierBounds is { } bounds ? [words[bounds]] : [], PaperPlace.Tier),
        ];
        var height = cells.Index().Select(cell => DrawCell(sheet, cell.Item, OfficialSheet.Left + cell.Index * Cell, top)).ToList().Max();
        using (sheet.Canvas.Artifact())
        {
            sheet.Canvas.Frame(OfficialSheet.Left, top, OfficialSheet.TextWidth, height, 0.9);
            for (var column = 1; column < cells.Length; column++)
                sheet.Canvas.Line(OfficialSheet.Left + column * Cell, top, OfficialSheet.Left + column * Cell, top + height, 0.45);
        }
        sheet.Y = top + height;
        foreach (var footnote in card.Result.Footnotes)
        {
            sheet.Y += 3;
            sheet.Paragraph("(*) " + words[footnote], new TextStyle(10, Italic: true));
        }
    }

    private static double DrawCell(
        OfficialSheet sheet, (string Label, string Value, IReadOnlyList<string> Notes, string Place) cell, double x, double top)
    {
        var (canvas, y, width) = (sheet.Canvas, top + 5, Cell - 10);
        // Words are set smaller than numbers, on the same line of sight.
        var value = canvas.Lay(
            cell.Value, new TextStyle(cell.Value.Any(char.IsDigit) ? 24 : 18, Bold: true, Align: TextAlign.Centre), width);
        using (canvas.Tag(PdfTag.Paragraph))
        {
            y += canvas.Write(cell.Label, Label, x + 5, y, width) + 1;
            canvas.Draw(value, x + 5, y + Math.Max(0, (ValueHeight - value.Height) / 2), cell.Place);
            y += Math.Max(ValueHeight, value.Height) + 2;
            foreach (var note in cell.Notes)
                y += canvas.Write(note, Note, x + 5, y, width);
        }
        return y + 6 - top;
    }

    private static IReadOnlyList<string> TotalNotes(PrintWords words, PrintedCard card)
    {
        if (card.Result.SelfAssessed is not { } self)
            return [words["NoSelfTotal"]];
        var total = words["SelfTotal", words.Points(card.SelfTotal)];
        return self.Open.Sentence is { } open ? [total, $"({words[open]})"] : [total];
    }

    private static IReadOnlyList<string> RankNotes(PrintWords words, PrintedCard card)
    {
        if (card.Result.Rank is null)
            return [words["NotRankedNote"]];
        var among = words["OfRanked", new Counted(card.Ranked)];
        if (card.Entrant.Before is not { } before || card.RankChange is not { } change)
            return [among];
        var changed = change switch
        {
            > 0 => words["RankUp", new Counted(change), before.Year],
            < 0 => words["RankDown", new Counted(-change), before.Year],
            _ => words["RankSame", before.Year],
        };
        return [changed, among];
    }

    private static string TierOf(PrintWords words, PrintedCard card) =>
        card.Tier is { } tier ? words[tier.Name] + (card.Result.Footnotes.Count > 0 ? " (*)" : "") : words["NoTier"];
}
