using DaNangDxIndex.Harness;
using Microsoft.Playwright;

namespace DaNangDxIndex.Journeys;

/// <summary>
/// The sign-in of the city in a real browser: connected by the administrator, linked by its person, gone through, refused in words, and
/// unlinked. Policies of the browser (no form to elsewhere, cookies of this site alone) hold here as nowhere in a test without one.
/// </summary>
public sealed class ProviderJourneyTests(NamedProduct product) : IClassFixture<NamedProduct>
{
    public static TheoryData<Words> Languages => new(
        new Words("vi", "auditor", "Liên kết với SSO thử vi", "Đã liên kết.", "Đăng nhập bằng SSO thử vi",
            "không hợp lệ nên không được nhận", "Trở lại trang đăng nhập", "Bỏ liên kết với SSO thử vi",
            "chưa có tài khoản đang hoạt động nào"),
        new Words("en", "leadAppraiser", "Link with SSO thử en", "Linked.", "Sign in with SSO thử en", "is not valid, so it is not taken",
            "Back to the sign-in page", "Remove the link with SSO thử en", "no open account here is linked"));

    public sealed record Words(
        string Language, string Who, string Link, string Linked, string SignIn, string Invalid, string Back, string Unlink,
        string NotLinked);

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_person_links_signs_in_reads_why_not_and_unlinks(Words words)
    {
        await using var city = await TestProvider.StartAsync();
        city.Subject = $"subject-{words.Language}";
        await ConnectAsync(city, words.Language);

        var person = await product.PersonAsync(language: words.Language, width: 360);
        await person.SignInAsync(words.Who);
        await person.OpenAsync("/accounts/linked");
        await LookAsync(person, "linked-none", words);
        await person.PressAsync(words.Link);
        await person.ArriveAsync("/accounts/linked?done=True");
        await Assertions.Expect(person.Page.Locator("main")).ToContainTextAsync(words.Linked);
        await LookAsync(person, "linked", words);

        await ThroughAsync(person, words);
        await person.ArriveAsync("/work");

        city.Lie = claims => claims["aud"] = "another-program";
        await ThroughAsync(person, words);
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(words.Invalid);
        await LookAsync(person, "refused", words);
        await person.PressAsync(words.Back);
        await Assertions.Expect(person.Page.Locator("#Password")).ToBeVisibleAsync();
        city.Honest();
        city.Subject = $"subject-{words.Language}";

        await person.SignInAsync(words.Who);
        await person.OpenAsync("/accounts/linked");
        await person.PressAsync(words.Unlink);
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Button, new() { Name = words.Link })).ToBeVisibleAsync();
        await ThroughAsync(person, words);
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(words.NotLinked);
        await LookAsync(person, "not-linked", words);
        person.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_script_the_way_leads_there_and_back_all_the_same()
    {
        await using var city = await TestProvider.StartAsync();
        city.Subject = "subject-without-script";
        await ConnectAsync(city, "ns");
        var person = await product.PersonAsync(script: false);
        await person.SignInAsync("approver");
        await person.OpenAsync("/accounts/linked");
        await person.PressAsync("Liên kết với SSO thử ns");
        await person.ArriveAsync("/accounts/linked?done=True");
    }

    private static async Task ThroughAsync(Person person, Words words)
    {
        await person.Page.Context.ClearCookiesAsync();
        await person.OpenAsync("/accounts/sign-in");
        await person.PressAsync(words.SignIn);
    }

    private static async Task LookAsync(Person person, string name, Words words)
    {
        (await person.AxeAsync()).ShouldBeEmpty();
        (await person.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360, name);
        await Product.PictureAsync(person, $"provider-{name}-{words.Language}");
    }

    private async Task ConnectAsync(TestProvider city, string name)
    {
        var administrator = await product.PersonAsync();
        await administrator.SignInAsync("administrator");
        await administrator.OpenAsync("/accounts/providers/edit");
        foreach (var (field, value) in new[]
        {
            ("Issuer", city.Issuer), ("ClientId", TestProvider.Client), ("Secret", TestProvider.Secret),
            ("NameVi", $"SSO thử {name}"), ("NameEn", $"SSO thử {name}"),
        })
            await administrator.Page.FillAsync($"[name='Input.{field}']", value);
        await administrator.Page.CheckAsync("[name='Input.Active']");
        await administrator.PressAsync("Lưu");
        await Assertions.Expect(administrator.Page.Locator("main")).ToContainTextAsync("/accounts/sign-in/back/");
        (await administrator.AxeAsync()).ShouldBeEmpty();
    }
}
