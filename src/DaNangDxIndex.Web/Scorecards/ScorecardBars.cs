using DaNangDxIndex.Typesetting;
using Cell = DaNangDxIndex.Scorecards.ScorecardTable.Cell;

namespace DaNangDxIndex.Scorecards;

/// <summary>Points per component and per pillar: the number, and a bar for the eye. Bonus and penalty stand in the making of the total.</summary>
internal static class ScorecardBars
{
    private static readonly double[] Widths = [170, ScorecardSheet.TextWidth - 170 - 3 * 58, 58, 58, 58];
    private static readonly Ink Track = new(0.87, 0.88, 0.89);
    private static readonly Ink Bar = new(0.17, 0.25, 0.32);
    private static readonly TextStyle Text = new(11.5);

    public static void DrawComponents(ScorecardSheet sheet) => Draw(
        sheet, "Components", "Component", [.. sheet.Document.Components
            .Where(component => component.Block == ScorecardBlock.Base)
            .Select(component => new Line($"{component.Code}. {sheet.Words[component.Name]}", component.Maximum, component.Points))]);

    public static void DrawPillars(ScorecardSheet sheet) => Draw(
        sheet, "Pillars", "Pillar", [.. sheet.Document.Pillars.Select(p => new Line(sheet.Words[p.Name], p.Maximum, p.Points))]);

    private static void Draw(ScorecardSheet sheet, string title, string label, IReadOnlyList<Line> lines)
    {
        if (lines.Count == 0)
            return;
        var words = sheet.Words;
        sheet.Heading(words[title], keepWith: Math.Min(lines.Count, 12) * 18);
        using var tag = sheet.Canvas.Tag("Table");
        using var table = new ScorecardTable(sheet, Widths, [words[label], words["Share"], words["Points"], words["Maximum"], "%"], padding: 2.2);
        table.Begin(keepWith: 20);
        foreach (var line in lines)
            table.Row(null, (y, height) => DrawBar(sheet.Canvas, line, y, height),
            [
                new Cell(line.Name, Text), new Cell("", Text), new Cell(words.Points(line.Points), Text.Right),
                new Cell(words.Points(line.Maximum), Text.Right), new Cell(words.Percent(line.Points, line.Maximum), Text.Right),
            ]);
    }

    private static void DrawBar(PdfCanvas canvas, Line line, double y, double height)
    {
        const double thickness = 8;
        var (x, width) = (ScorecardSheet.Left + Widths[0] + 6, Widths[1] - 12);
        canvas.Fill(Track, x, y + (height - thickness) / 2, width, thickness);
        if (line.Points is { } points && line.Maximum > 0)
            canvas.Fill(Bar, x, y + (height - thickness) / 2, width * (double)Math.Clamp(points / line.Maximum, 0, 1), thickness);
    }

    private sealed record Line(string Name, decimal Maximum, decimal? Points);
}
