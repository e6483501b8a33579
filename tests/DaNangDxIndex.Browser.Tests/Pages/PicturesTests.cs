using DaNangDxIndex.Harness;
using Microsoft.Playwright;

namespace DaNangDxIndex.Pages;

/// <summary>
/// The pages of setting up and of preparing a year, and the first page of each role, are there, without a violation, and as wide as their
/// screen. With DX_PICTURES, takes a picture of each in both languages at 360, 768 and 1440 px, light and dark, to be looked at; with
/// DX_DEMO_YEAR=true those of a year that is under way.
/// </summary>
public sealed class PicturesTests(Product product) : IClassFixture<Product>
{
    private static readonly int[] Widths = [360, 768, 1440];

    private static readonly (string Who, string[] Pages)[] Shown =
    [
        ("administrator", ["/start", "/start/texts", "/accounts", "/accounts/edit", "/accounts/import", "/accounts/waiting", "/work"]),
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
            "/editions/2025/methodology/changes?group=wards",
        ]),
        ("assessor", ["/work", "/notices"]),
        ("approver", ["/work", "/assessments/2025/w25-hai-chau/parts"]),
        ("appraiser", ["/work"]),
        ("leadAppraiser", ["/work"]),
        ("signatory", ["/work"]),
        ("agencyAdministrator", ["/work", "/accounts"]),
        ("auditor", ["/work"]),
    ];

    [Fact]
    public async Task Each_page_of_preparing_a_year_is_there_and_fits_every_screen()
    {
        await PrepareAsync();
        var faults = new List<string>();
        foreach (var language in PicturesAreWanted ? new[] { "vi", "en" } : ["vi"])
        {
            foreach (var (who, pages) in Shown)
            {
                var person = await product.PersonAsync(language: language);
                await person.SignInAsync(who);
                foreach (var page in pages)
                    faults.AddRange(await LookAsync(person, page, $"{who}{page.Split('?')[0].Replace('/', '-')}-{language}"));
                faults.AddRange(person.Faults);
            }
        }

        faults.ShouldBeEmpty();
    }

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

    private static async Task<IReadOnlyList<string>> LookAsync(Person person, string page, string name)
    {
        await person.OpenAsync(page);
        (await person.Page.Locator("main h1").CountAsync()).ShouldBe(1, page);
        var faults = new List<string>(await person.AxeAsync());
        foreach (var width in Widths)
        {
            await person.Page.SetViewportSizeAsync(width, 900);
            if (await person.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var needed && needed > width)
                faults.Add($"{page} is {needed} px wide on a screen of {width}");
            foreach (var scheme in PicturesAreWanted ? new[] { ColorScheme.Light, ColorScheme.Dark } : [])
            {
                await person.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await Product.PictureAsync(person, $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}");
            }
        }

        return faults;
    }
}
