using System.Text.RegularExpressions;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Layout;

public sealed partial class AssertionsTests
{
    /// <summary>"x?.Text.ShouldBe(…)" asserts nothing where x is null.</summary>
    [Fact]
    public void No_assertion_is_passed_over_where_there_is_nothing()
    {
        var passedOver =
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            where !file.Contains("/obj/", StringComparison.Ordinal)
            from line in Statements(File.ReadLines(file))
            where MayBePassedOver(line.Text)
            select $"{Path.GetRelativePath(Repository.Root, file)}:{line.Number} {line.Text.Trim()}";

        passedOver.ShouldBeEmpty("Put what may be null in parentheses, or ask for it by ShouldNotBeNull() first.");
    }

    [Theory]
    [InlineData("    page.QuerySelector(\"h1\")?.TextContent.ShouldBe(\"x\");", true)]
    [InlineData("    card?[\"total\"]?.GetValue<string>().ShouldBe(\"x\");", true)]
    [InlineData("    (card?[\"total\"]?.GetValue<string>()).ShouldBe(\"x\");", false)]
    [InlineData("    rows.Select(row => row.Cell?.Text).ShouldBe([\"x\"]);", false)]
    [InlineData("    page.QuerySelector(\"h1\").ShouldNotBeNull().TextContent.ShouldBe(\"x\");", false)]
    public void What_may_be_passed_over_is_told_from_what_is_not(string line, bool passedOver) =>
        MayBePassedOver(line).ShouldBe(passedOver);

    [Fact]
    public void What_goes_on_below_with_a_dot_belongs_to_the_line_above() =>
        Statements(["page?.QuerySelector(\"h1\")", "    .ShouldBe(1);", "done();"])
            .ShouldBe([("page?.QuerySelector(\"h1\").ShouldBe(1);", 1), ("done();", 3)]);

    private static IEnumerable<(string Text, int Number)> Statements(IEnumerable<string> lines)
    {
        var (text, from) = ("", 1);
        foreach (var (index, line) in lines.Index())
        {
            if (line.TrimStart().StartsWith('.'))
            {
                text += line.TrimStart();
                continue;
            }

            if (text.Length > 0)
                yield return (text, from);
            (text, from) = (line, index + 1);
        }

        if (text.Length > 0)
            yield return (text, from);
    }

    private static bool MayBePassedOver(string line)
    {
        var code = Text().Replace(line, "\"\"");
        // One for each open bracket: what stands in brackets of its own is computed whether it is null or not.
        List<bool> passing = [false];
        for (var at = 0; at < code.Length; at++)
        {
            var rest = code.AsSpan(at);
            if (rest[0] is '(' or '[' or '{')
                passing.Add(false);
            else if (rest[0] is ')' or ']' or '}')
                Close(passing);
            else if (rest[0] is ' ' or ',' or ';')
                passing[^1] = false;
            else if (rest.StartsWith("?.", StringComparison.Ordinal) || rest.StartsWith("?[", StringComparison.Ordinal))
                passing[^1] = true;
            else if (passing[^1] && rest.StartsWith(".Should", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Of a bracket that was opened on a line above nothing is known.</summary>
    private static void Close(List<bool> passing)
    {
        passing.RemoveAt(passing.Count - 1);
        if (passing.Count == 0)
            passing.Add(false);
    }

    [GeneratedRegex("""(?:"(?:\\.|[^"\\])*")|(?:'(?:\\.|[^'\\])')""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Text();
}
