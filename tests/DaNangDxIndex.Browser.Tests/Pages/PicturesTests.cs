using System.Text.RegularExpressions;
using DaNangDxIndex.Harness;
using Microsoft.Playwright;

namespace DaNangDxIndex.Pages;

/// <summary>
/// Public pages, the pages of setting up and of preparing a year, and the first page of each role, are there, without a violation, and as
/// wide as their screen. With DX_PICTURES, takes a picture of each in both languages at 360, 768 and 1440 px, light and dark, and of public
/// ones as they are printed, to be looked at; with DX_DEMO_YEAR=true those of a year that is under way.
/// </summary>
public sealed partial class PicturesTests(Product product) : IClassFixture<Product>
{
    private static readonly int[] Widths = [360, 768, 1440];

    [Fact]
    public async Task Each_page_is_there_without_a_violation_and_fits_every_screen()
    {
        await PagesLookedAt.PrepareNextYearAsync(product);
        var faults = new List<string>();
        foreach (var language in PicturesAreWanted ? new[] { "vi", "en" } : ["vi"])
        {
            foreach (var (who, pages) in PagesLookedAt.WithNextYear)
            {
                var person = await product.PersonAsync(language: language);
                if (who != PagesLookedAt.Nobody)
                    await person.SignInAsync(who);
                foreach (var page in pages)
                {
                    var isPublic = who == PagesLookedAt.Nobody;
                    var colours = PicturesAreWanted || !PagesLookedAt.StandsWithoutNextYear(who, page);
                    faults.AddRange(await LookAsync(person, page, $"{who}{NameOf(page)}-{language}", isPublic, colours));
                    if (isPublic)
                        faults.AddRange(await OnPaperAsync(person, page));
                }

                faults.AddRange(person.Faults);
            }
        }

        faults.ShouldBeEmpty();
    }

    /// <summary>
    /// The greatest pages there are: a merged department, one with many printed figures, wards that led in another index and were merged.
    /// Two lines more in the longest column still fit. What lies behind a fold and the foot of the page are not counted.
    /// </summary>
    [Theory]
    [InlineData("so-tttt")]
    [InlineData("dai-ptth")]
    [InlineData("q-hoa-vang")]
    [InlineData("bhxh")]
    [InlineData("x-hoa-bac")]
    [InlineData("p-my-an")]
    [InlineData("p-hoa-hiep-bac")]
    [InlineData("p-hai-chau-i")]
    [InlineData("so-vhtt")]
    public async Task An_agency_is_one_screen_of_1440_and_one_printed_sheet(string agency)
    {
        foreach (var language in new[] { "vi", "en" })
        {
            var citizen = await product.PersonAsync(language: language, width: 1440);
            await citizen.OpenAsync($"/editions/2024/agencies/{agency}");

            (await citizen.Page.EvaluateAsync<double>("document.querySelector('.frame-main').getBoundingClientRect().bottom"))
                .ShouldBeLessThanOrEqualTo(900 - RoomForTwoLines, $"{agency} {language}");
            var pdf = System.Text.Encoding.Latin1.GetString(await citizen.Page.PdfAsync(new() { Format = "A4" }));
            Sheet().Count(pdf).ShouldBe(1, $"{agency} {language}");
        }
    }

    /// <summary>The tab of the last group stands beyond the edge of a phone; it is scrolled to, and the table says it once more.</summary>
    [Theory]
    [InlineData("vi", "Khối phường, xã, năm 2024")]
    [InlineData("en", "Wards and communes, 2024")]
    public async Task A_phone_shows_which_group_it_is(string language, string said)
    {
        var citizen = await product.PersonAsync(language: language, width: 360);
        await citizen.OpenAsync("/editions/2024?group=wards");

        var caption = await citizen.Page.Locator(".standings caption").BoundingBoxAsync();
        caption.ShouldNotBeNull().Height.ShouldBeGreaterThan(10);
        (await citizen.Page.InnerTextAsync(".standings caption")).ShouldBe(said);
        (await citizen.Page.EvaluateAsync<double>("document.querySelector('.tabs [aria-current]').getBoundingClientRect().right"))
            .ShouldBeLessThanOrEqualTo(360);
    }

    private const int RoomForTwoLines = 36;

    /// <summary>What a screen scrolls is cut off on paper.</summary>
    private static async Task<IReadOnlyList<string>> OnPaperAsync(Person person, string page)
    {
        await person.Page.SetViewportSizeAsync(WidthOfPaper, 1000);
        await person.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var cut = await person.Page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('.table-scroll, table, .story-wide')]
                .filter(one => one.offsetParent && one.scrollWidth > one.clientWidth + 1)
                .map(one => `${one.className} is ${one.scrollWidth} px wide on paper of ${one.clientWidth}`)
            """);
        await person.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        return [.. cut.Select(text => $"{page}: {text}")];
    }

    /// <summary>A4 within its margins.</summary>
    private const int WidthOfPaper = 680;

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sheet();

    private static bool PicturesAreWanted => Environment.GetEnvironmentVariable("DX_PICTURES") is { Length: > 0 };

    /// <summary>Words that a column leaves no room for stand one letter under the other.</summary>
    private const string Squeezed =
        """
        [...document.querySelectorAll('main :is(p, dd, dt, li, caption, h1, h2)')]
            .filter(one => one.offsetParent && one.clientWidth > 1 && one.clientWidth < 40 && one.innerText.trim().length > 12)
            .map(one => `“${one.innerText.trim().slice(0, 40)}” has ${one.clientWidth} px`)
        """;

    private static string NameOf(string page) => string.Concat(page.Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '-'));

    private static async Task<IReadOnlyList<string>> LookAsync(
        Person person, string page, string name, bool printed, bool colours)
    {
        await person.OpenAsync(page);
        (await person.Page.Locator("main h1").CountAsync()).ShouldBe(1, page);
        var faults = new List<string>(await person.AxeAsync(colours));
        foreach (var width in Widths)
        {
            await person.Page.SetViewportSizeAsync(width, 900);
            if (await person.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var needed && needed > width)
                faults.Add($"{page} is {needed} px wide on a screen of {width}");
            faults.AddRange((await person.Page.EvaluateAsync<string[]>(Squeezed)).Select(text => $"{page} on a screen of {width}: {text}"));
            foreach (var scheme in PicturesAreWanted ? new[] { ColorScheme.Light, ColorScheme.Dark } : [])
            {
                await person.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await Product.PictureAsync(person, $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}");
            }
        }

        if (printed && PicturesAreWanted)
        {
            await person.Page.SetViewportSizeAsync(794, 1123);
            await person.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, Media = Media.Print });
            await Product.PictureAsync(person, $"{name}-print");
            await person.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        }

        return faults;
    }
}
