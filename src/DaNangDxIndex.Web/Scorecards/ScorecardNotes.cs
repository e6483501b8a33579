using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

/// <summary>The end of the card: signs used, rounding, and how anybody can check it against what was published.</summary>
internal static class ScorecardNotes
{
    private const double Code = 74;
    private static readonly TextStyle Text = new(11, Leading: 1);

    public static void Draw(ScorecardSheet sheet)
    {
        sheet.Heading(sheet.Words["Notes"], keepWith: 60);
        foreach (var note in NotesOf(sheet.Words, sheet.Document).Where(note => note.Length > 0))
            using (sheet.Canvas.Tag("P"))
                sheet.Y += sheet.Canvas.Write("- " + note, Text, ScorecardSheet.Left, sheet.Y, ScorecardSheet.TextWidth) + 2;
        DrawVerification(sheet);
    }

    private static IEnumerable<string> NotesOf(ScorecardWords words, ScorecardDocument document)
    {
        var criteria = document.Components.SelectMany(component => component.Criteria).ToList();
        if (criteria.Any(criterion => criterion.NotApplicable))
            yield return words["NoteNotApplicable"];
        if (document.Result.Total is null || criteria.Any(criterion => !criterion.NotApplicable && (criterion.Points ?? criterion.Declared) is null))
            yield return words["NoteBlank"];
        yield return words[document.RoundingNote];
        foreach (var note in document.Notes)
            yield return words[note];
        yield return words["NoteLanguage"];
    }

    private static void DrawVerification(ScorecardSheet sheet)
    {
        var (canvas, words, publication) = (sheet.Canvas, sheet.Words, sheet.Document.Publication);
        sheet.Heading(words["Verification"], keepWith: Code + 50);
        using (canvas.Tag("P"))
            sheet.Y += canvas.Write(words["VerifyHow"], Text, ScorecardSheet.Left, sheet.Y, ScorecardSheet.TextWidth) + 5;
        var top = sheet.Y;
        using (canvas.Figure(words["QrAlt", publication.VerifyAddress.AbsoluteUri]))
            sheet.QrCode.Draw(canvas, ScorecardSheet.Left, top, Code);
        DrawLink(sheet, publication.VerifyAddress);
        Fact(sheet, words["VerificationCode"], publication.Code);
        Fact(sheet, words["Version"], words["VersionOn", publication.Version, words.ShortDate(publication.PublishedOn)]);
        Fact(sheet, words["Digest"], InTwoLines(publication.Digest));
        sheet.Y = Math.Max(sheet.Y, top + Code);
    }

    private static string InTwoLines(string digest) => digest.Insert(digest.Length / 2, "\n");

    private static void DrawLink(ScorecardSheet sheet, Uri address)
    {
        using (sheet.Canvas.Link(address, sheet.Words["QrAlt", address.AbsoluteUri]))
            sheet.Y += sheet.Canvas.Write(
                address.AbsoluteUri, Text with { Bold = true }, ScorecardSheet.Left + Code + 14, sheet.Y, ScorecardSheet.TextWidth - Code - 14) + 3;
    }

    private static void Fact(ScorecardSheet sheet, string label, string value)
    {
        const double labelWidth = 112;
        var (canvas, x) = (sheet.Canvas, ScorecardSheet.Left + Code + 14);
        using (canvas.Tag("P"))
        {
            canvas.Write(label + ":", Text, x, sheet.Y, labelWidth);
            sheet.Y += canvas.Write(value, Text, x + labelWidth, sheet.Y, ScorecardSheet.Right - x - labelWidth) + 3;
        }
    }
}
