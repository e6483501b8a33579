using Deque.AxeCore.Commons;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DaNangDxIndex.Harness;

/// <summary>Somebody at a browser: opens pages of one tenant in one language, and signs in by the form.</summary>
public sealed class Person
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    private static readonly Lazy<string> Axe = new(() => new BundledAxeScriptProvider().GetScript());

    private const string Password = Demo.DemoAccounts.Password;

    private readonly string _tenant;
    private readonly string _language;

    public Person(IPage page, string tenant, string language)
    {
        (Page, _tenant, _language) = (page, tenant, language);
        page.PageError += (_, fault) => Faults.Add(fault);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status of 4", StringComparison.Ordinal))
                Faults.Add(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>What the console called an error: script faults, refused resources, violations of the content security policy.</summary>
    public List<string> Faults { get; } = [];

    public string Path(string path) => $"/{_tenant}/{_language}{path}";

    /// <summary>Opens a page and refuses to go on when it is not there.</summary>
    public async Task OpenAsync(string path)
    {
        var answer = await Page.GotoAsync(
            path.StartsWith($"/{_tenant}/", StringComparison.Ordinal) || path is "/api" or "/design" or "/verify" ? path : Path(path));
        (answer?.Status ?? 0).ShouldBeLessThan(400, $"{path}");
    }

    /// <param name="who">"assessor", "office", …: the part before the @ of the demo's user name.</param>
    public Task SignInAsync(string who) => SignInAsync($"{who}@{_tenant}.demo", Password);

    public async Task SignInAsync(string userName, string password)
    {
        await OpenAsync("/accounts/sign-in");
        await Page.FillAsync("[name=UserName]", userName);
        await Page.FillAsync("[name=Password]", password);
        await Page.ClickAsync("main form button[type=submit]");
        await Assertions.Expect(Page).Not
            .ToHaveURLAsync(new Regex("sign-in", RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = 60_000 });
    }

    /// <summary>
    /// Waits until the address holds this text, whole parts of it unless it ends in "=" or "/": "/progress" is not "/progress/x", where one
    /// may come from. Looks again and again, so that no navigation can be missed.
    /// </summary>
    public Task ArriveAsync(string address)
    {
        var there = Regex.Escape(address) + (address.EndsWith('=') || address.EndsWith('/') ? "" : "([?#&]|$)");
        return Assertions.Expect(Page)
            .ToHaveURLAsync(new Regex(there, RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = 60_000 });
    }

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>Of the whole page: on a busy machine half of it may have come.</summary>
    public async Task<string> TextAsync()
    {
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        return await Page.InnerTextAsync("main");
    }

    /// <summary>Violations of WCAG 2.2 A and AA on the page as it stands now, one line each with the first place.</summary>
    /// <param name="colours">False where the same page was looked at in the same colours already: it is half of the work.</param>
    public async Task<IReadOnlyList<string>> AxeAsync(bool colours = true)
    {
        if (Page.Frames.Count > 1)
            return await AxeInFramesAsync();
        await Page.EvaluateAsync(Axe.Value);
        return await Page.EvaluateAsync<string[]>("""
            async ({ tags, colours }) => {
                const rules = { 'color-contrast': { enabled: colours } }
                const found = await axe.run(document, { runOnly: tags, rules, resultTypes: ['violations'] })
                return found.violations.map(fault =>
                    `${location.href} ${fault.id}: ${fault.help} at ${fault.nodes.slice(0, 3).map(node => node.html).join(' | ')}`)
            }
            """, new { tags = Rules, colours });
    }

    /// <summary>Into documents that a page shows within itself as well; it opens a further page to put together what they hold.</summary>
    private async Task<IReadOnlyList<string>> AxeInFramesAsync()
    {
        var found = await Page.RunAxe(new()
        {
            RunOnly = new() { Type = "tag", Values = [.. Rules] },
            // What holds is not written out: it is most of what there is.
            ResultTypes = [ResultType.Violations],
        });
        return [.. found.Violations.Select(
            fault => $"{Page.Url} {fault.Id}: {fault.Help} at {string.Join(" | ", fault.Nodes.Take(3).Select(node => node.Html))}")];
    }
}
