using System.Text.RegularExpressions;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Telemetry;

/// <summary>What the runbook and the operators' guide tell somebody to type, or to look into, is there.</summary>
public sealed partial class RunbookCommandsTests
{
    /// <summary>Made by deploy/make-secrets.</summary>
    private const string Made = "deploy/secrets";

    [Theory]
    [InlineData("docs/runbook.md", 5)]
    [InlineData("docs/operations.md", 25)]
    public void Every_verb_of_the_program_is_one_that_it_takes(string file, int atLeast)
    {
        var taken = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(source => Usage().Matches(File.ReadAllText(source)).Select(match => match.Groups["verb"].Value))
            .ToHashSet(StringComparer.Ordinal);
        taken.Count.ShouldBeGreaterThan(15);
        var typed = Verb().Matches(Typed(file)).Concat(InContainer().Matches(Typed(file)))
            .Select(match => match.Groups["verb"].Value).ToList();
        typed.Count.ShouldBeGreaterThan(atLeast);
        typed.Where(words => !taken.Any(verb => words == verb || words.StartsWith($"{verb} ", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("docs/runbook.md", 6)]
    [InlineData("docs/operations.md", 15)]
    public void Every_file_and_script_is_there(string file, int atLeast)
    {
        var named = Place().Matches(Typed(file)).Select(match => match.Groups["place"].Value.TrimEnd('.', '/'))
            .Where(place => !place.StartsWith(Made, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        named.Count.ShouldBeGreaterThan(atLeast);
        named.Where(place => !Path.Exists(Path.Combine(Repository.Root, place))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_service_that_is_looked_at_or_restarted_is_one_of_the_composition()
    {
        var services = Service().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docker-compose.yml")))
            .Select(match => match.Groups["name"].Value).ToList();
        var named = Compose().Matches(Typed("docs/runbook.md") + Typed("docs/operations.md"))
            .SelectMany(match => Bare().Matches(match.Groups["words"].Value))
            .Select(match => match.Groups["name"].Value).ToList();
        named.ShouldNotBeEmpty();
        named.Except(services, StringComparer.Ordinal).ShouldBeEmpty();
    }

    /// <summary>A command that is broken over lines is one.</summary>
    private static string Typed(string file) => Blanks().Replace(File.ReadAllText(Path.Combine(Repository.Root, file)), " ");

    [GeneratedRegex(@"(?:^ +|"")dx (?<verb>[a-z][a-z-]*(?: [a-z][a-z-]*)*)", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Usage();

    [GeneratedRegex(@"`dx (?<verb>[a-z][a-z-]*(?: [a-z][a-z-]*)*)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Verb();

    [GeneratedRegex(
        @"docker compose (?:-p \w+ )?run --rm (?:-e \S+ )?(?:--no-deps )?(?:migrate|keeping) (?<verb>[a-z][a-z-]*(?: [a-z][a-z-]*)*)",
        RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InContainer();

    [GeneratedRegex(@"(?<![\w/])(?<place>(?:deploy|docs|src)/[\w./-]+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"^  (?<name>[a-z0-9]+):", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Service();

    [GeneratedRegex(@"docker compose (?:logs|restart|ps)(?<words>[^`|]*)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Compose();

    /// <summary>A word that is no option and no value of one.</summary>
    [GeneratedRegex(@"(?<= )(?<name>[a-z]+\d?)(?= |$)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
