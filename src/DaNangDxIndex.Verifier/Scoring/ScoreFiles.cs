using System.Text;
using DaNangDxIndex.Csv;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Ranking;

namespace DaNangDxIndex.Scoring;

/// <summary>dx-verify score: from files to results.csv.</summary>
public static class ScoreFiles
{
    public static int Run(CommandLine line, TextWriter output, TextWriter errors)
    {
        line.RefuseOperands();
        line.Need("--agencies");
        var faults = new Faults();
        var progress = new Progress(errors, line.Culture);
        var agencies = InputFiles.Read(line, faults, progress);
        if (faults.Count > 0)
        {
            foreach (var text in faults.Lines(line.Culture))
                errors.WriteLine(text);
            return DxVerify.Unusable;
        }

        var table = Table(agencies.Values, progress);
        if (line.Last("--out") is { } file)
            File.WriteAllText(file, table.ToString());
        else
            output.Write(table);
        return DxVerify.Done;
    }

    private static StringBuilder Table(IReadOnlyCollection<AgencyRow> agencies, Progress progress)
    {
        var results = agencies
            .GroupBy(agency => agency.Group)
            .SelectMany(group => Results(group.Key, [.. group.Select(agency => agency.Input)], progress))
            .ToDictionary(line => line.Standing.Agency, StringComparer.Ordinal);
        var marked = agencies.Any(agency => agency.Mark is not null);
        var text = new StringBuilder();
        ResultsCsv.AppendHeader(text, marked);
        foreach (var agency in agencies)
        {
            var law = agency.Group.Set.Law;
            var (standing, applicable, converted) = results[agency.Code];
            ResultsCsv.AppendRow(
                text, law, agency.Code, agency.Group.Set.Group, applicable, converted,
                ResultsCsv.Written(law, standing.Total), standing.Rank, standing.Tier, agency.Mark);
        }

        return text;
    }

    // A scorecard of a hundred criteria is let go as soon as its totals are noted: 11,000 of them need not stand in memory at once.
    private static IReadOnlyList<Line> Results(GroupFile group, List<ScoringInput> inputs, Progress progress)
    {
        var scorer = new Scorer(group.Set);
        var best = scorer.BestOf(inputs);
        var points = new Dictionary<string, (Fraction Applicable, Fraction Converted)>(StringComparer.Ordinal);
        Bilingual what = new("cơ quan đã tính điểm", "agencies scored");
        var scorecards = inputs.AsParallel().AsOrdered().Select(input => scorer.Score(input, best)).AsEnumerable().Select(scorecard =>
        {
            points[scorecard.Agency] = (scorecard.ApplicableMaximum, scorecard.Converted);
            progress.At(points.Count, what);
            return scorecard;
        });
        return [.. Standings.Rank(group.Set.Law, scorecards).Select(standing => new Line(standing, points[standing.Agency].Applicable, points[standing.Agency].Converted))];
    }

    private sealed record Line(Standing Standing, Fraction Applicable, Fraction Converted);
}
