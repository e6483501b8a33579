using System.Text;
using System.Text.Json.Nodes;
using DaNangDxIndex.Csv;
using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Scoring;

/// <summary>dx-verify score: from files to results.csv.</summary>
public static class ScoreFiles
{
    public static int Run(CommandLine line, TextWriter output, TextWriter errors)
    {
        line.RefuseOperands();
        line.Need("--agencies");
        OutputFile.RefuseOverwriting(line);
        var faults = new Faults();
        var agencies = InputFiles.Read(line, faults, new Progress(errors, line.Culture));
        if (faults.Count > 0)
            return Refuse(faults, line, output, errors);

        List<AgencyRow> scored = [.. agencies.Values.Where(agency => !agency.IsLeftOut)];
        var (rows, warnings) = (Rows(scored), Warnings.Of(scored));
        if (line.Last("--out") is { } file)
            File.WriteAllText(file, Table(rows).ToString());
        if (line.Last("--criteria-points") is { } points)
            File.WriteAllText(points, CriteriaPoints.Table(scored).ToString());
        if (line.Has(Verbs.Json))
            JsonText.Write(output, Answer(rows, warnings, line.Culture));
        else if (line.Last("--out") is null)
            output.Write(Table(rows));
        foreach (var warning in line.Has(Verbs.Json) ? [] : warnings.Sentences())
            errors.WriteLine(new Bilingual($"Lưu ý: {warning.Vi}", $"Note: {warning.En}").In(line.Culture));
        return DxVerify.Done;
    }

    private static int Refuse(Faults faults, CommandLine line, TextWriter output, TextWriter errors)
    {
        foreach (var text in faults.Lines(line.Culture))
            errors.WriteLine(text);
        if (line.Has(Verbs.Json))
        {
            JsonText.Write(output, new JsonObject
            {
                ["faults"] = JsonText.Array(faults.First, fault => new JsonObject
                {
                    ["file"] = fault.File, ["line"] = fault.Line, ["column"] = fault.Column, ["message"] = fault.Message.In(line.Culture),
                }),
                ["faultCount"] = faults.Count,
            });
        }

        return DxVerify.Unusable;
    }

    // In the order of agencies.csv.
    private static List<Row> Rows(IReadOnlyCollection<AgencyRow> agencies)
    {
        var results = agencies.GroupBy(agency => agency.Group).SelectMany(group => Rows(group.Key, [.. group]))
            .ToDictionary(row => row.Agency.Code, StringComparer.Ordinal);
        return [.. agencies.Select(agency => results[agency.Code])];
    }

    private static IEnumerable<Row> Rows(GroupFile group, List<AgencyRow> agencies)
    {
        var scores = new GroupScorer(group.Set).Score(GroupFigures.Of(group.Set, agencies.Select(agency => agency.Input)));
        return agencies.Select((agency, member) => new Row(
            agency, scores.Applicable(member), scores.Converted(member), scores.Total(member), scores.Ranks[member],
            scores.Tier(member)?.Code));
    }

    private static StringBuilder Table(List<Row> rows)
    {
        var text = new StringBuilder();
        ResultsCsv.AppendHeader(text, rows.Exists(row => row.Agency.Mark is not null));
        foreach (var (agency, applicable, converted, total, rank, tier) in rows)
        {
            var method = agency.Group.Set.Method;
            ResultsCsv.AppendRow(
                text, method, agency.Code, agency.Group.Set.Group, applicable, converted, ResultsCsv.Written(method, total), rank, tier,
                agency.Mark);
        }

        return text;
    }

    private static JsonObject Answer(List<Row> rows, Warnings warnings, string culture) => new()
    {
        ["results"] = JsonText.Array(rows, row => new JsonObject
        {
            ["agency"] = row.Agency.Code,
            ["group"] = row.Agency.Group.Set.Group,
            ["applicable"] = ResultsCsv.Written(row.Agency.Group.Set.Method, row.Applicable),
            ["converted"] = ResultsCsv.Written(row.Agency.Group.Set.Method, row.Converted),
            ["total"] = ResultsCsv.Written(row.Agency.Group.Set.Method, row.Total),
            ["rank"] = row.Rank,
            ["tier"] = row.Tier,
        }),
        ["warnings"] = JsonText.Array(warnings.Sentences(), warning => JsonValue.Create(warning.In(culture))),
    };

    private sealed record Row(AgencyRow Agency, decimal Applicable, decimal Converted, decimal Total, int? Rank, string? Tier);
}
