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
            where MayBePassedOver(line.Text) || HoldsOnNothing(line.Text)
            select $"{Path.GetRelativePath(Repository.Root, file)}:{line.Number} {line.Text.Trim()}";

        passedOver.ShouldBeEmpty("Put what may be null in parentheses, or ask for it by ShouldNotBeNull() first; "
            + "where null is awaited, or compared with what may be null as well, the latter alone.");
    }

    [Theory]
    [InlineData("    page.QuerySelector(\"h1\")?.TextContent.ShouldBe(\"x\");", true)]
    [InlineData("    card?[\"total\"]?.GetValue<string>().ShouldBe(\"x\");", true)]
    [InlineData("    (card?[\"total\"]?.GetValue<string>()).ShouldBe(\"x\");", false)]
    [InlineData("    rows.Select(row => row.Cell?.Text).ShouldBe([\"x\"]);", false)]
    [InlineData("    page.QuerySelector(\"h1\").ShouldNotBeNull().TextContent.ShouldBe(\"x\");", false)]
    public void What_may_be_passed_over_is_told_from_what_is_not(string line, bool passedOver) =>
        MayBePassedOver(line).ShouldBe(passedOver);

    [Theory]
    [InlineData("    (page.QuerySelector(\"main\")?.TextContent).ShouldBeNull(path);", true)]
    [InlineData("    ((await FigureAsync(\"a\"))?.Declared).ShouldBeNull();", true)]
    [InlineData("    (second?[\"total\"]).ShouldBeNull();", true)]
    [InlineData("    (compared?.Values).ShouldBe(shown?.Values);", true)]
    [InlineData("    return (await ReadAsync(answer)).QuerySelector(\".summary\")?.TextContent;", true)]
    [InlineData("    static string? Heading(IHtmlDocument page) => page.QuerySelector(\"h1\")?.TextContent.Trim();", true)]
    [InlineData("    (await FigureAsync(\"a\")).ShouldNotBeNull().Declared.ShouldBeNull();", false)]
    [InlineData("    (await FindAsync(page?.Title)).ShouldBeNull();", false)]
    [InlineData("    (compared?.Values).ShouldBe([\"x\"], page?.Title);", false)]
    [InlineData("    rows.Select(row => row.QuerySelector(\"th\")?.TextContent).ShouldContain(\"J3\");", false)]
    [InlineData("    var next = page.QuerySelector(\"a\")?.GetAttribute(\"href\");", false)]
    public void What_holds_where_there_is_nothing_is_told_from_what_does_not(string line, bool holds) =>
        HoldsOnNothing(line).ShouldBe(holds);

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

    /// <summary>
    /// Null is awaited at the end of a way that may break off before; null is compared with null; a helper hands on that a page lacks
    /// something, and two that lack it are alike.
    /// </summary>
    private static bool HoldsOnNothing(string line)
    {
        var code = Text().Replace(line, "\"\"");
        return HandedOn().IsMatch(code)
            || Asked().Matches(code).Any(asked => Breaks(asked.Groups["way"].Value)
                && (asked.Groups["null"].Success || Breaks(FirstArgument(code[(asked.Index + asked.Length)..]))));
    }

    /// <summary>Whether it may break off outside brackets of its own.</summary>
    private static bool Breaks(string way)
    {
        while (Bracketed().Replace(way, "") is var bare && bare != way)
            way = bare;
        return way.Contains("?.", StringComparison.Ordinal) || way.Contains("?[", StringComparison.Ordinal);
    }

    private static string FirstArgument(string code)
    {
        var depth = 0;
        for (var at = 0; at < code.Length; at++)
        {
            depth += code[at] is '(' or '[' or '{' ? 1 : code[at] is ')' or ']' or '}' ? -1 : 0;
            if (depth < 0 || (depth == 0 && code[at] == ','))
                return code[..at];
        }

        return code;
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

    /// <summary>What stands in parentheses of its own, and what is said of it.</summary>
    [GeneratedRegex(
        @"(?<![\w>])\((?<way>(?>[^()]+|\((?<open>)|\)(?<-open>))*(?(open)(?!)))\)\.Should(?:Be(?<null>Null)?)\(", RegexOptions.None,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asked();

    [GeneratedRegex(
        @"(?:return|=>) [^;]*QuerySelector\([^;]*\)\?\.[\w.]+(?:\([^()]*\))?;$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HandedOn();

    [GeneratedRegex(@"\([^()]*\)|(?<!\?)\[[^\[\]]*\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bracketed();
}
