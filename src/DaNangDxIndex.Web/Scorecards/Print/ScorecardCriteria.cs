using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.OnPaper;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

/// <summary>
/// Table B: a line to every criterion, and the notes. Set as wide as its pages allow, so that no last page stands nearly empty.
/// </summary>
internal static class ScorecardCriteria
{
    private const double NotesGap = 6;
    private const double Number = 39;
    private static readonly double[] Paddings = [5, 4, 3.2, 2.5, 1.9, 1.4];
    private static readonly Ink ComponentGround = Ink.Grey(0.96);
    private static readonly TextStyle Text = new(10);
    private static readonly TextStyle Strong = new(10, Bold: true);
    private static readonly TextStyle Small = new(9);
    private static readonly TextStyle InPlaceOfNumber = new(8);

    public static void Draw(OfficialSheet sheet, PrintWords words, PrintedCard card)
    {
        sheet.Heading(words["Criteria"], new TextStyle(12, Bold: true));
        sheet.Y += 4;
        var notes = sheet.Canvas.Lay(NotesOf(words, card), new TextStyle(10, Leading: 1), OfficialSheet.TextWidth);
        var behind = notes.Height + NotesGap;
        TableOf(sheet, words, card).Fitting(Paddings, behind).Draw(behind);
        sheet.Y += NotesGap;
        using (sheet.Canvas.Tag(PdfTag.Paragraph))
            sheet.Canvas.Draw(notes, OfficialSheet.Left, sheet.Y);
    }

    private static RuledTable TableOf(OfficialSheet sheet, PrintWords words, PrintedCard card)
    {
        var table = new RuledTable(sheet, Columns(words), new TextStyle(9, Bold: true), Paddings[0]);
        foreach (var (place, component) in card.Components.Index())
        {
            // The last part, the total and the notes stand together; elsewhere the name of a part is no last line of a page.
            var last = place == card.Components.Count - 1;
            table.Add(CellsOf(words, component), ComponentGround, keepWithNext: true);
            foreach (var criterion in component.Criteria)
                table.Add(CellsOf(words, criterion), keepWithNext: last);
        }
        table.Add(
        [
            new("", Strong), new(words["Sum.Total"], Strong, PdfTag.RowHead), new("", Strong), new("", Strong), new(
                words.Plain(card.Scale), Strong.Centred),
            new(words.Points(card.SelfTotal), Strong.Centred, Place: PaperPlace.SelfTotal),
            new(words.Points(card.Total), Strong.Centred, Place: PaperPlace.Total), new("", Strong),
        ], ComponentGround);
        return table;
    }

    private static TableColumn[] Columns(PrintWords words) =>
    [
        new(36, words["Number"]), new(OfficialSheet.TextWidth - 36 - 99 - 52 - 3 * Number - 46, words["Criterion"]), new(
            99, words["Figure"]),
        new(52, words["Target"]), new(Number, words["ColumnMaximum.Narrow"]), new(Number, words["ColumnSelf"]),
            new(Number, words["ColumnFinal"]), new(46, words["Note"]),
    ];

    private static TableCell[] CellsOf(PrintWords words, PrintedComponent component) =>
    [
        new(component.Numeral, Strong.Centred), new(words[component.Component.Name], Strong, PdfTag.RowHead), new("", Strong), new(
            "", Strong),
        new(component.Maximum == 0 ? PrintWords.Dash : words.Plain(component.Maximum), Strong.Centred,
            Place: PaperPlace.Component(component.Component.Code, PaperPlace.Maximum)),
        Points(words, component.Self, Strong, PaperPlace.Component(component.Component.Code, PaperPlace.Self)),
        Points(words, component.Final, Strong, PaperPlace.Component(component.Component.Code, PaperPlace.Final)), new("", Strong),
    ];

    private static TableCell[] CellsOf(PrintWords words, PrintedCriterion criterion) =>
    [
        new(criterion.Criterion.Code, Text.Centred), new(words[criterion.Criterion.Name], Text, PdfTag.RowHead),
        new(Brief(words, criterion.Brief.Figure), Text, Place: Of(criterion, PaperPlace.Figure)),
        new(Brief(words, criterion.Brief.Target), Text.Centred, Place: Of(criterion, PaperPlace.Target)),
        new(criterion.Maximum is { } maximum ? words.Plain(maximum) : PrintWords.Dash, Text.Centred,
            Place: Of(criterion, PaperPlace.Maximum)),
        Points(words, criterion.Self, Text, Of(criterion, PaperPlace.Self)),
        Points(words, criterion.Final, Strong, Of(criterion, PaperPlace.Final)),
        new(string.Join(", ", NotesOf(words, criterion)), Small.Centred),
    ];

    private static string Of(PrintedCriterion criterion, string what) => PaperPlace.Criterion(criterion.Criterion.Code, what);

    private static string Brief(PrintWords words, Bilingual? text) => text is null ? PrintWords.Dash : words[text];

    // Words in the place of a number stand on two lines, set so small that the longest of them, "applicable", fits the column unbroken.
    private static TableCell Points(PrintWords words, CardPoints points, TextStyle style, string place) =>
        points.Number is null && points.InPlace is not null
            ? new(OnTwoLines(points.On(words)), InPlaceOfNumber.Centred, Place: place)
            : new(points.On(words), style.Centred, Place: place);

    private static string OnTwoLines(string words) => words.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space
        ? $"{words[..space]}\n{words[(space + 1)..]}"
        : words;

    private static IEnumerable<string> NotesOf(PrintWords words, PrintedCriterion criterion)
    {
        if (criterion.State == ResultState.Information)
            yield return words["Note.Information"];
        if (criterion.IsChanged)
            yield return words["Note.Changed"];
        foreach (var source in criterion.Provenance)
            yield return words[$"Source.{source}"];
    }

    private static string NotesOf(PrintWords words, PrintedCard card)
    {
        List<string> notes = [words["NoteBlank"], words["NoteRules"]];
        if (card.Rounding is var most && most != 0)
            notes.Add(words["NoteRounding", words.Plain(most)]);
        if (card.Group.Criteria.Note is { } note)
            notes.Add(words[note]);
        if (words["NoteLanguage"] is { Length: > 0 } prevails)
            notes.Add(prevails);
        return $"{words["Notes"]} {string.Join(' ', notes)}";
    }
}
