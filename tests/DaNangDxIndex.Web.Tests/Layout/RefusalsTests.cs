using System.Text.RegularExpressions;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Layout;

/// <summary>What the rules forbid is shown by one place for all pages, and by one for the API.</summary>
public sealed partial class RefusalsTests
{
    [Fact]
    public void No_page_and_no_controller_catches_a_broken_rule()
    {
        var web = Path.Combine(Repository.Root, "src", "DaNangDxIndex.Web");
        var files = Directory.EnumerateFiles(web, "*.cs", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cshtml.cs", StringComparison.Ordinal)
                || file.EndsWith("Controller.cs", StringComparison.Ordinal)).ToList();
        files.Count.ShouldBeGreaterThan(150);
        files.Where(file => Caught().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName).ShouldBeEmpty();
    }

    [GeneratedRegex(@"catch( \((RuleViolation|ChangedMeanwhile|Exception)\b|\s*$)", RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Caught();
}
