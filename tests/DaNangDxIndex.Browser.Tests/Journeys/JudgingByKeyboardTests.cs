using DaNangDxIndex.Harness;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace DaNangDxIndex.Journeys;

/// <summary>
/// One criterion down all wards and communes that have handed in, by keyboard alone: how many keys a judgement takes, and that the focus is
/// never lost.
/// </summary>
public sealed class JudgingByKeyboardTests(MiddleOfTheYear product, ITestOutputHelper output) : IClassFixture<MiddleOfTheYear>
{
    private const string Down = "/appraisal/2025/groups/wards/criteria/1.1";
    private const string Waiting = "[data-bench-line='waits']";

    [Fact]
    public async Task All_agencies_are_judged_on_one_criterion_by_one_key_each_and_the_focus_is_never_lost()
    {
        var lead = await product.PersonAsync();
        await lead.SignInAsync("leadAppraiser");
        await lead.OpenAsync(Down);
        await lead.Page.FocusAsync("[data-bench-line][aria-current]");
        var waiting = await lead.Page.Locator(Waiting).CountAsync();
        waiting.ShouldBeGreaterThan(15);
        var (keys, began) = (0, System.Diagnostics.Stopwatch.StartNew());
        for (var left = waiting; left > 0; left--)
        {
            var judged = await CurrentAsync(lead);
            await PressAsync("1");
            await Assertions.Expect(lead.Page.Locator(Waiting)).ToHaveCountAsync(left - 1);
            await FocusIsOnTheOpenLineAsync(lead);
            if (left > 1)
                (await CurrentAsync(lead)).ShouldNotBe(judged);
        }

        output.WriteLine($"{waiting} agencies, {keys} keys, {began.Elapsed.TotalSeconds:0.0} s");
        keys.ShouldBe(waiting);
        (await lead.Page.InnerTextAsync("#bench-sum")).ShouldContain("Không còn cơ quan nào chờ thẩm định");
        lead.Faults.ShouldBeEmpty();

        Task PressAsync(string key)
        {
            keys++;
            return lead.Page.Keyboard.PressAsync(key);
        }
    }

    [Fact]
    public async Task Points_and_a_question_are_given_by_keyboard_and_no_key_is_taken_from_a_field()
    {
        var lead = await product.PersonAsync();
        await lead.SignInAsync("leadAppraiser");
        await lead.OpenAsync(Down.Replace("1.1", "1.2", StringComparison.Ordinal));
        var (keyboard, page) = (lead.Page.Keyboard, lead.Page);
        await keyboard.PressAsync("n");
        await IdleAsync(lead);
        await FocusIsOnTheOpenLineAsync(lead);
        var judged = await CurrentAsync(lead);

        await keyboard.PressAsync("4");
        await keyboard.TypeAsync("1234 jkn?");
        (await page.InputValueAsync("#Question")).ShouldBe("1234 jkn?");
        (await CurrentAsync(lead)).ShouldBe(judged);
        await keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".messages")).ToContainTextAsync("1234 jkn?");
        await FocusIsOnTheOpenLineAsync(lead);

        await keyboard.PressAsync("2");
        await keyboard.TypeAsync("0,5");
        await keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("main .govuk-error-summary")).ToBeFocusedAsync();
        (await page.InputValueAsync("#Points")).ShouldBe("0,5");
        await page.SelectOptionAsync("#Reason", "EvidenceInsufficient");
        await page.FocusAsync("#Sentence");
        await keyboard.TypeAsync("Thiếu quyết định.");
        await keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToHaveCountAsync(0);
        await IdleAsync(lead);
        (await CurrentAsync(lead)).ShouldNotBe(judged);
        await FocusIsOnTheOpenLineAsync(lead);

        await keyboard.PressAsync("k");
        await IdleAsync(lead);
        await FocusIsOnTheOpenLineAsync(lead);
        (await lead.AxeAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_keys_can_be_switched_off_and_stay_off()
    {
        var lead = await product.PersonAsync();
        await lead.SignInAsync("leadAppraiser");
        await lead.OpenAsync(Down);
        await lead.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(lead.Page.Locator("#bench-keys")).ToHaveAttributeAsync("open", "");
        await lead.Page.UncheckAsync("#bench-keys-on", new() { Force = true });
        await lead.OpenAsync(Down);
        var before = await CurrentAsync(lead);
        await lead.Page.Keyboard.PressAsync("j");
        await lead.Page.Keyboard.PressAsync("?");
        await IdleAsync(lead);
        (await CurrentAsync(lead)).ShouldBe(before);
        await Assertions.Expect(lead.Page.Locator("#bench-keys")).Not.ToHaveAttributeAsync("open", "");
    }

    private static Task<string> CurrentAsync(Person lead) => lead.Page.InnerTextAsync("[data-bench-line][aria-current]");

    private static Task IdleAsync(Person lead) => Assertions.Expect(lead.Page.Locator("[data-bench][aria-busy]")).ToHaveCountAsync(0);

    private static Task FocusIsOnTheOpenLineAsync(Person lead) =>
        Assertions.Expect(lead.Page.Locator("[data-bench-line][aria-current]")).ToBeFocusedAsync();
}
