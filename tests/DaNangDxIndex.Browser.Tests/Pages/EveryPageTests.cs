using System.Text.RegularExpressions;
using DaNangDxIndex.Harness;
using Microsoft.Playwright;

namespace DaNangDxIndex.Pages;

/// <summary>
/// axe on the pages that are opened seldom, several at once; and every page of the product is looked at there, in
/// <see cref="AccessibilityTests"/> or <see cref="PicturesTests"/>, or it is said where else, or why not.
/// </summary>
[Collection(OnlyLookedAt.Name)]
public sealed partial class EveryPageTests(Product product)
{
    /// <summary>Pages that need what only a journey brings about.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["/accounts/links"] = "shows once the links that a press has just made: axe in PagesOfAnActTests",
        ["/accounts/sign-in/back/{id:guid}"] = "the refusal of another program's sign-in: axe in ProviderJourneyTests",
        ["/agencies/import/{id:guid}"] = "a workbook that was handed in: axe in PagesOfAnActTests",
        ["/assessments/{year:int}/{agency}/replies"] = "a first round that is closed: axe in TwoRoundsJourneyTests",
        ["/assessments/{year:int}/{agency}/replies/{criterion}"] = "a first round that is closed: axe in TwoRoundsJourneyTests",
        ["/assessments/{year:int}/{agency}/submitted"] = "what was handed in a moment ago: axe in EditionJourneyTests",
        ["/editions/{year:int}/correction/{agency}"] = "a correction under way: axe in CorrectionJourneyTests",
        ["/editions/{year:int}/targets/import/{id:guid}"] = "a workbook that was handed in: axe in PagesOfAnActTests",
        ["/error/{status:int}"] = "answers with the status that it is asked for: axe in the test of what is not there",
        ["/past-results/import/{id:guid}"] = "a workbook that was handed in: axe in PagesOfAnActTests",
        ["/verify/file"] = "takes a file and leads back to /verify",
    };

    [Theory]
    [InlineData("vi", 1280, ColorScheme.Light)]
    [InlineData("en", 360, ColorScheme.Dark)]
    public async Task Pages_that_are_opened_seldom_have_no_violation(string language, int width, ColorScheme scheme)
    {
        var values = await PagesLookedAt.AddThePastAsync(product);
        var faults = new List<string>();
        foreach (var some in PagesLookedAt.Seldom.Chunk(3))
            faults.AddRange((await Task.WhenAll(some.Select(seldom => LookAsync(seldom.Who, seldom.Pages)))).SelectMany(found => found));
        faults.ShouldBeEmpty();

        async Task<List<string>> LookAsync(string who, string[] pages)
        {
            var person = await product.PersonAsync(language: language, width: width, scheme: scheme);
            await person.SignInAsync(who);
            var found = new List<string>();
            foreach (var page in pages)
            {
                await person.OpenAsync(PagesLookedAt.Filled(page, values));
                found.AddRange(await person.AxeAsync());
                if (await person.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var needed && needed > width)
                    found.Add($"{page} is {needed} px wide on a screen of {width}");
                await Product.PictureAsync(person, $"seldom-{string.Concat(page.Select(Letter))}-{language}-{width}");
            }
            return [.. found, .. person.Faults];
        }
    }

    [Fact]
    public async Task What_says_that_nothing_is_there_has_no_violation()
    {
        var person = await product.PersonAsync(width: 360);
        (await person.Page.GotoAsync(person.Path("/nowhere"))).ShouldNotBeNull().Status.ShouldBe(404);
        (await person.AxeAsync()).ShouldBeEmpty();
    }

    [Fact]
    public void Every_page_is_looked_at_or_it_is_said_where_else()
    {
        var web = Path.Combine(ProductProcess.Root(), "src", "DaNangDxIndex.Web");
        var patterns = Directory.EnumerateFiles(web, "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines).Select(line => Declared().Match(line)).Where(match => match.Success)
            .Select(match => match.Groups["pattern"].Value).Distinct(StringComparer.Ordinal).ToList();
        patterns.Count.ShouldBeGreaterThan(100);
        var signedIn = PagesLookedAt.SignedIn.Concat(PagesLookedAt.Seldom).Concat(PagesLookedAt.WithNextYear);
        var addresses = PagesLookedAt.Public.Concat(signedIn.SelectMany(looked => looked.Pages));
        var seen = addresses.Select(address => PatternOf(address.Split('?')[0], patterns)).ToHashSet(StringComparer.Ordinal);

        patterns.Where(pattern => !seen.Contains(pattern)).Order(StringComparer.Ordinal)
            .ShouldBe(Elsewhere.Keys.Order(StringComparer.Ordinal), "what no list opens is said here, and what one opens is not");
    }

    private static char Letter(char sign) => char.IsAsciiLetterOrDigit(sign) ? sign : '-';

    /// <summary>Of the patterns that fit, the one with the fewest names in it, as the program chooses.</summary>
    private static string PatternOf(string address, List<string> patterns) => patterns.Where(pattern => Regex.IsMatch(
            address, $"^{Name().Replace(pattern, match => match.Value.EndsWith("?}", StringComparison.Ordinal) ? "?[^/]*" : "[^/]+")}$",
            RegexOptions.None, TimeSpan.FromSeconds(1)))
        .OrderBy(pattern => pattern.Count(sign => sign == '{')).FirstOrDefault() ?? address;

    [GeneratedRegex("^\\uFEFF?@page \"(?<pattern>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declared();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
