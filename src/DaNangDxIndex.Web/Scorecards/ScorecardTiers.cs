using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

/// <summary>The tier scale as a strip from the lowest tier to the highest, the agency's own tier in bold on a ground, footnotes of gates under it.</summary>
internal static class ScorecardTiers
{
    private static readonly Ink Ground = new(0.88, 0.88, 0.88);

    public static void Draw(ScorecardSheet sheet)
    {
        var (canvas, words, tiers) = (sheet.Canvas, sheet.Words, sheet.Document.TierScale.Tiers);
        if (tiers.Count == 0)
            return;
        var (top, width) = (sheet.Y + 7, ScorecardSheet.TextWidth / tiers.Count);
        const double height = 35;
        for (var i = 0; i < tiers.Count; i++)
        {
            var tier = tiers[tiers.Count - 1 - i];
            var x = ScorecardSheet.Left + i * width;
            var reached = tier.Name == sheet.Document.Result.Tier;
            using (canvas.Artifact())
            {
                if (reached)
                    canvas.Fill(Ground, x, top, width, height);
                canvas.Frame(x, top, width, height, 0.5);
            }
            using (canvas.Tag("P"))
            {
                canvas.Write(words[tier.Name], new TextStyle(12, reached).Centred, x + 3, top + 4, width - 6);
                canvas.Write(BoundsOf(sheet, tier.Name), new TextStyle(10, Italic: true, Align: TextAlign.Centre), x + 3, top + 19.5, width - 6);
            }
        }
        sheet.Y = top + height + 4;
        foreach (var footnote in sheet.Document.Footnotes)
            using (canvas.Tag("P"))
                sheet.Y += canvas.Write("(*) " + words[footnote], new TextStyle(11, Italic: true, Leading: 1), ScorecardSheet.Left, sheet.Y, ScorecardSheet.TextWidth) + 2;
    }

    /// <summary>"từ 80 đến dưới 90 điểm"; empty for a tier that is not on the scale.</summary>
    public static string BoundsOf(ScorecardSheet sheet, Bilingual? tier)
    {
        var (words, scale) = (sheet.Words, sheet.Document.TierScale);
        var i = scale.Tiers.Select(t => t.Name).ToList().FindIndex(name => name == tier);
        if (i < 0)
            return "";
        var open = scale.LowerInclusive ? "" : "Open";
        return (i, scale.Tiers.Count - 1 - i) switch
        {
            (0, 0) => words["TierOnly"],
            (0, _) => words["TierTop" + open, Unit(scale.Tiers[0].From)],
            (_, 0) => words["TierBottom" + open, Unit(scale.Tiers[i - 1].From)],
            _ => words["TierMiddle" + open, words.Bound(scale.Tiers[i].From), Unit(scale.Tiers[i - 1].From)],
        };

        string Unit(decimal bound) => scale.InPercent ? words.Bound(bound) + "%" : words["InPoints", words.Bound(bound)];
    }
}
