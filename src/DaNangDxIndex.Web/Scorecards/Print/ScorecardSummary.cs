using DaNangDxIndex.Criteria;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.OnPaper;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

/// <summary>
/// Table A: the components of the base against the middle of the group, then the sum that leads to the total; under it the pillars.
/// </summary>
internal static class ScorecardSummary
{
    private const double Number = 51;
    private const double Maximum = 58;
    private static readonly Ink SumGround = Ink.Grey(0.96);
    private static readonly TextStyle Text = new(11);
    private static readonly TextStyle Strong = new(11, Bold: true);

    public static void Draw(OfficialSheet sheet, PrintWords words, PrintedCard card)
    {
        sheet.Y += 10;
        sheet.Heading(words["Summary"], new TextStyle(12, Bold: true));
        sheet.Y += 3;
        var table = new RuledTable(sheet, Columns(words), new TextStyle(10, Bold: true), padding: 2.2);
        foreach (var component in card.Components.Where(component => component.Component.Block == Block.Base))
            table.Add(CellsOf(words, component));
        foreach (var line in card.Sum)
            table.Add(CellsOf(words, card, line), SumGround);
        table.Draw(behind: 0);
        DrawPillars(sheet, words, card);
    }

    private static TableColumn[] Columns(PrintWords words) =>
    [
        new(34, words["Number"]), new(OfficialSheet.TextWidth - 34 - Maximum - 4 * Number, words["Component"]), new(
            Maximum, words["ColumnMaximum"]),
        new(Number, words["ColumnSelf"]), new(Number, words["ColumnFinal"]), new(Number, words["Share"]), new(Number, words["Median"]),
    ];

    private static TableCell[] CellsOf(PrintWords words, PrintedComponent component) =>
    [
        new(component.Numeral, Text.Centred), new(words[component.Component.Name], Text, PdfTag.RowHead),
        new(component.Maximum == 0 ? PrintWords.Dash : words.Plain(component.Maximum), Text.Centred,
            Place: Of(component, PaperPlace.Maximum)),
        new(component.Self.On(words), StyleOf(component.Self, Text), Place: Of(component, PaperPlace.Self)),
        new(component.Final.On(words), StyleOf(component.Final, Strong), Place: Of(component, PaperPlace.Final)),
        new(words.Percent(component.Share), Text.Centred), new(words.Percent(component.Median), Text.Centred),
    ];

    private static string Of(PrintedComponent component, string what) => PaperPlace.Component(component.Component.Code, what);

    // Words in the place of a number are set smaller.
    private static TextStyle StyleOf(CardPoints points, TextStyle number) =>
        points.InPlace is null ? number.Centred : new TextStyle(9).Centred;

    private static TableCell[] CellsOf(PrintWords words, PrintedCard card, PrintedSum line)
    {
        var name = line.Line == SumLine.Total ? Strong : Text;
        var sign = line is { Line: SumLine.Bonus, Final: > 0 } ? "+" : "";
        return
        [
            new("", name), new(words[$"Sum.{line.Line}", words.Plain(card.Scale)], name, PdfTag.RowHead),
            new(line.Maximum is { } maximum ? words.Plain(maximum) : "", name.Centred),
            new(line.Line == SumLine.BeforeCap ? "" : words.Points(line.Self), name.Centred,
                Place: line.Line == SumLine.Total ? PaperPlace.SelfTotal : null),
            new(sign + words.Points(line.Final), Strong.Centred, Place: line.Line == SumLine.Total ? PaperPlace.Total : null),
            new(line is { Line: SumLine.Base, Maximum: { } whole and > 0 } ? words.Percent(line.Final / whole) : "", name.Centred), new(
                "", name),
        ];
    }

    private static void DrawPillars(OfficialSheet sheet, PrintWords words, PrintedCard card)
    {
        if (card.Pillars.Count == 0)
            return;
        sheet.Y += 5;
        // A pillar with its points is not parted at the end of a line.
        var pillars = card.Pillars.Select(pillar =>
            words["PillarPoints", words[pillar.Name], words.Points(pillar.Final), words.Plain(pillar.Maximum)].Replace(' ', '\u00a0'));
        sheet.Paragraph($"{words["Pillars"]}: {string.Join("; ", pillars)}.", Text);
    }
}
