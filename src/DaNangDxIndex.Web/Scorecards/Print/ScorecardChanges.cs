using DaNangDxIndex.Assessments;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Text;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

/// <summary>
/// The criteria whose points were adjusted: before, after, and why. As many as page 1 has room for; all bear a note in table B.
/// </summary>
internal static class ScorecardChanges
{
    private static readonly TextStyle Text = new(9.5);
    private static readonly TextStyle Strong = new(9.5, Bold: true);

    /// <param name="bottom">Where the room ends.</param>
    public static void Draw(OfficialSheet sheet, PrintWords words, PrintedCard card, double bottom)
    {
        sheet.Y += 9;
        sheet.Heading(words["Changes"], new TextStyle(11, Bold: true));
        sheet.Y += 3;
        var changed = card.Criteria.Where(criterion => criterion.IsChanged).ToList();
        if (changed.Count == 0)
            sheet.Paragraph(words["NoChanges"], new TextStyle(11));
        for (var shown = changed.Count; shown > 0; shown--)
        {
            var table = TableOf(sheet, words, changed.Take(shown));
            if (shown > 1 && sheet.Y + table.Height + (shown < changed.Count ? 15 : 0) > bottom)
                continue;
            table.Draw(behind: 0);
            if (shown < changed.Count)
                sheet.Paragraph(words["MoreChanges", new Counted(changed.Count - shown)], new TextStyle(10, Italic: true));
            return;
        }
    }

    private static RuledTable TableOf(OfficialSheet sheet, PrintWords words, IEnumerable<PrintedCriterion> changed)
    {
        var table = new RuledTable(sheet,
        [
            new(30, words["Number"]), new(122, words["Criterion"]), new(44, words["ColumnSelf"]), new(44, words["ColumnFinal"]),
            new(OfficialSheet.TextWidth - 30 - 122 - 2 * 44, words["Reason"]),
        ], Strong, padding: 1.6);
        foreach (var criterion in changed)
            table.Add(
            [
                new(criterion.Criterion.Code, Text.Centred), new(words[criterion.Criterion.Name], Text, PdfTag.RowHead),
                new(criterion.Self.On(words), Text.Centred), new(criterion.Final.On(words), Strong.Centred), new(
                    ReasonOf(words, criterion), Text),
            ]);
        return table;
    }

    private static string ReasonOf(PrintWords words, PrintedCriterion criterion)
    {
        var reasons = criterion.Corrections.Select(correction => words[correction]);
        if (criterion.Reason is { } reason)
            reasons = reasons.Prepend(words[ReasonInWords.Of(reason)] + ".");
        return string.Join(" ", reasons) is { Length: > 0 } known ? known : PrintWords.Dash;
    }
}
