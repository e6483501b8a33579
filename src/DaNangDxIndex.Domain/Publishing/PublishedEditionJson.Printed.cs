using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Publishing;

/// <content>What others had printed, written and read.</content>
public static partial class PublishedEditionJson
{
    private static JsonObject Write(Printed printed) => new()
    {
        ["sources"] = Array(printed.Sources, source => new JsonObject
        {
            ["code"] = source.Code,
            ["name"] = Write(source.Name),
            ["address"] = source.Address,
        }),
        ["counts"] = Array(printed.Counts, count => new JsonObject
        {
            ["group"] = count.Group,
            ["tier"] = count.Tier,
            ["agencies"] = count.Agencies,
            ["source"] = count.Source,
        }),
        ["standings"] = Array(printed.Standings, standing => new JsonObject
        {
            ["group"] = standing.Group,
            ["agency"] = standing.Agency,
            ["rank"] = standing.Rank,
            ["total"] = standing.Total,
            ["tier"] = standing.Tier,
            ["source"] = standing.Source,
        }),
        ["figures"] = Array(printed.Figures, Write),
    };

    private static JsonObject Write(PrintedAbout printed) => new()
    {
        ["number"] = printed.Figure.Number,
        ["year"] = printed.Figure.Year,
        ["kind"] = Word(printed.Figure.Kind),
        ["group"] = printed.Figure.Group,
        ["agency"] = printed.Figure.Agency,
        ["about"] = Maybe(printed.About, Write),
        ["figure"] = printed.Figure.Figure,
        ["numerator"] = printed.Figure.Numerator,
        ["denominator"] = printed.Figure.Denominator,
        ["percent"] = printed.Figure.Percent?.ToString(CultureInfo.InvariantCulture),
        ["said"] = Maybe(printed.Figure.Words, Write),
        ["subject"] = Write(printed.Figure.Subject),
        ["note"] = Maybe(printed.Figure.Note, Write),
        ["source"] = printed.Figure.Source,
    };

    private static Printed ReadPrinted(JsonElement json, int year)
    {
        var sources = Items(json, "sources", source =>
            new Source(Text(source, "code"), MaybeText(source, "address")).Named(ReadBilingual(source, "name")));
        var tables = new Printed(
            sources,
            Items(json, "counts", count => new ImportedTierCount(
                year, Text(count, "group"), Text(count, "tier"), Need(count, "agencies").GetInt32(), Text(count, "source"))),
            Items(json, "standings", standing => new ImportedStanding(
                year, Text(standing, "group"), Text(standing, "agency"), Whole(standing, "rank"), MaybeText(standing, "total"),
                MaybeText(standing, "tier"), Text(standing, "source"))),
            []);
        return tables with { Figures = Items(json, "figures", figure => ReadPrintedAbout(figure, tables)) };
    }

    private static PrintedAbout ReadPrintedAbout(JsonElement json, Printed tables)
    {
        var figure = new PrintedFigure(
            Need(json, "number").GetInt32(), Need(json, "year").GetInt32(), Word<PrintedKind>(Need(json, "kind")),
            MaybeText(json, "group"), MaybeText(json, "agency"), MaybeText(json, "figure"), Text(json, "source"))
            .Saying(ReadBilingual(json, "subject"), MaybeBilingual(json, "said"), MaybeBilingual(json, "note"))
            .Counting(Whole(json, "numerator"), Whole(json, "denominator"),
                MaybeText(json, "percent") is { } percent ? decimal.Parse(percent, CultureInfo.InvariantCulture) : null);
        return new(figure, tables.SourceOf(figure.Source), MaybeBilingual(json, "about"));
    }

    private static JsonObject Write(Break parted) => new()
    {
        ["cause"] = Word(parted.Cause),
        ["from"] = parted.From,
        ["to"] = parted.To,
        ["sentence"] = Write(parted.Sentence),
    };

    private static Break ReadBreak(JsonElement json) => new(
        Word<BreakCause>(Need(json, "cause")), Need(json, "from").GetInt32(),
        Need(json, "to").GetInt32(), ReadBilingual(json, "sentence"));
}
