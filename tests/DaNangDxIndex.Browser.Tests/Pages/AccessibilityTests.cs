using DaNangDxIndex.Harness;
using Microsoft.Playwright;

namespace DaNangDxIndex.Pages;

/// <summary>
/// axe (WCAG 2.2 A and AA) on every kind of page, in both languages, light and dark, wide and narrow; no page scrolls sideways.
/// </summary>
[Collection(OnlyLookedAt.Name)]
public sealed class AccessibilityTests(Product product)
{
    [Theory]
    [InlineData("vi", 1280, ColorScheme.Light)]
    [InlineData("en", 1280, ColorScheme.Dark)]
    [InlineData("vi", 360, ColorScheme.Light)]
    // A screen of 1280 enlarged four times.
    [InlineData("en", 320, ColorScheme.Light)]
    public async Task Public_pages_have_no_violation(string language, int width, ColorScheme scheme)
    {
        var citizen = await product.PersonAsync(language: language, width: width, scheme: scheme);
        // Their colours are those of 360.
        await CheckAsync(citizen, PagesLookedAt.Public, width, colours: width != 320);
    }

    [Theory]
    [InlineData("vi", 1280, ColorScheme.Light)]
    [InlineData("en", 360, ColorScheme.Dark)]
    public async Task Pages_behind_the_sign_in_have_no_violation(string language, int width, ColorScheme scheme)
    {
        foreach (var (who, pages) in PagesLookedAt.SignedIn)
        {
            var person = await product.PersonAsync(language: language, width: width, scheme: scheme);
            await person.SignInAsync(who);
            await CheckAsync(person, pages, width);
        }
    }

    [Fact]
    public async Task The_second_tenant_and_the_refused_sign_in_have_no_violation()
    {
        var person = await product.PersonAsync("khanh-hoa");
        await CheckAsync(person, ["/"], 1280);
        await person.OpenAsync("/accounts/sign-in");
        (await person.TextAsync()).ShouldContain("Vào với vai trò: Cán bộ nhập số liệu");
        await person.Page.ClickAsync("main form button[type=submit]");
        (await person.Page.TitleAsync()).ShouldStartWith("Lỗi:");
        (await person.AxeAsync()).ShouldBeEmpty();
    }

    /// <summary>A page without a fault and an axe that did not look are not told apart by what it finds.</summary>
    [Fact]
    public async Task A_fault_is_found_on_a_page_alone_and_in_one_that_it_shows_within_itself()
    {
        var citizen = await product.PersonAsync();
        await citizen.OpenAsync("/verify");
        await citizen.Page.EvaluateAsync("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=/assets/icon.svg>')");
        (await citizen.AxeAsync()).ShouldHaveSingleItem().ShouldContain("image-alt: ");
        await citizen.OpenAsync("/verify");
        await citizen.Page.EvaluateAsync("Object.assign(document.querySelector('h1').style, { color: '#ccc', background: '#fff' })");
        (await citizen.AxeAsync()).ShouldHaveSingleItem().ShouldContain("color-contrast: ");
        (await citizen.AxeAsync(colours: false)).ShouldBeEmpty();

        await citizen.OpenAsync("/verify");
        await citizen.Page.EvaluateAsync("""
            const within = document.createElement('iframe')
            within.title = 'within'
            document.querySelector('main').append(within)
            within.contentDocument.documentElement.lang = 'vi'
            within.contentDocument.title = 'within'
            within.contentDocument.body.innerHTML = '<main><h1>within</h1><input></main>'
            """);
        (await citizen.AxeAsync()).ShouldHaveSingleItem().ShouldContain("label: ");
    }

    private static async Task CheckAsync(Person person, string[] pages, int width, bool colours = true)
    {
        var faults = new List<string>();
        foreach (var page in pages)
        {
            await person.OpenAsync(page);
            faults.AddRange(await person.AxeAsync(colours));
            var needed = await person.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (needed > width)
                faults.Add($"{page} is {needed} px wide on a screen of {width}");
        }

        faults.AddRange(person.Faults);
        faults.ShouldBeEmpty();
    }
}
