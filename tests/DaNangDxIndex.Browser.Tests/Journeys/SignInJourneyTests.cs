using DaNangDxIndex.Harness;
using Microsoft.Playwright;

namespace DaNangDxIndex.Journeys;

/// <summary>Ways into an account beside its password, in a real browser with a device of its own.</summary>
public sealed class SignInJourneyTests(NamedProduct product) : IClassFixture<NamedProduct>
{
    [Theory]
    [InlineData("vi", "auditor", "Thêm khóa truy cập", "Đăng nhập bằng khóa truy cập", "Xóa “{0}”", "không mở được tài khoản nào")]
    [InlineData("en", "leadAppraiser", "Add a passkey", "Sign in with a passkey", "Remove “{0}”", "opens no account")]
    public async Task A_passkey_is_added_opens_the_account_alone_or_after_the_password_and_is_removed(
        string language, string who, string add, string signIn, string remove, string refused)
    {
        var width = language == "en" ? 360 : 1440;
        var person = await product.PersonAsync(language: language, width: width);
        await WithDeviceAsync(person.Page);
        await person.SignInAsync(who);
        await person.OpenAsync("/accounts/second-factor");
        await person.Page.ClickAsync("main a[href$='/accounts/passkeys']");
        await person.Page.FillAsync("#Name", "Máy tính ở Sở");
        await FitsAsync(person, width);
        await Product.PictureAsync(person, $"passkeys-{language}");
        await person.PressAsync(add);
        await Assertions.Expect(person.Page.Locator("main [role=status] li code")).ToHaveCountAsync(10);
        await Assertions.Expect(person.Page.Locator("main section.finding h2")).ToHaveTextAsync("Máy tính ở Sở");
        (await person.AxeAsync()).ShouldBeEmpty();
        await FitsAsync(person, width);
        await Product.PictureAsync(person, $"passkey-added-{language}");

        await person.Page.Context.ClearCookiesAsync();
        await person.OpenAsync("/accounts/sign-in");
        (await person.AxeAsync()).ShouldBeEmpty();
        await Product.PictureAsync(person, $"passkey-sign-in-{language}");
        await person.PressAsync(signIn);
        await person.ArriveAsync("/work");

        await person.Page.Context.ClearCookiesAsync();
        await person.OpenAsync("/accounts/sign-in");
        await person.Page.FillAsync("[name=UserName]", $"{who}@da-nang.demo");
        await person.Page.FillAsync("[name=Password]", Demo.DemoAccounts.Password);
        await person.Page.ClickAsync("main form button[type=submit]");
        await Assertions.Expect(person.Page.Locator("#Code")).ToBeVisibleAsync();
        await FitsAsync(person, width);
        await Product.PictureAsync(person, $"passkey-second-{language}");
        await person.PressAsync(signIn);
        await person.ArriveAsync("/work");

        await person.OpenAsync("/accounts/passkeys");
        await person.PressAsync(remove.Replace("{0}", "Máy tính ở Sở", StringComparison.Ordinal));
        await Assertions.Expect(person.Page.Locator("main section.finding h2")).ToHaveCountAsync(0);
        await person.Page.Context.ClearCookiesAsync();
        await person.OpenAsync("/accounts/sign-in");
        await person.PressAsync(signIn);
        await Assertions.Expect(person.Page.Locator(".govuk-error-summary")).ToContainTextAsync(refused);
        person.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_script_no_passkey_is_offered_and_the_page_says_what_serves_instead()
    {
        var person = await product.PersonAsync(script: false);
        await person.OpenAsync("/accounts/sign-in");
        (await person.Page.Locator("form[data-passkey]").IsVisibleAsync()).ShouldBeFalse();
        await person.SignInAsync("approver");
        await person.OpenAsync("/accounts/passkeys");
        (await person.TextAsync()).ShouldContain("Dùng ứng dụng tạo mã");
        (await person.Page.Locator("form[data-passkey]").IsVisibleAsync()).ShouldBeFalse();
    }

    private static async Task FitsAsync(Person person, int width) =>
        (await person.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, person.Page.Url);

    /// <summary>A device that keeps passkeys and has always just seen its person.</summary>
    private static async Task WithDeviceAsync(IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
