using System.Text.RegularExpressions;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Layout;

/// <summary>
/// Numbers and days are put into a language's form in one home each, so that all pages write a minus, a thousand and a day alike; what a
/// form's field holds is written where it is read.
/// </summary>
public sealed partial class PrintedNumbersTests
{
    private static readonly string[] Homes = ["NumberText.cs", "VietNamTime.cs", "TypedNumber.cs", "TypedDate.cs", "Counted.cs"];

    [Fact]
    public void No_page_and_no_sentence_forms_a_number_or_a_day_by_itself()
    {
        var formed =
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs*", SearchOption.AllDirectories)
            where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal)
            where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
                && !file.Contains("DaNangDxIndex.Demo/Design", StringComparison.Ordinal)
                && !Homes.Contains(Path.GetFileName(file), StringComparer.Ordinal)
            from found in Formed(File.ReadAllText(file))
            select $"{Path.GetRelativePath(Repository.Root, file)}: {found}";

        formed.ShouldBeEmpty(
            "Print numbers by NumberText or PrintedPoints, days by VietNamTime; write fields by TypedNumber or TypedDate.");
    }

    [Theory]
    [InlineData("""points.ToString("0.####", System.Globalization.CultureInfo.CurrentCulture)""", true)]
    [InlineData("""points.ToString(\n    "0.##", CultureInfo.CurrentCulture)""", true)]
    [InlineData("""pair.Correlation.ToString("0.00")""", true)]
    [InlineData("""total.ToString("F" + decimals, CultureInfo.CurrentCulture)""", true)]
    [InlineData("""share.ToString("P0", CultureInfo.CurrentCulture)""", true)]
    [InlineData("""number.ToString(isFile ? "0.##" : "#,0.##", CultureInfo.CurrentCulture)""", true)]
    [InlineData("""string.Create(CultureInfo.CurrentCulture, $"{filled:N0}")""", true)]
    [InlineData("""day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)""", true)]
    [InlineData("""Day(last, "d MMMM yyyy")""", true)]
    [InlineData("""Day($"{day:dd/MM/yyyy}")""", true)]
    [InlineData("""points.ToString("0.####", CultureInfo.InvariantCulture)""", false)]
    [InlineData("""day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)""", false)]
    [InlineData("""id.ToString("N")""", false)]
    [InlineData("""count.ToString(CultureInfo.CurrentCulture)""", false)]
    [InlineData("""/// <summary>As "dd/MM/yyyy".</summary>""", false)]
    public void What_is_formed_beside_the_homes_is_told_from_what_is_not(string code, bool formed) =>
        Formed(code.Replace("\\n", "\n", StringComparison.Ordinal)).Any().ShouldBe(formed);

    private static IEnumerable<string> Formed(string code)
    {
        var bare = Comment().Replace(code, "");
        return new[] { OfNumber(), OfDay() }.SelectMany(pattern => pattern.Matches(bare)).Select(found => found.Value)
            .Where(found => !found.Contains("Invariant", StringComparison.Ordinal) || OfDay().IsMatch(found));
    }

    [GeneratedRegex(@"^\s*///?.*$", RegexOptions.Multiline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Comment();

    /// <summary>A number's format, with its culture where one is named; "N" alone is how an identifier is written.</summary>
    [GeneratedRegex(
        @"ToString\([^()]*""(?:[#0][#0.,%]*|[FP]\d*|N\d)""[^()]*\)|CurrentCulture, \$""[^""]*:[N0#][^""]*""", RegexOptions.None,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OfNumber();

    [GeneratedRegex("""["{: ,]d{1,2}['/ -]{1,3}M+['/ -]{1,3}y{2,4}""", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OfDay();
}
