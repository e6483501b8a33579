using DaNangDxIndex.Assessments;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.OnPaper;
using DaNangDxIndex.Text;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

/// <summary>What page 1 says under its head: whose card it is, the outcome, how the total came about, what was changed.</summary>
internal static class ScorecardFirstPage
{
    private static readonly TextStyle Fact = new(13);
    private static readonly string[] Committees = ["Ủy ban nhân dân ", "People's Committee of ", "People’s Committee of "];
    private static readonly TextStyle Remark = new(11, Italic: true);

    public static void Draw(OfficialSheet sheet, PrintWords words, PrintedCard card)
    {
        sheet.Y += 11;
        DrawFact(sheet, words["Agency"], NameOf(words, card), bold: true, PaperPlace.Agency);
        DrawFact(sheet, words["Group"], words[card.Group.Name], bold: false, PaperPlace.Group);
        foreach (var remark in Remarks(words, card))
        {
            sheet.Y += 1;
            sheet.Paragraph(remark, Remark);
        }
        ScorecardStrip.Draw(sheet, words, card);
        ScorecardSummary.Draw(sheet, words, card);
        ScorecardChanges.Draw(sheet, words, card, OfficialSheet.Bottom - VerificationPanel.Height - 4);
    }

    private static string NameOf(PrintWords words, PrintedCard card) => card.Entrant.ParentName is { } parent
        ? words["AgencyIn", words[card.Entrant.Name], PlaceOf(words[parent])]
        : words[card.Entrant.Name];

    /// <summary>A ward's committee stands in a district, not in the district's committee.</summary>
    private static string PlaceOf(string committee)
    {
        var prefix = Committees.FirstOrDefault(words => committee.StartsWith(words, StringComparison.Ordinal)) ?? "";
        return committee[prefix.Length..];
    }

    private static IEnumerable<string> Remarks(PrintWords words, PrintedCard card)
    {
        if (card.Entrant.Submission == Submission.NotSubmitted)
            yield return words["NotSubmitted"];
        if (!card.Entrant.Illustrative)
            yield break;
        if (card.Version.Edition.Printed?.HoldsTotal(card.Group.Code, card.Result) == true)
            yield return words["TotalPrinted", NumberText.Written(card.Result.Total, words.Language)];
        var printed = card.Criteria.Where(criterion => criterion.Provenance.Contains(Provenance.Press))
            .Select(criterion => criterion.Criterion.Code).ToList();
        yield return printed.Count == 0 ? words["Illustrative"] : words["IllustrativeBut", string.Join(", ", printed)];
    }

    private static void DrawFact(OfficialSheet sheet, string label, string value, bool bold, string place)
    {
        const double labelWidth = 148;
        var laid = sheet.Canvas.Lay(value, Fact with { Bold = bold }, OfficialSheet.TextWidth - labelWidth);
        using (sheet.Canvas.Tag(PdfTag.Paragraph))
        {
            sheet.Canvas.Write(label + ":", Fact, OfficialSheet.Left, sheet.Y, labelWidth);
            sheet.Canvas.Draw(laid, OfficialSheet.Left + labelWidth, sheet.Y, place);
        }
        sheet.Y += laid.Height + 2;
    }
}
