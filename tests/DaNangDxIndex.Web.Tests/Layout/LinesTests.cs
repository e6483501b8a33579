using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Layout;

/// <summary>
/// Lines of at most 140 characters, style sheets of at most 150 lines: what a person reads without scrolling aside, and a part at a time.
/// </summary>
public sealed class LinesTests
{
    private const int LongestLine = 140;

    private const int LongestStyleSheet = 150;

    /// <summary>Migrations are never edited; those after this one keep to the rule.</summary>
    private const string LastMigrationBefore = "0130_people";

    private static readonly string[] Extensions = [".cs", ".cshtml", ".scss", ".mjs", ".sql"];

    [Fact]
    public void No_line_is_longer_than_140_characters()
    {
        var tooLong =
            from file in Files()
            where Extensions.Contains(Path.GetExtension(file)) && !IsOldMigration(file)
            from line in TooLong(File.ReadLines(file))
            select $"{Path.GetRelativePath(Repository.Root, file)}:{line}";

        tooLong.ShouldBeEmpty($"Break the lines that are longer than {LongestLine} characters, as a person would.");
    }

    [Fact]
    public void No_line_of_prose_is_longer_than_140_characters() =>
        Prose().SelectMany(file => TooLongProse(File.ReadLines(file))
                .Select(line => $"{Path.GetRelativePath(Repository.Root, file)}:{line}"))
            .ShouldBeEmpty($"Break the lines that are longer than {LongestLine} characters.");

    [Fact]
    public void Style_sheets_are_parts_of_at_most_150_lines() =>
        Files().Where(file => Path.GetExtension(file) == ".scss" && File.ReadLines(file).Count() > LongestStyleSheet)
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .ShouldBeEmpty("Cut the style sheet into parts, each named for what it draws.");

    /// <summary>A raw literal holds a text, a file or a pattern that may not be broken, so its lines may be longer.</summary>
    [Fact]
    public void A_long_line_is_found_unless_it_is_a_raw_literal()
    {
        var text = new string('a', LongestLine + 1);

        TooLong(["short", text, "short"]).ShouldBe([2]);
        TooLong(["var a = $$\"\"\"", text, "    \"\"\";", text]).ShouldBe([4]);
        TooLong([$"    ? \"\"\"{text}\"\"\","]).ShouldBeEmpty();
        TooLong([$"var b = \"\"\"{text}\"\"\";"]).ShouldBe([1]);
    }

    [Fact]
    public void A_row_of_a_table_and_what_is_to_be_typed_are_no_prose()
    {
        var text = new string('a', LongestLine + 1);

        TooLongProse(["", text, $"- {text}", $"   {text}"]).ShouldBe([2, 3, 4]);
        TooLongProse([$"| {text} |", $"    {text}", "```", text, "```", "short"]).ShouldBeEmpty();
    }

    private static IEnumerable<int> TooLongProse(IEnumerable<string> lines)
    {
        var typed = false;
        foreach (var (index, line) in lines.Index())
        {
            typed ^= line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            if (line.Length > LongestLine && !typed && !line.StartsWith('|') && !line.StartsWith("    ", StringComparison.Ordinal))
                yield return index + 1;
        }
    }

    private static IEnumerable<int> TooLong(IEnumerable<string> lines)
    {
        var raw = false;
        foreach (var (index, line) in lines.Index())
        {
            var begins = raw || line.TrimStart(' ', '?', ':', '$').StartsWith("\"\"\"", StringComparison.Ordinal);
            if (line.Length > LongestLine && !begins)
                yield return index + 1;
            raw ^= int.IsOddInteger(line.Split("\"\"\"").Length - 1);
        }
    }

    private static bool IsOldMigration(string file) =>
        Path.GetFileName(Path.GetDirectoryName(file)) == "Migrations"
        && string.CompareOrdinal(Path.GetFileNameWithoutExtension(file), LastMigrationBefore) <= 0;

    private static IEnumerable<string> Files() =>
        new[] { "src", "tests" }.SelectMany(folder => In(Path.Combine(Repository.Root, folder)));

    private static IEnumerable<string> Prose() =>
        In(Path.Combine(Repository.Root, "docs")).Concat(Files()).Append(Path.Combine(Repository.Root, "README.md"))
            .Where(file => Path.GetExtension(file) == ".md");

    /// <summary>What people write: nothing that was built or fetched.</summary>
    private static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder)
            .Where(below => Path.GetFileName(below) is not ("bin" or "obj" or "node_modules" or "wwwroot" or "TestResults"))
            .SelectMany(In));
}
