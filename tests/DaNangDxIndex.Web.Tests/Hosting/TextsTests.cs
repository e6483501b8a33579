using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Hosting;

public sealed partial class TextsTests
{
    [Fact]
    public void Every_text_is_there_in_both_languages()
    {
        var differences = Markers.SelectMany(type =>
        {
            var (vi, en) = (Keys(type, "vi"), Keys(type, "en"));
            return vi.Except(en).Select(key => $"{type.Name}.{key} has no English").Concat(en.Except(vi).Select(key => $"{type.Name}.{key} has no Vietnamese"));
        });
        differences.ShouldBeEmpty();
    }

    /// <summary>A key without a text would be shown as it is. Keys put together at run time are seen by their beginning: "Stage." + stage.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_key_that_a_page_names_has_a_text(string page)
    {
        var source = File.ReadAllText(Path.Combine(Web, page));
        var keys = Named().Matches(source).Select(match => match.Groups["key"].Value).Distinct(StringComparer.Ordinal);
        var texts = Injected().Matches(source).Select(match => match.Groups["marker"].Value).Append("FrameTexts").Append(source.Contains("AssessmentWords", StringComparison.Ordinal) ? "AssessmentTexts" : "FrameTexts");
        var known = Markers.Where(type => texts.Contains(type.Name)).SelectMany(type => Keys(type, "vi")).ToHashSet(StringComparer.Ordinal);
        keys.Where(key => key.EndsWith('.') ? !known.Any(one => one.StartsWith(key, StringComparison.Ordinal)) : !known.Contains(key)).ShouldBeEmpty(page);
    }

    public static TheoryData<string> Pages() => [.. Directory.EnumerateFiles(Web, "*.cs*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Web, file))
        .Where(file => file.EndsWith(".cshtml", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
        .Where(file => file.Split(Path.DirectorySeparatorChar)[0] is not ("obj" or "bin" or "node_modules" or "wwwroot"))
        .Where(file => Injected().IsMatch(File.ReadAllText(Path.Combine(Web, file))))];

    private static string Web { get; } = FindWeb();

    private static string FindWeb()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DaNangDxIndex.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? ".", "src", "DaNangDxIndex.Web");
    }

    private static IReadOnlyList<Type> Markers { get; } = [.. typeof(DxIndexDb).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Texts", StringComparison.Ordinal) && type.GetMethods().All(method => method.DeclaringType == typeof(object)))];

    [GeneratedRegex("""IStringLocalizer<(?:[\w.]+\.)?(?<marker>\w+Texts)>|(?<marker>AssessmentWords)""", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Injected();

    [GeneratedRegex("""\b(?:T|Texts|Words|texts|words|_texts|_words)\[["](?<key>[A-Za-z][\w.]*)["]""", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Named();

    private static HashSet<string> Keys(Type type, string language)
    {
        var set = new ResourceManager(type).GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false);
        set.ShouldNotBeNull($"{type.FullName}.{language}.resx");
        return [.. set.Cast<DictionaryEntry>().Select(entry => (string)entry.Key)];
    }
}
