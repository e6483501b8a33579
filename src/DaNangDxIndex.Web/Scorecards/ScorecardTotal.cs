using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

/// <summary>How the total is made up, line by line in the order of the method. A total that is the base and nothing else needs no such list.</summary>
internal static class ScorecardTotal
{
    public static void Draw(ScorecardSheet sheet)
    {
        var lines = Lines(sheet.Words, sheet.Document.Result).ToList();
        if (lines.Count < 2)
            return;
        sheet.Heading(sheet.Words["HowTotal"], keepWith: lines.Count * 17);
        foreach (var (text, points, bold) in lines)
        {
            using (sheet.Canvas.Tag("P"))
            {
                sheet.Canvas.Write(text, new TextStyle(11.5, bold), ScorecardSheet.Left, sheet.Y, ScorecardSheet.TextWidth - 80);
                sheet.Y += sheet.Canvas.Write(points, new TextStyle(11.5, bold).Right, ScorecardSheet.Right - 80, sheet.Y, 80) + 1.5;
            }
            using (sheet.Canvas.Artifact())
                sheet.Canvas.Line(ScorecardSheet.Left, sheet.Y, ScorecardSheet.Right, sheet.Y, bold ? 0.9 : 0.35);
            sheet.Y += 1.5;
        }
    }

    private static IEnumerable<(string Text, string Points, bool Bold)> Lines(ScorecardWords words, ScorecardResult result)
    {
        if (result.Earned is { } earned)
            yield return (words["Earned", words.Bound(result.ApplicableMaximum ?? result.Scale)], words.Points(earned), false);
        if (result.Converted is { } converted)
            yield return (words["Converted", words.Bound(result.Scale)], words.Points(converted), false);
        if (result.Bonus is { } bonus)
            yield return (words["Bonus"], "+" + words.Points(bonus), false);
        if (result.Penalty is { } penalty)
            yield return (words["Penalty"], words.Points(-penalty), false);
        if (result.BeforeCap is { } before)
            yield return (words["BeforeCap", words.Bound(result.Scale)], words.Points(before), false);
        yield return (words["Total"], words.Points(result.Total), true);
    }
}
