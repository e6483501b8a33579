using System.Globalization;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Typesetting;

namespace DaNangDxIndex.Ranking;

/// <summary>How many agencies stand in each tier, on paper, beside the year before.</summary>
internal sealed class PrintedTierCounts(PrintWords words, PublishedGroup group)
{
    private const double Above = 12;
    private const double Title = 17;
    private static readonly TextStyle Text = new(11);
    private static readonly TextStyle Strong = new(11, Bold: true);

    public IReadOnlyList<TableColumn> Columns
    {
        get
        {
            List<TableColumn> columns = [new(150, words["Tier"]), new(110, words["Tiers.Count"]), new(80, words["Tiers.Share"])];
            if (group.Before is { } before)
                columns.Add(new(80, words["Tiers.Before", before.Year]));
            return columns;
        }
    }

    /// <summary>The last one is the sum.</summary>
    public IReadOnlyList<IReadOnlyList<TableCell>> Rows
    {
        get
        {
            List<IReadOnlyList<TableCell>> rows = [.. group.Criteria.Method.Tiers.Select(tier => Line(
                words[tier.Name], group.InTier(tier.Code),
                group.Before?.Tiers.TryGetValue(tier.Code, out var then) == true ? then : null, Text))];
            if (group.WithoutTier is var none and > 0)
                rows.Add(Line(words["Tiers.None"], none, null, Text));
            return [.. rows, Line(words["Tiers.Sum"], group.Entrants.Count, group.Before?.Tiers.Values.Sum(), Strong)];
        }
    }

    public double HeightOn(OfficialSheet sheet) => Above + Title + TableOn(sheet).Height;

    public void Draw(OfficialSheet sheet)
    {
        sheet.Y += Above;
        var top = sheet.Y;
        sheet.Heading(words["Tiers"], new TextStyle(11, Bold: true));
        sheet.Y = top + Title;
        TableOn(sheet).Draw(behind: 0);
    }

    private RuledTable TableOn(OfficialSheet sheet)
    {
        var (table, rows) = (new RuledTable(sheet, Columns, new TextStyle(10, Bold: true), padding: 2.2), Rows);
        foreach (var row in rows)
            table.Add(row, row == rows[^1] ? Ink.Grey(0.96) : null);
        return table;
    }

    private List<TableCell> Line(string name, int count, int? before, TextStyle style)
    {
        List<TableCell> cells =
        [
            new(name, style, PdfTag.RowHead), new(count.ToString(CultureInfo.InvariantCulture), style.Centred),
            new(words.Percent(group.Entrants.Count == 0 ? null : (decimal)count / group.Entrants.Count), style.Centred),
        ];
        if (group.Before is not null)
            cells.Add(new(before?.ToString(CultureInfo.InvariantCulture) ?? PrintWords.Dash, style.Centred));
        return cells;
    }
}
