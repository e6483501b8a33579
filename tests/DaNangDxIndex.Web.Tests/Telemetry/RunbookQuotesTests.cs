using System.Net;
using System.Text.RegularExpressions;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Telemetry;

/// <summary>Whoever is woken at night looks for the words that the runbook quotes: they are the program's own.</summary>
public sealed partial class RunbookQuotesTests
{
    [Fact]
    public async Task Every_sentence_that_the_runbook_quotes_is_said_by_the_program()
    {
        var runbook = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "runbook.md"));
        var quoted = Quote().Matches(runbook).SelectMany(match => Parts(match.Groups["said"].Value)).ToList();
        quoted.Count.ShouldBeGreaterThan(15);
        var said = await SaidAsync();

        quoted.Where(part => !said.Contains(part, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    /// <summary>What stands between two languages, after a name, or beside one that is only meant: "NAME", "SLUG".</summary>
    private static IEnumerable<string> Parts(string said) => Between().Split(Blanks().Replace(said, " "))
        .Select(part => part.Trim(' ', '.', ',', '…')).Where(part => part.Length > 0);

    /// <summary>Texts of both languages, sentences in the code, and the titles of the dashboard.</summary>
    private static async Task<string> SaidAsync()
    {
        var web = Path.Combine(Repository.Root, "src");
        var files = Directory.EnumerateFiles(web, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".resx" or ".cs" or ".cshtml" && !Elsewhere().IsMatch(file))
            .Append(Path.Combine(Repository.Root, "deploy", "grafana-dashboard.json"));
        var texts = await Task.WhenAll(files.Select(file => File.ReadAllTextAsync(file)));
        return WebUtility.HtmlDecode(Blanks().Replace(Comment().Replace(string.Join('\n', texts), ""), " "));
    }

    [GeneratedRegex("“(?<said>[^”]+)”", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quote();

    [GeneratedRegex(@" / |: |\b[A-Z]{4,}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"[/\\](obj|bin|node_modules)[/\\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Elsewhere();
}
