using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Scorecards;

/// <summary>The rows of the two tables of a printed card, read by where their words stand on the paper.</summary>
internal sealed class PrintedRows
{
    private const double SameLine = 3;
    private const double SameColumn = 20;

    private readonly List<Word> _words;

    public PrintedRows(byte[] pdf)
    {
        var page = 0;
        _words = [.. Regex.Matches(
                PdfTools.Text(pdf, "-bbox"),
                """<page |<word xMin="(?<x0>[\d.]+)" yMin="(?<y0>[\d.]+)" xMax="(?<x1>[\d.]+)" yMax="(?<y1>[\d.]+)">(?<text>[^<]*)</word>""",
                RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
            .Select(found => found.Groups["text"].Success
                ? new Word(page, Middle(found, "x0", "x1"), Middle(found, "y0", "y1"), WebUtility.HtmlDecode(found.Groups["text"].Value))
                : new Word(++page, 0, 0, ""))
            .Where(word => word.Text.Length > 0)];
    }

    /// <summary>The row of table A that begins with these words: the numeral of a component, or a name.</summary>
    public Row OfSummary(params string[] beginning) => RowAt(Place(beginning, word => word.Page == 1), TotalRow(word => word.Page == 1));

    /// <summary>The row of table B of a component.</summary>
    public Row OfComponent(string name) => RowAt(Place(name.Split(' '), word => word.Page > 1), TotalRow(word => word.Page > 1));

    /// <summary>The row of table B of this criterion.</summary>
    public Row OfCriterion(string code) => RowAt(Place([code], word => word.Page > 1), TotalRow(word => word.Page > 1));

    private Word Place(string[] beginning, Func<Word, bool> where) => _words.Index()
        .Where(placed => where(placed.Item)
            && beginning.Index().All(part => _words.ElementAtOrDefault(placed.Index + part.Index)?.Text == part.Item))
        .Select(placed => placed.Item).First(word => word.X < 200);

    /// <summary>The middles of the three columns of points, from the row of the total, which has all three.</summary>
    private List<double> TotalRow(Func<Word, bool> where)
    {
        var total = Place(["TỔNG", "ĐIỂM"], where);
        return [.. _words.Where(word => word.Page == total.Page && Math.Abs(word.Y - total.Y) < SameLine && word.X > total.X + 60)
            .Select(word => word.X).Order().Take(3)];
    }

    private Row RowAt(Word place, List<double> columns)
    {
        var cells = columns.ConvertAll(column => string.Join(' ', _words
            .Where(word => word.Page == place.Page && Math.Abs(word.Y - place.Y) < SameLine && Math.Abs(word.X - column) < SameColumn)
            .Select(word => word.Text)));
        return new(cells[0], cells[1], cells[2]);
    }

    private static double Middle(Match found, string from, string to) =>
        (double.Parse(found.Groups[from].Value, CultureInfo.InvariantCulture)
            + double.Parse(found.Groups[to].Value, CultureInfo.InvariantCulture)) / 2;

    /// <summary>Words in the place of a number take two lines and leave the middle empty.</summary>
    public sealed record Row(string Maximum, string Self, string Final);

    private sealed record Word(int Page, double X, double Y, string Text);
}
