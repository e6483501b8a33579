using System.Text;
using System.Text.Json;
using DaNangDxIndex.Csv;

namespace DaNangDxIndex.Publishing;

/// <summary>The CSV files of a bundle, in the columns that dx-verify reads; columns behind those are for people.</summary>
internal static class BundleTables
{
    public static string Agencies(PublishedEdition edition)
    {
        var text = new StringBuilder("code,group,parent,ranked,submitted,illustrative,name,name_en\n");
        foreach (var (group, entrant) in Entrants(edition))
        {
            CsvText.Append(
                text, entrant.Agency, group.Code, entrant.Parent, Flag(entrant.Ranked), Flag(entrant.Submitted), Flag(entrant.Illustrative),
                CsvText.Plain(entrant.Name.Vi), CsvText.Plain(entrant.Name.En));
        }

        return text.ToString();
    }

    /// <summary>Figures in force, each agency's in the order of its criteria set. A blank figure has no row.</summary>
    public static string Figures(PublishedEdition edition) => Figures(edition, entrant => entrant.Figures);

    /// <summary>Figures as they were declared, in the same form.</summary>
    public static string Declared(PublishedEdition edition) => Figures(edition, entrant => entrant.Declared);

    public static string Verdicts(PublishedEdition edition)
    {
        var text = new StringBuilder("agency,criterion,decision,points,reason\n");
        foreach (var (_, entrant) in Entrants(edition))
        {
            foreach (var (criterion, decision) in entrant.Decisions.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                var reason = decision.Reason is { } code ? Camel(code) : "";
                CsvText.Append(text, entrant.Agency, criterion, Camel(decision.Decision), decision.Points?.ToString(), reason);
            }
        }

        return text.ToString();
    }

    /// <summary>The results in the order of agencies.csv: exactly what dx-verify score writes from the other files.</summary>
    public static string Results(PublishedEdition edition)
    {
        var text = new StringBuilder();
        ResultsCsv.AppendHeader(text, marked: true);
        foreach (var (group, entrant) in Entrants(edition))
        {
            if (group.ResultOf(entrant.Agency) is not { } result)
                continue;
            var method = group.Criteria.Method;
            ResultsCsv.AppendRow(
                text, method, result.Agency, group.Code, method.Round(result.Applicable), method.Round(result.Converted),
                result.Total, result.Rank, result.Tier, Flag(entrant.Illustrative));
        }

        return text.ToString();
    }

    private static string Figures(PublishedEdition edition, Func<Entrant, IReadOnlyDictionary<string, string>> of)
    {
        var text = new StringBuilder("agency,figure,value\n");
        foreach (var (group, entrant) in Entrants(edition))
        {
            foreach (var figure in group.Criteria.Figures)
            {
                if (of(entrant).TryGetValue(figure.Code, out var value))
                    CsvText.Append(text, entrant.Agency, figure.Code, value);
            }
        }

        return text.ToString();
    }

    private static IEnumerable<(PublishedGroup Group, Entrant Entrant)> Entrants(PublishedEdition edition) =>
        edition.Groups.SelectMany(group => group.Entrants.Select(entrant => (group, entrant)));

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Camel<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
