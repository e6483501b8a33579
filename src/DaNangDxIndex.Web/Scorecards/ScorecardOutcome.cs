using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

/// <summary>Total, rank and tier in one framed line.</summary>
internal static class ScorecardOutcome
{
    private const double Cell = ScorecardSheet.TextWidth / 3;
    private static readonly TextStyle Label = new(12, Align: TextAlign.Centre);
    private static readonly TextStyle Note = new(11, Italic: true, Align: TextAlign.Centre);

    public static void Draw(ScorecardSheet sheet)
    {
        var (words, result) = (sheet.Words, sheet.Document.Result);
        var mark = sheet.Document.Footnotes.Count > 0 ? " (*)" : "";
        sheet.Y += 9;
        (string Label, string Value, string Note)[] cells =
        [
            (words["Total"], words.Points(result.Total), words["OnScale", words.Bound(result.Scale)]),
            (words["Rank"], result.Rank is { } rank ? $"{rank}/{result.Ranked}" : words["NotRanked"], RankNote(words, result)),
            (words["Tier"], result.Tier is { } tier ? words[tier] + mark : words["NoTier"], ScorecardTiers.BoundsOf(sheet, result.Tier)),
        ];
        var top = sheet.Y;
        var height = cells.Select((cell, column) => DrawCell(sheet, cell, ScorecardSheet.Left + column * Cell, top)).ToList().Max();
        using (sheet.Canvas.Artifact())
        {
            sheet.Canvas.Frame(ScorecardSheet.Left, top, ScorecardSheet.TextWidth, height, 1);
            for (var column = 1; column < cells.Length; column++)
                sheet.Canvas.Line(ScorecardSheet.Left + column * Cell, top, ScorecardSheet.Left + column * Cell, top + height, 0.5);
        }
        sheet.Y = top + height;
    }

    private static double DrawCell(ScorecardSheet sheet, (string Label, string Value, string Note) cell, double x, double top)
    {
        var (canvas, y, width) = (sheet.Canvas, top + 6, Cell - 12);
        var value = canvas.Lay(cell.Value, ValueStyle(cell.Value), width);
        using (canvas.Tag("P"))
        {
            y += canvas.Write(cell.Label, Label, x + 6, y, width) + 2;
            // Words are set smaller than numbers, on the same line of sight.
            canvas.Draw(value, x + 6, y + (28 - value.Height) / 2);
            y += Math.Max(28, value.Height) + 2;
            y += canvas.Write(cell.Note, Note, x + 6, y, width);
        }
        return y + 7 - top;
    }

    private static TextStyle ValueStyle(string value) => new(value.Any(char.IsDigit) || value.Length < 2 ? 24 : 18, Bold: true, Align: TextAlign.Centre);

    private static string RankNote(ScorecardWords words, ScorecardResult result) => (result.Rank, result.RankChange) switch
    {
        (null, _) => result.NotRanked is { } reason ? words[reason] : "",
        (_, > 0) => words["RankUp", result.RankChange],
        (_, < 0) => words["RankDown", -result.RankChange],
        (_, 0) => words["RankSame"],
        _ => words["OfRanked", result.Ranked],
    };
}
