using DaNangDxIndex.Criteria;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.OnPaper;
using DaNangDxIndex.Text;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Ranking;

/// <summary>The ranked table on paper: a line to each agency, and notes to them.</summary>
/// <param name="printed">What others had printed; null where the publication did not freeze it.</param>
internal sealed class PrintedStandings(PrintWords words, PublishedGroup group, Printed? printed)
{
    private static readonly double[] Paddings = [6.5, 5.5, 4.5, 3.6, 2.8, 2.2];
    private static readonly TextStyle Text = new(11);
    private static readonly TextStyle Strong = new(11, Bold: true);
    private static readonly TextStyle Small = new(10);
    private readonly ShortNames _agencies = new(group.Entrants.Select(entrant => words[entrant.Name]));
    private readonly ShortNames _parents = new(
        group.Entrants.Select(entrant => entrant.ParentName).OfType<Bilingual>().Select(name => words[name]));

    // Sentences under the table, by the sign that rows bear.
    private readonly List<Bilingual> _footnotes = [.. group.Results.SelectMany(result => result.Footnotes).Distinct()];

    /// <param name="behind">Height of what stands with the end of the table, besides its notes.</param>
    public void Draw(OfficialSheet sheet, double behind)
    {
        var notes = sheet.Canvas.Lay($"{words["Notes"]} {string.Join(' ', Notes)}", Small, OfficialSheet.TextWidth);
        var table = new RuledTable(sheet, Columns, new TextStyle(10, Bold: true), Paddings[0]);
        foreach (var row in Rows)
            table.Add(row);
        var below = notes.Height + 6 + behind;
        table.Fitting(Paddings, below).Draw(below);
        sheet.Y += 6;
        using (sheet.Canvas.Tag(PdfTag.Paragraph))
            sheet.Canvas.Draw(notes, OfficialSheet.Left, sheet.Y);
        sheet.Y += notes.Height;
    }

    public IEnumerable<IReadOnlyList<TableCell>> Rows =>
        [.. group.Results.Select(RowOf), .. group.Entrants.Where(entrant => group.ResultOf(entrant.Agency) is null).Select(RowOf)];

    private bool HasParents => group.Entrants.Any(entrant => entrant.Parent is not null);

    private int? YearBefore => group.Entrants.Select(entrant => entrant.Before).FirstOrDefault(before => before?.Rank is not null)?.Year;

    public IReadOnlyList<TableColumn> Columns
    {
        get
        {
            List<TableColumn> columns = [new(36, words["Rank"]), new(0, words["Agency"])];
            if (HasParents)
                columns.Add(new(100, words["Parent"]));
            columns.AddRange([new(50, words["Self"]), new(50, words["Total"]), new(56, words["Tier"])]);
            if (YearBefore is { } year)
                columns.Add(new(52, words["Before", year]));
            columns.Add(new(50, words["Note"]));
            columns[1] = columns[1] with { Width = OfficialSheet.TextWidth - columns.Sum(column => column.Width) };
            return columns;
        }
    }

    private List<TableCell> RowOf(Result result)
    {
        var entrant = group.Entrant(result.Agency)
            ?? throw new InvalidOperationException($"{result.Agency} has a result and is no entrant.");
        return Cells(
            entrant,
            Number(result.Rank),
            words.Points(NumberText.Value(result.SelfAssessed?.Total)),
            words.Points(NumberText.Value(result.Total)),
            group.Criteria.Method.Tiers.FirstOrDefault(tier => tier.Code == result.Tier) is { } tier ? words[tier.Name] : PrintWords.Dash,
            NotesOf(entrant, result));
    }

    /// <summary>An agency that the method leaves out: it stands under the others, without points.</summary>
    private List<TableCell> RowOf(Entrant entrant) =>
        Cells(entrant, PrintWords.Dash, PrintWords.Dash, PrintWords.Dash, PrintWords.Dash, [words["Note.NotSubmitted"]]);

    private List<TableCell> Cells(Entrant entrant, string rank, string self, string total, string tier, IEnumerable<string> notes)
    {
        string Of(string what) => PaperPlace.Line(entrant.Agency, what);
        List<TableCell> cells =
        [
            new(rank, Strong.Centred, Place: Of(PaperPlace.Rank)),
            new(_agencies.Of(words[entrant.Name]), Text, PdfTag.RowHead, Of(PaperPlace.Name)),
        ];
        if (HasParents)
            cells.Add(new(entrant.ParentName is { } parent ? _parents.Of(words[parent]) : PrintWords.Dash, Text));
        cells.AddRange(
        [
            new(self, Text.Centred, Place: Of(PaperPlace.SelfTotal)), new(total, Strong.Centred, Place: Of(PaperPlace.Total)),
            new(tier, Text.Centred, Place: Of(PaperPlace.Tier)),
        ]);
        if (YearBefore is not null)
            cells.Add(new(Number(entrant.Before?.Rank), Text.Centred, Place: Of(PaperPlace.RankBefore)));
        cells.Add(new(string.Join(", ", notes), Small.Centred));
        return cells;
    }

    private IEnumerable<string> NotesOf(Entrant entrant, Result result)
    {
        foreach (var footnote in result.Footnotes)
            yield return $"({_footnotes.IndexOf(footnote) + 1})";
        if (entrant.Submission == Submission.NotSubmitted)
            yield return words["Note.NotSubmitted"];
        if (result.Rank is null)
            yield return words["Note.NotRanked"];
        if (HoldsPrinted(result))
            yield return words["Note.Press"];
        else if (entrant.Illustrative)
            yield return words["Note.Illustrative"];
    }

    private bool HoldsPrinted(Result result) => printed?.HoldsTotal(group.Code, result) == true;

    /// <summary>Sentences under the table.</summary>
    public IReadOnlyList<string> Notes
    {
        get
        {
            List<string> notes = [.. _footnotes.Select((footnote, index) => $"({index + 1}) {words[footnote]}")];
            notes.AddRange(NotesOnRanks);
            if (group.Results.Any(result => result.SelfAssessed is { Open.IsEmpty: false }))
                notes.Add(words["NoteSelf"]);
            if (group.Entrants.Any(entrant => entrant.Illustrative))
                notes.Add(words[
                    group.Results.Any(HoldsPrinted) ? "NotePress"
                    : group.Entrants.All(entrant => entrant.Illustrative) ? "NoteAllIllustrative"
                    : "NoteIllustrative"]);
            notes.Add(words["NoteBlank"]);
            if (words["NoteLanguage"] is { Length: > 0 } prevails)
                notes.Add(prevails);
            return notes;
        }
    }

    /// <summary>Equal ranks, and who has none: what a reader of the table asks first.</summary>
    private IEnumerable<string> NotesOnRanks
    {
        get
        {
            if (group.Results.Where(result => result.Rank is not null)
                .GroupBy(result => (result.Rank, Parent: WithinParent ? group.Entrant(result.Agency)?.Parent : null))
                .Any(rank => rank.Count() > 1))
                yield return words[group.Criteria.Method.Ranking == RankingMethod.Competition ? "NoteTies" : "NoteTiesDense"];
            if (group.Results.Where(result => result.Rank is null).ToList() is { Count: > 0 } unranked)
                yield return words["NoteNotRanked", Joined(unranked.Select(result => result.Agency))];
            if (group.LeftOut.OrderBy(entrant => entrant.Name.Vi, VietnameseOrder.Names).ToList() is { Count: > 0 } leftOut)
                yield return words["NoteLeftOut", Joined(leftOut.Select(entrant => entrant.Agency))];
        }
    }

    private bool WithinParent => group.Criteria.Method.Within == RankedWithin.Parent;

    private string Joined(IEnumerable<string> agencies) => string.Join(
        "; ", agencies.Select(agency => group.Entrant(agency) is { } entrant ? words[entrant.Name] : agency));

    private static string Number(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? PrintWords.Dash;
}
