using System.Globalization;
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

    private static JsonObject Write(PrintedAbout printedAbout) => new()
    {
        ["number"] = printedAbout.Figure.Number,
        ["year"] = printedAbout.Figure.Year,
        ["kind"] = Word(printedAbout.Figure.Kind),
        ["group"] = printedAbout.Figure.Group,
        ["agency"] = printedAbout.Figure.Agency,
        ["about"] = Maybe(printedAbout.About, Write),
        ["figure"] = printedAbout.Figure.Figure,
        ["numerator"] = printedAbout.Figure.Numerator,
        ["denominator"] = printedAbout.Figure.Denominator,
        ["percent"] = printedAbout.Figure.Percent?.ToString(CultureInfo.InvariantCulture),
        ["said"] = Maybe(printedAbout.Figure.Words, Write),
        ["subject"] = Write(printedAbout.Figure.Subject),
        ["note"] = Maybe(printedAbout.Figure.Note, Write),
        ["source"] = printedAbout.Figure.Source,
    };

    private static Printed ReadPrinted(JsonObject json, int year)
    {
        var sources = Items(json, "sources", source =>
            new Source(Text(source, "code"), source["address"]?.GetValue<string>()).Named(ReadBilingual(source, "name")));
        var tables = new Printed(
            sources,
            Items(json, "counts", count => new ImportedTierCount(
                year, Text(count, "group"), Text(count, "tier"), Need(count, "agencies").GetValue<int>(), Text(count, "source"))),
            Items(json, "standings", standing => new ImportedStanding(
                year, Text(standing, "group"), Text(standing, "agency"), Whole(standing, "rank"), standing["total"]?.GetValue<string>(),
                standing["tier"]?.GetValue<string>(), Text(standing, "source"))),
            []);
        return tables with { Figures = Items(json, "figures", figure => ReadPrintedAbout(figure, tables)) };
    }

    private static PrintedAbout ReadPrintedAbout(JsonObject json, Printed tables)
    {
        var figure = new PrintedFigure(
            Need(json, "number").GetValue<int>(), Need(json, "year").GetValue<int>(), Word<PrintedKind>(Need(json, "kind")),
            json["group"]?.GetValue<string>(), json["agency"]?.GetValue<string>(), json["figure"]?.GetValue<string>(), Text(json, "source"))
            .Saying(ReadBilingual(json, "subject"), MaybeText(json, "said"), MaybeText(json, "note"))
            .Counting(Whole(json, "numerator"), Whole(json, "denominator"),
                json["percent"] is { } percent ? decimal.Parse(percent.GetValue<string>(), CultureInfo.InvariantCulture) : null);
        return new(figure, tables.SourceOf(figure.Source), MaybeText(json, "about"));
    }

    private static JsonObject Write(Break parted) => new()
    {
        ["cause"] = Word(parted.Cause),
        ["from"] = parted.From,
        ["to"] = parted.To,
        ["sentence"] = Write(parted.Sentence),
    };

    private static Break ReadBreak(JsonObject json) => new(
        Word<BreakCause>(Need(json, "cause")), Need(json, "from").GetValue<int>(),
        Need(json, "to").GetValue<int>(), ReadBilingual(json, "sentence"));

    private static Bilingual? MaybeText(JsonObject json, string name) => json[name] is null ? null : ReadBilingual(json, name);
}
