using System.Text.RegularExpressions;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Layout;

/// <summary>A paper that says which test shows something is believed by who reads it: the test is there, under that name.</summary>
public sealed partial class TestsInDocsTests
{
    private static readonly Lazy<List<string>> Sources = new(() => [.. Directory.EnumerateFiles(
        Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)]);

    [Theory]
    [InlineData("security.md", 90)]
    [InlineData("operations.md", 5)]
    [InlineData("runbook.md", 0)]
    [InlineData("performance.md", 3)]
    [InlineData("architecture.md", 1)]
    public void Every_test_that_is_named_is_there(string paper, int least)
    {
        var named = Named().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", paper)))
            .Select(match => (Class: match.Groups["class"].Value, Method: match.Groups["method"].Value)).Distinct().ToList();

        named.Count.ShouldBeGreaterThanOrEqualTo(least);
        named.Where(test => !IsThere(test.Class, test.Method)).ShouldBeEmpty();
    }

    [Fact]
    public void A_name_that_is_not_there_is_found()
    {
        IsThere(nameof(TestsInDocsTests), "").ShouldBeTrue();
        IsThere(nameof(TestsInDocsTests), "A_name_…_is_found").ShouldBeTrue();
        IsThere(nameof(TestsInDocsTests), "A_name_that_was_…").ShouldBeFalse();
        IsThere("Nowhere" + "Tests", "").ShouldBeFalse();
    }

    /// <param name="method">With dots for what was left out: "Numbers_are_…_computed"; none for the whole class.</param>
    private static bool IsThere(string type, string method)
    {
        var name = string.Join("\\w*", method.Split('…').Select(Regex.Escape));
        return Sources.Value.Any(source =>
            Regex.IsMatch(source, $@"\bclass {type}\b", RegexOptions.None, TimeSpan.FromSeconds(5))
            && (method == "" || Regex.IsMatch(source, $@"\b(void|Task) {name}\(", RegexOptions.None, TimeSpan.FromSeconds(5))));
    }

    [GeneratedRegex(@"`(?<class>[A-Z]\w*Tests)(\.(?<method>[A-Z][\w…]*))?`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
