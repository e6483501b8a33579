using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using DaNangDxIndex.Database;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting;

public sealed partial class TextsTests
{
    [Fact]
    public void Every_text_is_there_in_both_languages()
    {
        var differences = Markers.SelectMany(type =>
        {
            var (vi, en) = (Keys(type, "vi"), Keys(type, "en"));
            return vi.Except(en).Select(key => $"{type.Name}.{key} has no English")
                .Concat(en.Except(vi).Select(key => $"{type.Name}.{key} has no Vietnamese"));
        });
        differences.ShouldBeEmpty();
    }

    /// <summary>
    /// A key without a text would be shown as it is. It is looked for in the texts that were asked, by the name they have in the file: what
    /// another feature has under that key is not found there. Keys put together at run time are seen by their beginning: "Stage." + stage.
    /// </summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_key_that_a_page_names_has_a_text(string page)
    {
        var source = File.ReadAllText(Path.Combine(Web, page));
        var asked = Injected().Matches(source).ToLookup(match => match.Groups["name"].Value.TrimStart('_'), match => Marker(match));
        var known = asked.ToDictionary(page => page.Key, page => Markers.Where(type => page.Contains(type.Name))
            .SelectMany(type => Keys(type, "vi")).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        Named().Matches(source)
            .Select(match => (Name: match.Groups["name"].Value.TrimStart('_'), Key: match.Groups["key"].Value)).Distinct()
            .Where(text => known.TryGetValue(text.Name, out var keys) && !(text.Key.EndsWith('.')
                ? keys.Any(key => key.StartsWith(text.Key, StringComparison.Ordinal)) : keys.Contains(text.Key)))
            .ShouldBeEmpty(page);
    }

    /// <summary>
    /// A key nobody names is a text nobody reads. Keys put together at run time are named by their beginning, "Mark." + decision.
    /// </summary>
    [Fact]
    public void Every_text_is_used()
    {
        var named = Quoted().Matches(string.Concat(Sources("*.cs", "*.cshtml").Select(File.ReadAllText)))
            .Select(match => match.Groups["text"].Value).ToHashSet(StringComparer.Ordinal);
        Markers.SelectMany(type => Keys(type, "vi").Where(key => !IsNamed(key, named))
            .Select(key => $"{type.Name}.{key}")).ShouldBeEmpty();
    }

    /// <summary>What one language fills in, the other fills in too.</summary>
    [Fact]
    public void Both_languages_have_the_same_gaps() =>
        Markers.SelectMany(type => Texts(type, "vi").Join(Texts(type, "en"), vi => vi.Key, en => en.Key,
                (vi, en) => (vi.Key, Vi: Gaps(vi.Value), En: Gaps(en.Value))).Where(text => text.Vi != text.En)
                    .Select(text => $"{type.Name}.{text.Key}"))
            .ShouldBeEmpty();

    /// <summary>One word for one thing: these are the other words that were once used for it.</summary>
    [Fact]
    public void No_text_uses_a_word_that_another_has_replaced()
    {
        var vi = Sources("*.vi.resx", "*.cs", "*.cshtml", "*.json").SelectMany(file => Found(file, NotInVietnamese));
        var en = Sources("*.en.resx").SelectMany(file => Found(file, NotInEnglish));
        vi.Concat(en).ShouldBeEmpty();
    }

    private static readonly string[] NotInVietnamese =
    [
        "trình diễn", "minh hoạ", "Mã xác thực", "KAD", "phiên bản công bố", "Nền tảng số", "kiểm toán", "vòng hai", "chốt thẩm định",
            "chốt vòng",
        "thẩm tra", "khoá ", "Hãy ", "tổ trưởng thẩm định",
    ];

    private static readonly string[] NotInEnglish = ["demonstration", "verdict", "n/a", "somebody", "everybody", "illustrative",
        "work files", " %"];

    private static IEnumerable<string> Found(string file, string[] words)
    {
        var lines = File.ReadAllLines(file)
            .Where(line => !line.Contains("<data name", StringComparison.Ordinal) || line.Contains("<value>", StringComparison.Ordinal));
        var text = string.Join('\n', lines.Select(line => line[Math.Max(0, line.IndexOf("<value>", StringComparison.Ordinal))..]));
        return words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
            .Select(word => $"{Path.GetFileName(file)}: {word}")
            .Concat(PercentApart().Matches(text).Select(match => $"{Path.GetFileName(file)}: {match.Value}"));
    }

    private static IEnumerable<string> Sources(params string[] patterns) => patterns
        .SelectMany(pattern => Directory.EnumerateFiles(Path.Combine(Web, ".."), pattern, SearchOption.AllDirectories))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin" or "node_modules" or "wwwroot"));

    // "Round.Done.closed" may be named whole, by its beginning "Round.Done.", or in two parts: "Forbidden" and "Title".
    private static bool IsNamed(string key, HashSet<string> named) => named.Contains(key) || Enumerable.Range(1, key.Length - 1)
        .Any(at => named.Contains(key[..at]) && (key[at - 1] == '.' || named.Contains(key[at..])));

    private static string Gaps(string text) =>
        string.Join(',', Gap().Matches(text).Select(match => match.Groups["number"].Value).Distinct(StringComparer.Ordinal).Order(
            StringComparer.Ordinal));

    public static TheoryData<string> Pages() => [.. Directory.EnumerateFiles(Web, "*.cs*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Web, file))
        .Where(file => file.EndsWith(".cshtml", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
        .Where(file => file.Split(Path.DirectorySeparatorChar)[0] is not ("obj" or "bin" or "node_modules" or "wwwroot"))
        .Where(file => Injected().IsMatch(File.ReadAllText(Path.Combine(Web, file))))];

    private static string Marker(Match injected) =>
        injected.Groups["marker"].Value is var marker && marker == "AssessmentWords" ? "AssessmentTexts" : marker;

    private static string Web { get; } = Path.Combine(Repository.Root, "src", "DaNangDxIndex.Web");

    private static IReadOnlyList<Type> Markers { get; } = [.. typeof(DxIndexDb).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Texts", StringComparison.Ordinal)
            && type.GetMethods().All(method => method.DeclaringType == typeof(object)))];

    [GeneratedRegex(
        """(?:IStringLocalizer<(?:[\w.]+\.)?(?<marker>\w+Texts)>|\b(?<marker>AssessmentWords))\??\s+(?<name>\w+)""",
        RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Injected();

    [GeneratedRegex(
        """\b(?<name>\w+)\[["](?<key>[A-Za-z][\w.]*)["]""",
        RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Named();

    [GeneratedRegex("""["](?<text>[A-Za-z][\w.]*)(?:["]|\{)""", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Quoted();

    [GeneratedRegex("""\{(?<number>\d+)""", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Gap();

    [GeneratedRegex("""\d %(?!\s*[\w(])""", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PercentApart();

    private static HashSet<string> Keys(Type type, string language) => [.. Texts(type, language).Keys];

    private static Dictionary<string, string> Texts(Type type, string language)
    {
        var set = new ResourceManager(type)
            .GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false);
        set.ShouldNotBeNull($"{type.FullName}.{language}.resx");
        return set.Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
    }
}
