using System.Globalization;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Ranking;

/// <summary>How many agencies stand in each tier, on paper, beside the year before.</summary>
internal sealed class PrintedTierCounts
{
    private const double Above = 12;
    private const double Title = 17;
    private static readonly TextStyle Text = new(11);
    private static readonly TextStyle Strong = new(11, Bold: true);
    private readonly OfficialSheet _sheet;
    private readonly PrintWords _words;
    private readonly RuledTable _table;

    public PrintedTierCounts(OfficialSheet sheet, PrintWords words, PublishedGroup group)
    {
        (_sheet, _words) = (sheet, words);
        List<TableColumn> columns = [new(150, words["Tier"]), new(110, words["Tiers.Count"]), new(80, words["Tiers.Share"])];
        if (group.Before is { } before)
            columns.Add(new(80, words["Tiers.Before", before.Year]));
        _table = new RuledTable(sheet, columns, new TextStyle(10, Bold: true), padding: 2.2);
        foreach (var tier in group.Criteria.Method.Tiers)
            _table.Add(Line(
                words[tier.Name], group.Results.Count(result => result.Tier == tier.Code), group,
                group.Before?.Tiers.TryGetValue(tier.Code, out var then) == true ? then : null, Text));
        if (group.Entrants.Count(entrant => group.ResultOf(entrant.Agency)?.Tier is null) is var none and > 0)
            _table.Add(Line(words["Tiers.None"], none, group, null, Text));
        _table.Add(Line(words["Tiers.Sum"], group.Entrants.Count, group, group.Before?.Tiers.Values.Sum(), Strong), Ink.Grey(0.96));
    }

    public double Height => Above + Title + _table.Height;

    public void Draw()
    {
        _sheet.Y += Above;
        var top = _sheet.Y;
        _sheet.Heading(_words["Tiers"], new TextStyle(11, Bold: true));
        _sheet.Y = top + Title;
        _table.Draw(behind: 0);
    }

    private List<TableCell> Line(string name, int count, PublishedGroup group, int? before, TextStyle style)
    {
        List<TableCell> cells =
        [
            new(name, style, PdfTag.RowHead), new(count.ToString(CultureInfo.InvariantCulture), style.Centred),
            new(_words.Percent(group.Entrants.Count == 0 ? null : (decimal)count / group.Entrants.Count), style.Centred),
        ];
        if (group.Before is not null)
            cells.Add(new(before?.ToString(CultureInfo.InvariantCulture) ?? PrintWords.Dash, style.Centred));
        return cells;
    }
}
