using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DaNangDxIndex.Ranking;
using DaNangDxIndex.Scoring;
using FsCheck;
using FsCheck.Fluent;

namespace DaNangDxIndex.Criteria;

/// <summary>
/// What docs/criteria-file.md tells a stranger is what the engine does, and the JSON Schema admits what the reader admits.
/// </summary>
public sealed class DocumentationTests
{
    private static readonly string Docs = FindDocs();
    private static readonly string Page = File.ReadAllText(Path.Combine(Docs, "criteria-file.md"));
    private static readonly Regex Block = new(
        "```(?<language>json|csv)\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.NonBacktracking);
    private static readonly Regex CodeOf = new("\"-?[a-z][a-z-]+\"", RegexOptions.NonBacktracking);
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Docs,
        "criteria-file.schema.json"))).RootElement;

    [Fact]
    public void The_whole_example_is_read_without_problems() => CriteriaFile.Read(Example()).Problems.ShouldBeEmpty();

    [Fact]
    public void Every_rule_on_the_page_is_a_rule()
    {
        var rules = Blocks("json").Where(block => !block.Contains("\"edition\"")).ToList();
        rules.Count.ShouldBeGreaterThan(6);
        foreach (var rule in rules)
        {
            var (figures, set) = (FiguresOf(rule), SmallSet.Method);
            (SmallSet.Read(SmallSet.File("10", figures, SmallSet.Criterion("A.1", "10", rule), set)).Criterion("A.1")?.Rule)
                .ShouldNotBeNull();
        }
    }

    [Fact]
    public void The_tables_of_the_example_give_the_results_on_the_page()
    {
        var set = CriteriaFile.Read(Example()).Require();
        var tables = Blocks("csv").Select(block => block.Trim().Split('\n').Select(line => line.Split(',')).ToList()).ToList();
        var values = tables[1].Skip(1).ToLookup(line => line[0], StringComparer.Ordinal);
        var group = tables[0].Skip(1).Select(line => new ScoringInput
        {
            Agency = line[0],
            Ranked = line[3] != "no",
            Figures = values[line[0]].ToDictionary(
                cells => cells[1],
                cells => FigureValue.Read(set.Figures.Single(figure => figure.Code == cells[1]), cells[2]).Value ?? default,
                StringComparer.Ordinal),
        }).ToList();
        var cards = new Scorer(set).ScoreGroup(group);
        var ranks = Standings.Rank(set.Method, cards)
            .ToDictionary(standing => standing.Agency, standing => standing.Rank, StringComparer.Ordinal);
        var lines = cards.Select(card => string.Create(
            CultureInfo.InvariantCulture,
            $"{card.Agency},{set.Group},{card.ApplicableMaximum.Round(2)},{card.Converted.Round(2)},"
            + $"{card.Total},{ranks[card.Agency]},{card.Tier?.Code}"));
        lines.ShouldBe(tables[2].Skip(1).Select(line => string.Join(',', line)));
    }

    [Fact]
    public void The_schema_admits_the_example() => new SchemaCheck(Schema).Faults(Parsed(Example())).ShouldBeEmpty();

    [Fact]
    public void The_schema_admits_whatever_is_written() => Prop.ForAll<int>(seed =>
    {
        new SchemaCheck(Schema).Faults(Parsed(CriteriaFile.Write(new RandomSet(seed).Set()))).ShouldBeEmpty();
        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Theory]
    [InlineData("\"pillar\": \"economy\"", "\"pillar\": \"money\"")]
    [InlineData("\"maximum\": 20", "\"maximun\": 20")]
    [InlineData("\"to\": \"95%\"", "\"to\": \"95 percent\"")]
    [InlineData("\"mode\": \"halfUp\"", "\"mode\": \"bankers\"")]
    [InlineData("\"block\": \"bonus\"", "\"block\": true")]
    [InlineData("\"code\": \"A.1\"", "\"code\": \"A 1\"")]
    [InlineData("\"linear\"", "\"lineal\"")]
    [InlineData("\"at\": 1, ", "")]
    public void Schema_and_reader_refuse_alike(string right, string wrong)
    {
        var broken = Example().Replace(right, wrong, StringComparison.Ordinal);
        broken.ShouldNotBe(Example());
        CriteriaFile.Read(broken).Problems.ShouldNotBeEmpty();
        new SchemaCheck(Schema).Faults(Parsed(broken)).ShouldNotBeEmpty();
    }

    private static string Example() => Blocks("json").Single(block => block.Contains("\"edition\""));

    private static IEnumerable<string> Blocks(string language) =>
        Block.Matches(Page).Where(match => match.Groups["language"].Value == language).Select(match => match.Groups["text"].Value);

    private static JsonElement Parsed(string json) => JsonDocument.Parse(json).RootElement;

    // Each figure a rule names, of the kind the primitive asks for.
    private static string FiguresOf(string rule)
    {
        var known = CriteriaFile.Read(Example()).Require().Figures.ToDictionary(figure => figure.Code, StringComparer.Ordinal);
        return string.Join(',', CodeOf.Matches(rule).Select(match => match.Value.Trim('"', '-')).Distinct()
            .Where(code => code.Contains('-') || known.ContainsKey(code) || code is "bandwidth" or "employees")
                .Select(code => known.TryGetValue(code, out var figure) && figure.Kind != FigureKind.Count
                    ? figure.Kind == FigureKind.Choice
                        ? """{ "code": "head-of-committee", "name": "x", "kind": "choice", "options": [{ "code": "chair", "name": "x" }, { "code": "deputy", "name": "x" }, { "code": "other", "name": "x" }] }"""
                        : SmallSet.Figure(code, figure.Kind == FigureKind.YesNo ? "yesNo" : "percent")
                    : SmallSet.Count(code)));
    }

    private static string FindDocs()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "docs", "criteria-file.md")))
            folder = folder.Parent;
        return Path.Combine(folder.ShouldNotBeNull().FullName, "docs");
    }
}
