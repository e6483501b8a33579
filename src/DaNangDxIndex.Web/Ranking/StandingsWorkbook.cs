using System.Globalization;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Tenancy;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Ranking;

/// <summary>A ranked table as a workbook in the reader's language: typed cells to sort and add up, and a sheet that says what they are.</summary>
public sealed class StandingsWorkbook(IStringLocalizer<RankingTexts> texts, IStringLocalizer<FrameTexts> frame, Addresses addresses)
{
    private static string Language => Addresses.Language;

    public byte[] Write(RankedTable table) => Workbook.Write([Standings(table), Notes(table)]);

    private Sheet Standings(RankedTable table)
    {
        var parents = table.Agencies.Any(agency => agency.Parent is not null);
        List<(Column Column, Func<RankedAgency, Cell> Cell)> columns =
        [
            (new(frame["Standings.Rank"], 8), agency => Cell.Of(agency.Rank)),
            (new(frame["Standings.Change"], 10), agency => Cell.Of(agency.Change)),
            (new(texts["Sheet.Code"], 16), agency => Cell.Of(agency.Code)),
            (new(frame["Standings.Agency"], 46), agency => Cell.Of(agency.Name.In(Language))),
            .. parents
                ? [(new Column(texts["Parent"], 30), (Func<RankedAgency, Cell>)(agency => Cell.Of(agency.ParentName?.In(Language))))]
                : Array.Empty<(Column, Func<RankedAgency, Cell>)>(),
            (new(frame["Standings.Total"], 10), agency => Cell.OfInvariant(agency.Total)),
            (new(texts["Sheet.From"], 14), agency => Cell.Of(FromOf(agency.TotalFrom))),
            (new(frame["Standings.Tier"], 14), agency => Cell.Of(table.Tier(agency.Tier)?.Name.In(Language))),
            .. table.Components.Select(component => (
                new Column(texts["Sheet.Component", component.Name.In(Language), PrintedNumber.Plain(component.Maximum)], 14),
                (Func<RankedAgency, Cell>)(agency => PointsOf(table, agency, component)))),
        ];
        return new Sheet(
            texts["Sheet.Standings"],
            [.. columns.Select(column => column.Column)],
            [.. table.Agencies.Select(agency => (IReadOnlyList<Cell>)[.. columns.Select(column => column.Cell(agency))])]);
    }

    /// <summary>What a penalty takes off stands below zero, so that a row adds up.</summary>
    private static Cell PointsOf(RankedTable table, RankedAgency agency, Component component) =>
        agency.Components.FirstOrDefault(points => points.Code == component.Code) is { Maximum.IsZero: false } points
            ? Cell.OfInvariant(table.Written(table.SignOf(component.Code) * points.Points))
            : Cell.Empty;

    private string? FromOf(Provenance? from) => from switch
    {
        Provenance.Press => frame["Press"].Value,
        Provenance.Illustrative => frame["Illustrative"].Value,
        _ => null,
    };

    private Sheet Notes(RankedTable table)
    {
        var published = table.Version?.Edition;
        List<(string Label, string? Text)> lines =
        [
            (texts["Sheet.Table"], texts["Table.Caption", table.Name.In(Language), table.Year]),
            (texts["Sheet.Version"], published?.Number.ToString(CultureInfo.CurrentCulture)),
            (texts["Sheet.Document"], published is null ? null : published.Document?.Citation.In(Language) ?? texts["State.Demo"].Value),
            (texts["Sheet.Digest"], table.Version?.Digest),
            (texts["Sheet.Provenance"], table.Version is null ? texts["State.Imported", table.Year].Value : table.Illustrative ? texts["State.Illustrative"].Value : null),
            .. table.Tiers.Where(tier => tier.Now is not null).Select(tier => (
                texts["Sheet.Tier", tier.Name.In(Language)].Value, $"{tier.Now}{(FromOf(tier.CountFrom) is { } from ? $" ({from})" : "")}")),
            .. table.Sources.Select(source => (texts["Sheet.Source"].Value, $"{source.Name.In(Language)} {source.Address}".TrimEnd())),
            (texts["Sheet.Compared"], table.YearBefore is { } year ? texts["Sheet.ComparedWith", year].Value : table.Break?.Sentence.In(Language)),
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
