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

    /// <summary>Of nobody in particular.</summary>
    private const string Public = "public";

    private static readonly (string Who, string[] Pages)[] Shown =
    [
        (Public,
        [
            "/", "/editions/2024?group=wards", "/editions/2023?group=wards", "/editions/2020?group=districts", "/editions/2025",
            "/editions/2024/agencies/q-hoa-vang", "/editions/2024/agencies/p-my-an", "/editions/2024/agencies/so-tttt",
            "/editions/2020/agencies/bhxh", "/editions/2024/methodology?group=wards", "/editions/2025/methodology?group=departments",
            "/editions/2024/story?group=departments&agency=so-yt", "/editions/2023/story?group=wards",
            "/editions/2024/levels?parent=q-hai-chau", "/editions/2023/levels", "/editions/2024/find?q=hai", "/editions/2025/targets",
            "/editions/2025/targets/files-online", "/editions/2024/targets", "/editions/2024/printed", "/editions/2024/corrections",
            "/editions/2024/levels", "/editions/2025/methodology/changes?group=wards", "/editions/2024/find?q=zzzz",
            "/data", "/accounts/sign-in", "/accounts/reset", "/api", "/verify", "/problems",
        ]),
        ("administrator", ["/start", "/start/texts", "/accounts", "/accounts/edit", "/accounts/import", "/accounts/waiting", "/work",
            "/accounts/providers", "/accounts/providers/edit"]),
        ("office",
        [
            "/work", "/start", "/agencies", "/agencies/import", "/agencies/w25-hai-chau", "/agencies/w25-hai-chau/details",
            "/agencies/acts/found", "/agencies/acts/merge", "/agencies/acts/split", "/agencies/acts/dissolve", "/editions",
            "/editions/2026/office", "/editions/2026/office/calendar", "/editions/2026/office/groups", "/editions/2026/office/groups/wards",
            "/editions/2026/office/participants", "/editions/2026/office/units?group=wards", "/editions/2026/office/open",
            "/editions/2026/criteria/wards", "/editions/2026/criteria/wards/component/online-services",
            "/editions/2026/criteria/wards/criterion/5.2", "/editions/2026/criteria/wards/figure/files-online",
            "/editions/2026/criteria/wards/method", "/editions/2026/criteria/wards/file",
                "/editions/2026/criteria/wards/difference?with=2024",
            "/editions/2026/criteria/wards/laboratory", "/editions/2025/criteria/wards/laboratory?figures=current",
            "/editions/2025/office", "/editions/2025/office/amend", "/editions/2025/office/amend/wards", "/editions/2025/progress",
            "/editions/2025/progress/w25-hai-chau", "/editions/2025/progress/w25-hai-chau/missing", "/editions/2025/joined",
            "/editions/2025/remind?agency=w25-hai-chau&agency=w25-hoa-khanh", "/notices/letters", "/past-results",
            "/editions/2024/targets/import",
            "/editions/2025/methodology/changes?group=wards", "/editions/2024/documents", "/editions/2024/documents/press",
            "/editions/2024/documents/commendation", "/documents/templates", "/editions/2024/correction", "/editions/2024/reviews",
            "/editions/2024/commitments",
        ]),
        ("assessor", ["/work", "/notices", "/accounts/sessions", "/accounts/second-factor", "/accounts/tokens", "/accounts/linked"]),
        ("approver", ["/work", "/assessments/2025/w25-hai-chau/parts"]),
        ("appraiser", ["/work"]),
        ("leadAppraiser", ["/work"]),
        ("signatory", ["/work", "/editions/2024/withdraw", "/editions/2024/published/1"]),
        ("agencyAdministrator", ["/work", "/accounts"]),
        ("auditor", ["/work"]),
    ];

    [Fact]
    public async Task Each_page_is_there_without_a_violation_and_fits_every_screen()
    {
        await PrepareAsync();
        var faults = new List<string>();
        foreach (var language in PicturesAreWanted ? new[] { "vi", "en" } : ["vi"])
        {
            foreach (var (who, pages) in Shown)
            {
                var person = await product.PersonAsync(language: language);
                if (who != Public)
                    await person.SignInAsync(who);
                foreach (var page in pages)
                {
                    faults.AddRange(await LookAsync(person, page, $"{who}{NameOf(page)}-{language}", printed: who == Public));
                    if (who == Public)
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

    /// <summary>Next year's edition, as a copy of this one.</summary>
    private async Task PrepareAsync()
    {
        var office = await product.PersonAsync();
        await office.SignInAsync("office");
        await office.OpenAsync("/editions");
        await office.Page.FillAsync("#year", "2026");
        await office.Page.CheckAsync("#from");
        await office.PressAsync("Bắt đầu chuẩn bị");
        await office.ArriveAsync("/editions/2026/office");
    }

    /// <summary>Words that a column leaves no room for stand one letter under the other.</summary>
    private const string Squeezed =
        """
        [...document.querySelectorAll('main :is(p, dd, dt, li, caption, h1, h2)')]
            .filter(one => one.offsetParent && one.clientWidth > 1 && one.clientWidth < 40 && one.innerText.trim().length > 12)
            .map(one => `“${one.innerText.trim().slice(0, 40)}” has ${one.clientWidth} px`)
        """;

    private static string NameOf(string page) => string.Concat(page.Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '-'));

    private static async Task<IReadOnlyList<string>> LookAsync(Person person, string page, string name, bool printed)
    {
        await person.OpenAsync(page);
        (await person.Page.Locator("main h1").CountAsync()).ShouldBe(1, page);
        var faults = new List<string>(await person.AxeAsync());
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
