using System.Text.RegularExpressions;
using DaNangDxIndex.Harness;
using Microsoft.Playwright;

namespace DaNangDxIndex.Pages;

/// <summary>What is typed and not saved yet: kept on the machine for the person who typed it, and never called saved.</summary>
public sealed class DraftTests(Product product) : IClassFixture<Product>
{
    private const string Form = "/assessments/2025/w25-hai-chau/components/online-services";
    private const string Saves = "**/figures/*";

    [Fact]
    public async Task A_browser_that_keeps_nothing_saves_all_the_same_and_says_when_it_cannot()
    {
        var assessor = await product.PersonAsync();
        await assessor.Page.AddInitScriptAsync(
            "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }");
        await assessor.SignInAsync("assessor");
        await assessor.OpenAsync(Form);
        await assessor.Page.RouteAsync(Saves, route => route.AbortAsync());
        await FillAsync(assessor, "files-received", "1201");
        await Assertions.Expect(State(assessor, "files-received")).ToContainTextAsync("không giữ được bản nháp");
        await assessor.Page.UnrouteAllAsync();
        await FillAsync(assessor, "files-received", "1202");
        await Assertions.Expect(State(assessor, "files-received")).ToContainTextAsync("Đã lưu");
        (await StoredAsync("files-received")).ShouldBe("1202");
    }

    [Fact]
    public async Task A_draft_is_restored_for_who_typed_it_and_for_nobody_else_on_that_machine()
    {
        var person = await product.PersonAsync();
        await person.SignInAsync("assessor");
        await person.OpenAsync(Form);
        await person.Page.RouteAsync(Saves, route => route.AbortAsync());
        var before = await StoredAsync("files-online");
        await FillAsync(person, "files-online", "77");
        await Assertions.Expect(State(person, "files-online")).ToContainTextAsync("mất kết nối");

        await person.Page.Context.ClearCookiesAsync();
        await person.Page.UnrouteAllAsync();
        await person.SignInAsync("approver");
        await person.OpenAsync(Form);
        (await person.Page.InputValueAsync(Input("files-online"))).ShouldNotBe("77");
        (await StoredAsync("files-online")).ShouldBe(before);

        await person.Page.Context.ClearCookiesAsync();
        await person.SignInAsync("assessor");
        await person.OpenAsync(Form);
        await Assertions.Expect(State(person, "files-online")).ToContainTextAsync("Đã lưu");
        (await StoredAsync("files-online")).ShouldBe("77");
    }

    [Fact]
    public async Task A_page_left_right_after_the_last_key_has_sent_it()
    {
        var assessor = await product.PersonAsync();
        await assessor.SignInAsync("assessor");
        await assessor.OpenAsync(Form);
        await assessor.Page.Locator(Input("files-paid-online")).PressSequentiallyAsync("3");
        await assessor.OpenAsync("/work");
        for (var tries = 0; tries < 20 && await StoredAsync("files-paid-online") != "3"; tries++)
            await Task.Delay(200);
        (await StoredAsync("files-paid-online")).ShouldBe("3");
    }

    [Fact]
    public async Task After_the_deadline_a_kept_draft_is_shown_and_goes_only_by_its_own_button()
    {
        var assessor = await product.PersonAsync();
        await assessor.SignInAsync("assessor");
        await assessor.OpenAsync(Form);
        var scope = await assessor.Page.GetAttributeAsync("[data-saving]", "data-draft");
        await assessor.Page.EvaluateAsync(
            "scope => localStorage.setItem(`dx:${scope}:files-paid-online`, JSON.stringify({ value: '31', shown: '31' }))", scope);
        // What the server sends once entry is closed: the figure without a field.
        await assessor.Page.RouteAsync($"**{Form}", async route =>
        {
            var answer = await route.FetchAsync();
            var closed = Regex.Replace(
                await answer.TextAsync(), "data-autosave data-save-url=\"[^\"]*files-paid-online\"", "", RegexOptions.None,
                TimeSpan.FromSeconds(5));
            await route.FulfillAsync(new() { Response = answer, Body = closed });
        });
        await assessor.OpenAsync(Form);
        var figure = assessor.Page.Locator("[data-figure='files-paid-online']");
        await Assertions.Expect(figure).ToContainTextAsync("Trên thiết bị này còn giá trị chưa lưu: 31.");
        await figure.GetByRole(AriaRole.Button, new() { Name = "Bỏ giá trị này" }).ClickAsync();
        await Assertions.Expect(figure).Not.ToContainTextAsync("Trên thiết bị này");
    }

    [Fact]
    public async Task The_first_click_on_signing_in_again_is_heard_also_out_of_a_field_that_was_just_changed()
    {
        var assessor = await product.PersonAsync();
        await assessor.SignInAsync("assessor");
        await assessor.OpenAsync(Form);
        await assessor.Page.RouteAsync(Saves, route => route.FulfillAsync(new() { Status = 401 }));
        await FillAsync(assessor, "files-received", "5");
        var link = assessor.Page.GetByRole(AriaRole.Link, new() { Name = "Đăng nhập lại để lưu" });
        await Assertions.Expect(link).ToBeVisibleAsync();
        await assessor.Page.Locator(Input("files-received")).PressSequentiallyAsync("6");
        await link.ClickAsync();
        await assessor.ArriveAsync("/accounts/sign-in?returnUrl=");
    }

    private static string Input(string figure) => $"[data-figure='{figure}'] input[type=text]";

    private static ILocator State(Person person, string figure) => person.Page.Locator($"[data-figure='{figure}'] [data-state]");

    private static Task FillAsync(Person person, string figure, string value) => person.Page.FillAsync(Input(figure), value);

    /// <summary>As somebody else's browser shows it, without separators.</summary>
    private async Task<string> StoredAsync(string figure)
    {
        var reader = await product.PersonAsync(script: false);
        await reader.SignInAsync("approver");
        await reader.OpenAsync(Form);
        var value = await reader.Page.InputValueAsync(Input(figure));
        await reader.Page.Context.CloseAsync();
        return value.Replace(".", "", StringComparison.Ordinal);
    }
}
