using System.Text.Json.Nodes;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Csv;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Scoring;

/// <summary>dx-verify explain: where the points of one agency come from, in words, out of a bundle or out of files.</summary>
public static class ExplainPoints
{
    public static int Run(CommandLine line, TextWriter output, TextWriter errors)
    {
        var code = line.Need("--agency");
        CriteriaSet set;
        IReadOnlyList<ScoringInput> group;
        if (line.Operands is [var bundle])
        {
            (set, group) = FromBundle(bundle, code);
        }
        else
        {
            line.RefuseOperands();
            var faults = new Faults();
            var agencies = InputFiles.Read(line, faults, new Progress(errors, line.Culture));
            if (faults.Count > 0)
            {
                foreach (var text in faults.Lines(line.Culture))
                    errors.WriteLine(text);
                return DxVerify.Unusable;
            }

            var agency = agencies.GetValueOrDefault(code)
                ?? throw new UsageFault(Likeness.Unknown("cơ quan", "agency", code, agencies.Keys));
            if (agency.IsLeftOut)
                throw LeftOut(code);
            set = agency.Group.Set;
            group = [.. agencies.Values.Where(row => row.Group == agency.Group && !row.IsLeftOut).Select(row => row.Input)];
        }

        Explain(set, group, code, line, output);
        return DxVerify.Done;
    }

    private static (CriteriaSet Set, IReadOnlyList<ScoringInput> Group) FromBundle(string file, string agency)
    {
        var published = VerifyBundle.Open(file).Published;
        var group = published.GroupOf(agency)
            ?? throw new UsageFault(Likeness.Unknown(
                "cơ quan", "agency", agency, published.Groups.SelectMany(other => other.Entrants).Select(entrant => entrant.Agency)));
        if (group.LeftOut.Any(entrant => string.Equals(entrant.Agency, agency, StringComparison.Ordinal)))
            throw LeftOut(agency);
        return (group.Criteria, [.. group.Scored.Select(entrant => Computation.InputOf(group.Criteria, entrant))]);
    }

    private static UsageFault LeftOut(string agency) => new(new(
        $"“{agency}” không nộp hồ sơ nên không được chấm điểm.", $"\"{agency}\" did not submit and is not scored."));

    private static void Explain(CriteriaSet set, IReadOnlyList<ScoringInput> group, string agency, CommandLine line, TextWriter output)
    {
        var wanted = line.All("--criterion");
        foreach (var code in wanted.Where(code => set.Criterion(code) is null))
            throw new UsageFault(Likeness.Unknown("tiêu chí", "criterion", code, set.Criteria.Select(criterion => criterion.Code)));
        var scorer = new Scorer(set);
        var best = scorer.BestOf(group);
        var input = group.First(input => string.Equals(input.Agency, agency, StringComparison.Ordinal));
        var total = ExplainedTotal.Of(set.Method, [.. group.Select(scoringInput => scorer.Score(scoringInput, best))], agency);
        var explained = total.Scorecard.Criteria
            .Where(result => wanted.Count == 0 || wanted.Contains(result.Criterion.Code, StringComparer.Ordinal))
            .Select(result => (Result: result, Explanation: Explanation.Of(set, result, input, best))).ToList();
        if (line.Has(Verbs.Json))
        {
            JsonText.Write(output, new JsonObject
            {
                ["agency"] = agency,
                ["criteria"] = JsonText.Array(explained, pair => Json(pair.Result, pair.Explanation, line.Culture)),
                ["total"] = wanted.Count == 0 ? total.Json(line.Culture) : null,
            });
            return;
        }

        foreach (var (result, explanation) in explained)
            Write(result, explanation, line.Culture, output);
        foreach (var sentence in wanted.Count == 0 ? total.Lines() : [])
            output.WriteLine(sentence.In(line.Culture));
    }

    private static JsonObject Json(CriterionResult result, Explanation explanation, string culture) => new()
    {
        ["code"] = result.Criterion.Code,
        ["points"] = result.Points.ToString(),
        ["maximum"] = result.Maximum.ToString(),
        ["rule"] = explanation.Rule.In(culture),
        ["explanation"] = explanation.Sentence.In(culture),
    };

    private static void Write(CriterionResult result, Explanation explanation, string culture, TextWriter output)
    {
        output.WriteLine($"{result.Criterion.Code}  {result.Criterion.Name.In(culture)}");
        foreach (var read in explanation.Figures)
            output.WriteLine($"    {read.Figure.Code}  {read.Figure.Name.In(culture)}: {read.Value.In(culture)}");
        output.WriteLine($"    {explanation.Rule.In(culture)}");
        foreach (var step in explanation.Steps)
            output.WriteLine($"    {step.In(culture)}");
        output.WriteLine($"    {explanation.Sentence.In(culture)}");
        output.WriteLine();
    }
}
