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
        await CheckAsync(citizen, PagesLookedAt.Public, width);
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

    private static async Task CheckAsync(Person person, string[] pages, int width)
    {
        var faults = new List<string>();
        foreach (var page in pages)
        {
            await person.OpenAsync(page);
            faults.AddRange(await person.AxeAsync());
            var needed = await person.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (needed > width)
                faults.Add($"{page} is {needed} px wide on a screen of {width}");
        }

        faults.AddRange(person.Faults);
        faults.ShouldBeEmpty();
    }
}
