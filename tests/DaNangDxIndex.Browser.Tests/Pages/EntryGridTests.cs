using DaNangDxIndex.Harness;
using Microsoft.Playwright;

namespace DaNangDxIndex.Pages;

/// <summary>
/// The form as somebody fills it in who does it for a living: by keyboard, from a spreadsheet, with what explains it beside it. The demo's
/// largest component has ten figures of its own.
/// </summary>
public sealed class EntryGridTests(Product product, Xunit.Abstractions.ITestOutputHelper output) : IClassFixture<Product>
{
    private const string Form = "/assessments/2025/w25-hai-chau/components/online-services";
    private const string Active = "document.activeElement?.closest('.figure')?.dataset.figure ?? document.activeElement?.tagName";


    [Fact]
    public async Task A_component_is_filled_in_by_keyboard_with_one_key_beside_the_digits_and_no_focus_lost()
    {
        var assessor = await AssessorAsync();
        var figures = await FiguresAsync(assessor);
        figures.Length.ShouldBe(10);
        var strokes = 0;
        await FirstFieldAsync(assessor);
        for (var place = 0; place < figures.Length; place++)
        {
            (await ActiveAsync(assessor)).ShouldBe(figures[place]);
            foreach (var digit in place % 2 == 0 ? "1297" : "1200")
            {
                await assessor.Page.Keyboard.PressAsync(digit.ToString());
                strokes++;
            }
            await assessor.Page.Keyboard.PressAsync("Enter");
            strokes++;
        }

        (await ActiveAsync(assessor)).ShouldBe("BUTTON", "after the last field comes the save button");
        await Assertions.Expect(assessor.Page.Locator("[data-grid] .figure [data-state][data-tone=saved]")).ToHaveCountAsync(10);
        (await assessor.Page.InputValueAsync($"[data-figure='{figures[0]}'] input[type=text]")).ShouldBe("1.297");
        output.WriteLine($"10 figures of 4 digits: {strokes} key strokes");
        strokes.ShouldBe(50);
        assessor.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tab_goes_from_field_to_field_only_and_the_arrows_go_both_ways()
    {
        var assessor = await AssessorAsync();
        var figures = await FiguresAsync(assessor);
        await FirstFieldAsync(assessor);
        foreach (var figure in figures)
        {
            (await ActiveAsync(assessor)).ShouldBe(figure);
            await assessor.Page.Keyboard.PressAsync("Tab");
        }

        await FirstFieldAsync(assessor);
        await assessor.Page.Keyboard.PressAsync("ArrowDown");
        await assessor.Page.Keyboard.PressAsync("ArrowDown");
        await assessor.Page.Keyboard.PressAsync("ArrowUp");
        (await ActiveAsync(assessor)).ShouldBe(figures[1]);
        await assessor.Page.Keyboard.PressAsync("Shift+Enter");
        (await ActiveAsync(assessor)).ShouldBe(figures[0]);
    }

    [Fact]
    public async Task Ten_figures_fit_one_screen_and_an_error_moves_no_row()
    {
        var assessor = await AssessorAsync(width: 1440);
        var figures = await FiguresAsync(assessor);
        var last = await BottomAsync(figures[^1]);
        last.ShouldBeLessThan(900);

        await assessor.Page.FillAsync($"[data-figure='{figures[0]}'] input[type=text]", "1,5,5");
        await assessor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(assessor.Page.Locator($"[data-figure='{figures[0]}'] [data-error]")).Not.ToBeEmptyAsync();

        (await BottomAsync(figures[1])).ShouldBe(await BottomAsync(figures[0]) + await HeightAsync(figures[1]), tolerance: 2);
        (await BottomAsync(figures[^1])).ShouldBe(last, tolerance: 1);
        (await assessor.AxeAsync()).ShouldBeEmpty();

        Task<double> BottomAsync(string figure) => assessor.Page.EvaluateAsync<double>(
            $"document.querySelector(\"[data-figure='{figure}']\").getBoundingClientRect().bottom");
        Task<double> HeightAsync(string figure) => assessor.Page.EvaluateAsync<double>(
            $"document.querySelector(\"[data-figure='{figure}']\").getBoundingClientRect().height");
    }

    [Fact]
    public async Task A_warning_is_explained_beside_the_field_by_keyboard_and_asks_anew_when_the_figure_changes()
    {
        var assessor = await AssessorAsync();
        var figures = await FiguresAsync(assessor);
        var (whole, part) = (figures[0], figures[1]);
        await assessor.Page.FillAsync($"[data-figure='{whole}'] input[type=text]", "100");
        await assessor.Page.FillAsync($"[data-figure='{part}'] input[type=text]", "120");
        await assessor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Mark(part)).ToHaveTextAsync("cần thuyết minh");
        await assessor.Page.Keyboard.PressAsync("Shift+Enter");
        await assessor.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(assessor.Page.Locator(".doubt textarea")).ToBeFocusedAsync();
        await assessor.Page.Keyboard.TypeAsync("Gồm cả thủ tục năm trước.");

        await Assertions.Expect(Mark(part)).ToHaveTextAsync("đã thuyết minh");
        await Assertions.Expect(assessor.Page.Locator("[data-criterion='5.1'] [data-points]")).ToHaveTextAsync("5,00");
        (await assessor.AxeAsync()).ShouldBeEmpty();
        await assessor.Page.Keyboard.PressAsync("Escape");
        (await ActiveAsync(assessor)).ShouldBe(part);

        await assessor.Page.FillAsync($"[data-figure='{part}'] input[type=text]", "130");
        await assessor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Mark(part)).ToHaveTextAsync("cần thuyết minh");
        await Assertions.Expect(assessor.Page.Locator(".doubt textarea")).ToHaveValueAsync("");
        await Assertions.Expect(assessor.Page.Locator(".doubt")).ToContainTextAsync("Gồm cả thủ tục năm trước.");
        await assessor.Page.FillAsync($"[data-figure='{part}'] input[type=text]", "90");
        await assessor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(assessor.Page.Locator(".doubt")).ToHaveCountAsync(0);
        assessor.Faults.ShouldBeEmpty();

        ILocator Mark(string figure) => assessor.Page.Locator($"[data-figure='{figure}'] [data-marks]");
    }

    [Fact]
    public async Task A_sentence_begun_while_its_figure_is_still_being_saved_does_not_stand_against_itself()
    {
        var assessor = await AssessorAsync();
        var figures = await FiguresAsync(assessor);
        var (whole, part) = (figures[0], figures[1]);
        await assessor.Page.FillAsync($"[data-figure='{whole}'] input[type=text]", "100");
        await assessor.Page.FillAsync($"[data-figure='{part}'] input[type=text]", "140");
        await assessor.Page.Keyboard.PressAsync("Enter");
        var doubt = DoubtAbout("150");
        await Assertions.Expect(DoubtAbout("140")).ToHaveCountAsync(1);
        var letGo = new TaskCompletionSource();
        await assessor.Page.RouteAsync($"**/figures/{part}", async route => { await letGo.Task; await route.ContinueAsync(); });
        await assessor.Page.RouteAsync("**/doubts/*", async route => { await Task.Delay(300); await route.ContinueAsync(); });
        await assessor.Page.FillAsync($"[data-figure='{part}'] input[type=text]", "150");
        await assessor.Page.Keyboard.PressAsync("Enter");
        await assessor.Page.Keyboard.PressAsync("Shift+Enter");
        await assessor.Page.Keyboard.PressAsync("Control+Enter");
        await assessor.Page.Keyboard.TypeAsync("Gồm cả ");

        letGo.SetResult();
        await Assertions.Expect(DoubtAbout("150")).ToHaveCountAsync(1);
        await assessor.Page.Keyboard.TypeAsync("năm trước.");

        await Assertions.Expect(doubt.Locator("[data-tone=saved]")).ToHaveCountAsync(1);
        await Assertions.Expect(doubt.Locator("textarea")).ToHaveValueAsync("Gồm cả năm trước.");
        await Assertions.Expect(doubt.Locator("textarea")).ToBeFocusedAsync();
        await Assertions.Expect(doubt.Locator(".conflict")).ToHaveCountAsync(0);
        assessor.Faults.ShouldBeEmpty();

        ILocator DoubtAbout(string value) => assessor.Page.Locator($".doubt[data-about*='{part}={value}']");
    }

    [Fact]
    public async Task A_pasted_column_is_looked_at_taken_and_taken_back_at_once()
    {
        var assessor = await AssessorAsync();
        var figures = await FiguresAsync(assessor);
        foreach (var (figure, value) in new[] { (figures[2], "11"), (figures[3], "12") })
            await assessor.Page.FillAsync($"[data-figure='{figure}'] input[type=text]", value);
        await assessor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(assessor.Page.Locator($"[data-figure='{figures[3]}'] [data-tone=saved]")).ToHaveCountAsync(1);
        await assessor.Page.FocusAsync($"[data-figure='{figures[2]}'] input[type=text]");
        await PasteAsync(assessor, "1 297\r\n\r\n98.06\r\n864\r\n");

        var rows = assessor.Page.Locator("[data-paste-rows] tr");
        await Assertions.Expect(rows).ToHaveCountAsync(4);
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("1.297");
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync("giữ nguyên");
        await Assertions.Expect(rows.Nth(2)).ToContainTextAsync("98.06");
        (await assessor.AxeAsync()).ShouldBeEmpty();
        await assessor.Page.Keyboard.PressAsync("Enter");

        (await ActiveAsync(assessor)).ShouldBe(figures[2], "the focus is where it was pasted");
        await Assertions.Expect(Input(figures[2])).ToHaveValueAsync("1.297");
        await Assertions.Expect(Input(figures[3])).ToHaveValueAsync("12");
        await Assertions.Expect(Input(figures[4])).Not.ToHaveValueAsync("98.06");
        await Assertions.Expect(Input(figures[5])).ToHaveValueAsync("864");
        await Assertions.Expect(assessor.Page.Locator($"[data-figure='{figures[5]}'] [data-tone=saved]")).ToHaveCountAsync(1);

        await assessor.PressAsync("Hoàn tác");
        await Assertions.Expect(Input(figures[2])).ToHaveValueAsync("11");
        await Assertions.Expect(Input(figures[5])).Not.ToHaveValueAsync("864");
        (await ActiveAsync(assessor)).ShouldBe(figures[2]);
        await Assertions.Expect(assessor.Page.Locator($"[data-figure='{figures[2]}'] [data-tone=saved]")).ToHaveCountAsync(1);
        await assessor.OpenAsync(Form);
        await Assertions.Expect(Input(figures[2])).ToHaveValueAsync("11");
        assessor.Faults.ShouldBeEmpty();

        ILocator Input(string figure) => assessor.Page.Locator($"[data-figure='{figure}'] input[type=text]");
    }

    [Fact]
    public async Task What_is_pasted_beyond_the_bounds_is_told_and_changes_nothing()
    {
        var assessor = await AssessorAsync();
        await FirstFieldAsync(assessor);
        var before = await assessor.Page.InputValueAsync("[data-grid] .figure input[type=text]");
        await PasteAsync(assessor, string.Join('\n', Enumerable.Repeat("1", 201)));

        await Assertions.Expect(assessor.Page.Locator("[data-paste-told]")).ToContainTextAsync("200");
        (await assessor.Page.Locator("[data-paste-take]").IsDisabledAsync()).ShouldBeTrue();
        await assessor.Page.Keyboard.PressAsync("Escape");
        (await assessor.Page.InputValueAsync("[data-grid] .figure input[type=text]")).ShouldBe(before);
    }

    [Fact]
    public async Task On_a_phone_a_pasted_column_and_a_new_warning_are_read_in_the_width_there_is()
    {
        var assessor = await product.PersonAsync(width: 360);
        await assessor.SignInAsync("assessor");
        await assessor.OpenAsync(Form);
        var figures = await FiguresAsync(assessor);
        await assessor.Page.FillAsync($"[data-figure='{figures[0]}'] input[type=text]", "100");
        await assessor.Page.FillAsync($"[data-figure='{figures[1]}'] input[type=text]", "120");
        await assessor.Page.FocusAsync($"[data-figure='{figures[2]}'] input[type=text]");
        var criterion = assessor.Page.Locator("[data-criterion='5.1']");
        await Assertions.Expect(criterion.Locator(".doubt textarea")).ToBeVisibleAsync();

        await PasteAsync(assessor, "1297\r\nabc\r\n");

        var row = assessor.Page.Locator("[data-paste-rows] tr").First;
        await Assertions.Expect(row.Locator("td").Nth(1)).ToHaveAttributeAsync("data-label", "Dán vào");
        (await row.Locator("th").EvaluateAsync<int>("cell => cell.offsetWidth")).ShouldBeGreaterThan(200);
        (await assessor.AxeAsync()).ShouldBeEmpty();
        assessor.Faults.ShouldBeEmpty();
    }

    private async Task<Person> AssessorAsync(int width = 1280)
    {
        var assessor = await product.PersonAsync(width: width);
        await assessor.SignInAsync("assessor");
        await assessor.OpenAsync(Form);
        await Assertions.Expect(assessor.Page.Locator("form.has-pane")).ToHaveCountAsync(1);
        return assessor;
    }

    /// <summary>In the order of the form.</summary>
    private static Task<string[]> FiguresAsync(Person person) => person.Page.EvaluateAsync<string[]>(
        "[...document.querySelectorAll('[data-grid] .figure:has([data-autosave])')].map(figure => figure.dataset.figure)");

    private static Task FirstFieldAsync(Person person) => person.Page.Locator("[data-grid] .figure input[type=text]").First.FocusAsync();

    private static Task<string> ActiveAsync(Person person) => person.Page.EvaluateAsync<string>(Active);

    private static Task PasteAsync(Person person, string text) => person.Page.EvaluateAsync(
        """
        text => {
            const clipboardData = new DataTransfer()
            clipboardData.setData('text/plain', text)
            document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
        }
        """, text);
}
