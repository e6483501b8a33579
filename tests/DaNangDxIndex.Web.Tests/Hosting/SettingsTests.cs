using System.Text.RegularExpressions;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting;

/// <summary>What is set from outside is read by the program, and told where operators look.</summary>
public sealed partial class SettingsTests
{
    /// <summary>Read by docker-compose.yml and by the proxy's Caddyfile themselves.</summary>
    private static readonly string[] OfTheComposition = ["DX_HOST", "DX_BACKUPS"];

    private static readonly string[] InTheCode =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Literal().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value))
            .Distinct(StringComparer.Ordinal)];

    [Fact]
    public void Every_setting_that_the_program_reads_stands_in_the_operators_table() =>
        InTheCode.Except(InTheTable(), StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void Every_setting_in_the_operators_table_is_read_by_the_program()
    {
        InTheCode.ShouldNotBeEmpty();
        InTheTable().Where(name => name.StartsWith("DX_", StringComparison.Ordinal))
            .Except(InTheCode, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("docker-compose.yml")]
    [InlineData("Dockerfile")]
    [InlineData("deploy/Caddyfile")]
    [InlineData("deploy/make-secrets")]
    [InlineData("deploy/20-database.sh")]
    public void What_a_deployment_sets_is_read_by_somebody(string file) =>
        Named(Text(file)).Except(InTheCode, StringComparer.Ordinal).Except(OfTheComposition, StringComparer.Ordinal).ShouldBeEmpty();

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/operations.md")]
    [InlineData("docs/runbook.md")]
    [InlineData("docs/security.md")]
    public void What_the_documentation_names_is_read_by_the_program_or_by_its_scripts(string file)
    {
        var scripts = new[] { "run", "test", ".ci/set-up.sh" }.SelectMany(script => Named(Text(script)));
        Named(Text(file)).Except([.. InTheCode, .. OfTheComposition, .. scripts], StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Every_secret_of_the_composition_is_made_and_every_one_that_is_made_is_used()
    {
        var used = Secret().Matches(Text("docker-compose.yml")).Select(match => match.Groups["name"].Value).ToList();
        var made = Kept().Matches(Text("deploy/make-secrets")).Select(match => match.Groups["name"].Value).ToList();
        used.ShouldNotBeEmpty();
        used.ShouldBe(made, ignoreOrder: true);
        used.Where(name => name.Contains("__", StringComparison.Ordinal)).Except(InTheTable(), StringComparer.Ordinal).ShouldBeEmpty();
    }

    private static List<string> InTheTable() =>
        [.. Row().Matches(Text("docs/operations.md")).Select(match => match.Groups["name"].Value)
            .Where(name => name.Contains('_', StringComparison.Ordinal))];

    private static IEnumerable<string> Named(string text) =>
        Name().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal);

    private static string Text(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    [GeneratedRegex("""(?<name>DX_[A-Z0-9_]+)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex("\"(?<name>DX_[A-Z0-9_]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literal();

    [GeneratedRegex("""^\| `(?<name>\w+)` \|""", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex("""^  (?<name>\w+): \{ file: \./deploy/secrets/\k<name> \}""", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Secret();

    [GeneratedRegex("""^keep (?<name>\w+) """, RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kept();
}
