using System.Globalization;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Tenancy;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Ranking;

/// <summary>
/// A ranked table as a workbook in the reader's language: typed cells to sort and add up, and a sheet that says what they are.
/// </summary>
public sealed class StandingsWorkbook(StandingsSheet standings, IStringLocalizer<RankingTexts> texts, Addresses addresses)
{
    private static string Language => Addresses.Language;

    public byte[] Write(RankedTable table) => Workbook.Write([standings.Of(table), Notes(table)]);

    private Sheet Notes(RankedTable table)
    {
        var published = table.Version;
        List<(string Label, string? Text)> lines =
        [
            (texts["Sheet.Table"], texts["Table.Caption", table.Name.In(Language), table.Year]),
            (texts["Sheet.Version"], published?.Number.ToString(CultureInfo.InvariantCulture)),
            (texts["Sheet.State"], standings.StateOf(table)),
            (texts["Sheet.Document"], published is null ? null : published.Document?.Citation.In(Language) ?? texts["State.Demo"].Value),
            (texts["Sheet.Digest"], table.Version?.Digest),
            (texts["Sheet.Provenance"],
                table.Version is null ? texts["State.Imported", table.Year].Value
                    : table.Illustrative ? texts[table.HoldsPrinted ? "State.Illustrative" : "State.AllIllustrative"].Value
                    : null),
            .. table.Tiers.Where(tier => tier.Now is not null).Select(tier => (
                texts["Sheet.Tier", tier.Name.In(Language)].Value,
                $"{tier.Now}{(standings.FromOf(tier.CountFrom) is { } from ? $" ({from})" : "")}")),
            .. table.Sources.Select(source => (texts["Sheet.Source"].Value, $"{source.Name.In(Language)} {source.Address}".TrimEnd())),
            (texts["Sheet.Compared"],
                table.YearBefore is { } year ? texts["Sheet.ComparedWith", year].Value : table.Break?.Sentence.In(Language)),
            (texts["Sheet.Rounding"], table.Method is { } method ? MethodInWords.Rounding(method).In(Language) : null),
            (texts["Sheet.Blank"], texts["Sheet.BlankMeans"]),
            (texts["Sheet.Page"], addresses.Absolute($"/editions/{table.Year}?group={table.Group}")),
        ];
        return new Sheet(
            texts["Sheet.Notes"],
            [new(texts["Sheet.Label"], 26), new(texts["Sheet.Text"], 100)],
            [.. lines.Where(line => line.Text is not null).Select(line => (IReadOnlyList<Cell>)[Cell.Of(line.Label), Cell.Of(line.Text)])])
        {
            Filtered = false,
        };
    }
}
