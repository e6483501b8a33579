using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Frame;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Spreadsheets;
using DaNangDxIndex.Tenancy;
using DaNangDxIndex.Text;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Ranking;

/// <summary>
/// A ranked table as people open it in a spreadsheet, headings and words in the reader's language: a sheet of the workbook, and the CSV for
/// Excel.
/// </summary>
public sealed class StandingsSheet(
    IStringLocalizer<RankingTexts> texts, IStringLocalizer<FrameTexts> frame, IStringLocalizer<PublishingTexts> publishing)
{
    private static string Language => Addresses.Language;

    public Sheet Of(RankedTable table)
    {
        var columns = ColumnsOf(table).ToList();
        return new Sheet(
            texts["Sheet.Standings"],
            [.. columns.Select(column => column.Column)],
            [.. table.Agencies.Select(agency => (IReadOnlyList<Cell>)[.. columns.Select(column => column.Cell(agency))])]);
    }

    /// <summary>The word for where a number comes from; null where it was simply computed.</summary>
    public string? FromOf(Provenance? from) => from switch
    {
        Provenance.Press => frame["Press"].Value,
        Provenance.Illustrative => frame["Illustrative"].Value,
        _ => null,
    };

    /// <summary>What became of the version; null where nothing is published.</summary>
    public string? StateOf(RankedTable table) => table.State is { } state ? publishing[$"Versions.{state}"].Value : null;

    private IEnumerable<(Column Column, Func<RankedAgency, Cell> Cell)> ColumnsOf(RankedTable table)
    {
        yield return (new(frame["Standings.Rank"], 8), agency => Cell.Of(agency.Rank));
        yield return (new(frame["Standings.Change"], 10), agency => Cell.Of(agency.Change));
        yield return (new(texts["Sheet.Code"], 16), agency => Cell.Of(agency.Code));
        yield return (new(frame["Standings.Agency"], 46), agency => Cell.Of(agency.Name.In(Language)));
        if (table.Agencies.Any(agency => agency.Parent is not null))
            yield return (new(texts["Parent"], 30), agency => Cell.Of(agency.ParentName?.In(Language)));
        yield return (new(frame["Standings.Total"], 10), agency => Cell.OfInvariant(agency.Total));
        yield return (new(texts["Sheet.From"], 14), agency => Cell.Of(FromOf(agency.TotalFrom)));
        yield return (new(frame["Standings.Tier"], 14), agency => Cell.Of(table.Tier(agency.Tier)?.Name.In(Language)));
        if (table.Agencies.Any(agency => !agency.Submitted))
            yield return (new(texts["Sheet.Submission"], 18), agency => Cell.Of(agency.Submitted ? null : texts["NotSubmitted"].Value));
        // Rows are copied without the notes beside them: what is not in force says so in each.
        if (table.State is not (null or VersionState.InForce))
            yield return (new(texts["Sheet.State"], 18), _ => Cell.Of(StateOf(table)));
        foreach (var component in table.Components)
        {
            yield return (
                new(
                    texts["Sheet.Component", component.Name.In(Language), NumberText.Plain(component.Sign * component.Maximum, Language)],
                    14),
                agency => PointsOf(table, agency, component));
        }
    }

    /// <summary>What a penalty takes off stands below zero, so that a row adds up.</summary>
    private static Cell PointsOf(RankedTable table, RankedAgency agency, Component component) =>
        agency.Components.FirstOrDefault(points => points.Code == component.Code) is { Maximum.IsZero: false } points
            ? Cell.OfInvariant(table.Written(table.SignOf(component.Code) * points.Points))
            : Cell.Empty;
}
