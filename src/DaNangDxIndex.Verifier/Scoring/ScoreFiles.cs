using System.Text;
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
        var faults = new Faults();
        var agencies = InputFiles.Read(line, faults, new Progress(errors, line.Culture));
        if (faults.Count > 0)
        {
            foreach (var text in faults.Lines(line.Culture))
                errors.WriteLine(text);
            return DxVerify.Unusable;
        }

        var table = Table(agencies.Values);
        if (line.Last("--out") is { } file)
            File.WriteAllText(file, table.ToString());
        else
            output.Write(table);
        return DxVerify.Done;
    }

    private static StringBuilder Table(IReadOnlyCollection<AgencyRow> agencies)
    {
        var results = agencies
            .GroupBy(agency => agency.Group)
            .SelectMany(group => Results(group.Key, [.. group]))
            .ToDictionary(result => result.Agency, StringComparer.Ordinal);
        var marked = agencies.Any(agency => agency.Mark is not null);
        var text = new StringBuilder();
        ResultsCsv.AppendHeader(text, marked);
        foreach (var agency in agencies)
        {
            var (method, result) = (agency.Group.Set.Method, results[agency.Code]);
            ResultsCsv.AppendRow(
                text, method, agency.Code, agency.Group.Set.Group, result.Applicable, result.Converted, ResultsCsv.Written(method, result.Total), result.Rank, result.Tier, agency.Mark);
        }

        return text;
    }

    private static IEnumerable<ScoredRow> Results(GroupFile group, List<AgencyRow> agencies)
    {
        var scores = new GroupScorer(group.Set).Score(GroupFigures.Of(group.Set, agencies.Select(agency => agency.Input)));
        return agencies.Select((agency, member) => new ScoredRow(
            agency.Code, scores.Applicable(member), scores.Converted(member), scores.Total(member), scores.Ranks[member], scores.Tier(member)?.Code));
    }

    private sealed record ScoredRow(string Agency, decimal Applicable, decimal Converted, decimal Total, int? Rank, string? Tier);
}
