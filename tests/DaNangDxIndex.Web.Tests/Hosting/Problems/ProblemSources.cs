using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting.Problems;

/// <summary>Reads out of the sources which codes refusals bear, with which status, and what each says in both languages.</summary>
internal static partial class ProblemSources
{
    private const string Rule = "409";
    private const string Overtaken = "412";
    private const string Away = "503";
    private const int OfForm = 422;

    /// <summary>Words that are chosen by what is wrong: none of them is said for all.</summary>
    private const string Chosen = "";

    /// <summary>By code; "…" stands where a case puts its own words.</summary>
    public static SortedDictionary<string, (int Status, string? Vi, string? En)> Read()
    {
        var found = new SortedDictionary<string, (int Status, string? Vi, string? En)>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !path.Contains("DaNangDxIndex.Demo", StringComparison.Ordinal)
                && !path.Contains("DaNangDxIndex.Verifier", StringComparison.Ordinal)
                // What operators are told at the command line is no answer of the API.
                && !path.Contains("DaNangDxIndex.Web/Backups", StringComparison.Ordinal)
                && !path.Contains("DaNangDxIndex.Web/Placement", StringComparison.Ordinal)
                && !path.EndsWith("/SealKeys.cs", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal))
            foreach (var (code, said) in Of(File.ReadAllText(file), Path.GetDirectoryName(file) ?? ""))
                if (!found.TryGetValue(code, out var known) || known.Vi is null || said.Vi == Chosen)
                    found[code] = said;
        foreach (var code in found.Keys.Where(code => found[code].Vi == Chosen).ToList())
            found[code] = (found[code].Status, null, null);
        return found;
    }

    private static IEnumerable<(string Code, (int Status, string? Vi, string? En) Said)> Of(string source, string folder)
    {
        var constants = Constants().Matches(source).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["code"].Value);
        foreach (Match match in Thrown().Matches(source))
        {
            var code = match.Groups["code"].Success ? match.Groups["code"].Value : constants.GetValueOrDefault(match.Groups["name"].Value);
            if (code is not null)
                yield return (code, Said(StatusBefore(source, match), source, match.Index + match.Length, folder));
        }
        foreach (Match match in Refused().Matches(source))
            yield return (match.Groups["code"].Value, Said(match.Groups["status"].Value, source, match.Index + match.Length, folder));
        foreach (Match match in WrongForm().Matches(source))
            yield return (match.Groups["code"].Value, match.Groups["rules"].Success
                ? (OfForm, Chosen, Chosen)
                : Said(OfForm.ToString(CultureInfo.InvariantCulture), source, match.Index + match.Length, folder));
        foreach (Match match in Typed().Matches(source))
            yield return (
                match.Groups["code"].Value, (int.Parse(StatusNear(source, match.Index), CultureInfo.InvariantCulture), null, null));
        if (Listed().Match(source) is { Success: true } listed)
            foreach (Match match in Words().Matches(source))
                if (StatusOf(source, match.Groups["code"].Value) is { } status)
                    yield return (
                        listed.Groups["prefix"].Value + match.Groups["code"].Value,
                        Said(status, source, match.Index + match.Length, folder));
        if (Prefix().Match(source) is { Success: true } prefix)
            foreach (Match match in Prefixed().Matches(source))
                yield return (
                    prefix.Groups["prefix"].Value + match.Groups["code"].Value, Said(Rule, source, match.Index + match.Length, folder));
    }

    /// <summary>Who was overtaken gets another status than who may not: the type stands in the statement, or where it begins.</summary>
    private static string StatusBefore(string source, Match thrown)
    {
        var begins = source.LastIndexOfAny([';', '{', '}'], thrown.Index) + 1;
        var statement = source[begins..(thrown.Index + thrown.Length)];
        return statement.Contains("ChangedMeanwhile", StringComparison.Ordinal) ? Overtaken
            : statement.Contains("class StoreAway", StringComparison.Ordinal) ? Away
            : Rule;
    }

    private static string? StatusOf(string source, string code) =>
        Regex.Match(source, $"Status(?<status>[0-9]{{3}})\\w+, \"{code}\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) is
            { Success: true } found ? found.Groups["status"].Value : null;

    private static (int, string?, string?) Said(string status, string source, int at, string folder)
    {
        if (FromTexts().Match(source, at) is { Success: true } named)
        {
            if (named.Groups["chosen"].Success)
                return (int.Parse(status, CultureInfo.InvariantCulture), Chosen, Chosen);
            var key = named.Groups["key"].Value;
            return (int.Parse(status, CultureInfo.InvariantCulture), ResourceText(folder, key, "vi"), ResourceText(folder, key, "en"));
        }
        // Of a title and a sentence, the sentence is meant: it is the later of the two.
        var texts = Literals(source, at);
        var (vi, en) = texts.Count >= 4 ? (texts[2], texts[3]) : texts.Count >= 2 ? (texts[0], texts[1]) : (null, null);
        return (int.Parse(status, CultureInfo.InvariantCulture), vi, en);
    }

    /// <summary>Of the texts that stand with the source, or else above it; what is filled in is "…".</summary>
    private static string? ResourceText(string folder, string key, string language)
    {
        for (var at = new DirectoryInfo(folder); at is not null && at.FullName != Repository.Root; at = at.Parent)
        {
            var value = at.EnumerateFiles($"*.{language}.resx").OrderBy(file => file.Name, StringComparer.Ordinal)
                .SelectMany(file => XDocument.Load(file.FullName).Descendants("data"))
                .FirstOrDefault(data => (string?)data.Attribute("name") == key)?.Element("value")?.Value;
            if (value is not null)
                return Filled().Replace(value, "…");
        }
        return null;
    }

    /// <summary>The texts among the arguments that begin here, to the bracket that ends them; parts that are added up are one.</summary>
    private static List<string> Literals(string source, int at)
    {
        var (texts, joined, depth) = (new List<string>(), false, 1);
        while (depth > 0 && source[at] is not ';' and not '}')
        {
            var start = source[at] == '$' && at + 1 < source.Length && source[at + 1] == '"' ? at + 1 : at;
            if (source[start] == '"')
            {
                var (text, end) = Literal(source, start + 1, interpolated: start > at);
                if (joined && texts.Count > 0)
                    texts[^1] += text;
                else
                    texts.Add(text);
                (joined, at) = (false, end);
                continue;
            }
            if (source[at] == '+')
                joined = true;
            else if (source[at] is ',' or '(' or ')')
                joined = false;
            depth += source[at] switch { '(' => 1, ')' => -1, _ => 0 };
            at++;
        }
        return texts;
    }

    private static (string Text, int End) Literal(string source, int at, bool interpolated)
    {
        var text = new System.Text.StringBuilder();
        for (; source[at] != '"'; at++)
        {
            if (source[at] == '\\')
                text.Append(source[++at] == 'n' ? ' ' : source[at]);
            else if (interpolated && source[at] == '{')
            {
                for (var depth = 1; depth > 0;)
                    depth += source[++at] == '{' ? 1 : source[at] == '}' ? -1 : 0;
                text.Append('…');
            }
            else
                text.Append(source[at]);
        }
        return (text.ToString(), at + 1);
    }

    private static string StatusNear(string source, int at)
    {
        var near = source[Math.Max(0, at - 300)..Math.Min(source.Length, at + 120)];
        return NearStatus().Matches(near) is { Count: > 0 } all ? all[^1].Groups["status"].Value : Rule;
    }

    [GeneratedRegex("""const string (?<name>\w+) = "(?<code>[a-z-]+\.[a-z.-]+)";""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Constants();

    [GeneratedRegex(
        """
        (RuleViolation|ChangedMeanwhile)\(\s*("(?<code>[a-z-]+\.[a-z.-]+)"|(?<name>[A-Z]\w+)),
        |\bnew\(\s*"(?<code>[a-z-]+\.[a-z.-]+)",(?!\s*DraftFieldKind)
        |\bthis\(\s*"(?<code>changed-meanwhile)",
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Thrown();

    [GeneratedRegex(
        """(Refuse|Problems\.Of)\(\s*StatusCodes\.Status(?<status>\d{3})\w+,\s*"(?<code>[a-z-]+\.[a-z.-]+)",""",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Refused();

    /// <summary>With a sentence of its own, or with the one that the feature has for what the command's rules found.</summary>
    [GeneratedRegex(
        """(RefuseForm\(|(?<rules>Refusal\(rules\.Validate\(\w+\),))\s*"(?<code>[a-z-]+\.[a-z.-]+)",""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WrongForm();

    [GeneratedRegex("""\G\s*\w+\["(?<key>[A-Za-z.-]+)"(\]|,|(?<chosen>\s*\+))""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FromTexts();

    [GeneratedRegex("\\{[0-9]+[^}]*\\}", RegexOptions.None, 1000)]
    private static partial Regex Filled();

    [GeneratedRegex("/problems/(?<code>[a-z-]+\\.[a-z.-]*[a-z])\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Typed();

    [GeneratedRegex("new\\(\"(?<prefix>[a-z-]+\\.)\" \\+ code", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex("Of\\(\"(?<code>[a-z-]+)\",", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Prefixed();

    [GeneratedRegex("/problems/(?<prefix>[a-z-]+\\.)\\{code\\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listed();

    [GeneratedRegex("\\[\"(?<code>[a-z-]+)\"\\] = new\\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();

    [GeneratedRegex("Status(?<status>4\\d\\d)[A-Z]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NearStatus();
}
