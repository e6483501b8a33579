using DaNangDxIndex.Harness;
using Microsoft.Playwright;

namespace DaNangDxIndex.Journeys;

/// <summary>What the standing office does with an edition, in either language.</summary>
internal static class StandingOffice
{
    /// <summary>Figures of others, after a look at what would be loaded.</summary>
    /// <param name="lines">"agency,figure,value", one a line.</param>
    public static async Task LoadAsync(Person office, int year, string lines)
    {
        await office.OpenAsync($"/editions/{year}/figures");
        await office.Page.SetInputFilesAsync("#file", new FilePayload
        {
            Name = "so-lieu.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes($"agency,figure,value\n{lines}"),
        });
        await office.Page.ClickAsync("form:has(#file) button[type=submit]");
        await office.Page.ClickAsync("form[action*='handler=Apply'] button");
        await office.Page.Locator(".banner-success").WaitForAsync();
    }

    /// <summary>All who owe their form past the deadline; the office's own agency is passed over.</summary>
    public static async Task RecordNotSubmittedAsync(Person office, int year, string reason)
    {
        await office.OpenAsync($"/editions/{year}/not-submitted");
        await office.Page.FillAsync("#reason", reason);
        await office.Page.ClickAsync("form[action*='handler=Review'] button");
        await office.Page.ClickAsync("form[action*='handler=Record'] button");
        await office.ArriveAsync("/progress");
    }

    public static async Task MoveOnAsync(Person office, int year, string stage)
    {
        await office.OpenAsync($"/editions/{year}/progress");
        var button = office.Page.Locator("form[action*='handler=MoveOn'] button");
        await Assertions.Expect(button).ToContainTextAsync(stage);
        await button.ClickAsync();
        await Assertions.Expect(button.Filter(new() { HasTextString = stage })).ToHaveCountAsync(0);
        await Assertions.Expect(office.Page.Locator("main dl.beside").First).ToContainTextAsync(stage);
    }
}
