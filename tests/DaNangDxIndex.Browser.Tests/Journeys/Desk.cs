using DaNangDxIndex.Harness;
using Microsoft.Playwright;

namespace DaNangDxIndex.Journeys;

/// <summary>What an agency's people do at its form, in either language.</summary>
internal static class Desk
{
    private static readonly byte[] Pdf =
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"u8.ToArray();

    /// <summary>Types a figure and waits until it is saved.</summary>
    public static async Task FillAsync(Person person, string figure, string value)
    {
        await person.Page.FillAsync($"[data-figure='{figure}'] input[type=text]", value);
        await person.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(person.Page.Locator($"[data-figure='{figure}'] [data-state][data-tone=saved]")).ToHaveCountAsync(1);
    }

    /// <summary>A file for one criterion.</summary>
    /// <param name="text">Makes the file another one.</param>
    public static async Task UploadAsync(Person person, string sheet, string criterion, string title, string text = "")
    {
        await person.OpenAsync($"{sheet}/criteria/{criterion}/evidence");
        await person.Page.SetInputFilesAsync("#file", new FilePayload
        {
            Name = "bao-cao.pdf",
            MimeType = "application/pdf",
            Buffer = [.. Pdf, .. System.Text.Encoding.ASCII.GetBytes(text)],
        });
        await person.Page.FillAsync("#Title", title);
        await person.Page.ClickAsync("form:has(#file) button[type=submit]");
        await person.Page.Locator(".attached-name a", new() { HasTextString = title }).WaitForAsync();
    }

    /// <summary>The newest piece of the folder, for one more criterion.</summary>
    public static async Task AttachAsync(Person person, string sheet, string criterion)
    {
        await person.OpenAsync($"{sheet}/criteria/{criterion}/evidence");
        await person.Page.Locator("button[name=piece]").First.ClickAsync();
        await person.Page.Locator(".attached-name a").WaitForAsync();
    }

    public static async Task AskForApprovalAsync(Person assessor, string sheet)
    {
        await assessor.OpenAsync($"{sheet}/check");
        await assessor.Page.ClickAsync("form[action*='handler=Ask'] button");
    }

    /// <summary>With blanks that are named first.</summary>
    public static async Task SubmitAsync(Person approver, string sheet)
    {
        await approver.OpenAsync($"{sheet}/check");
        await approver.Page.ClickAsync("form[action*='handler=Submit'] button");
        await approver.Page.Locator("input[name=blanksSeen]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await approver.Page.ClickAsync("form[action*='handler=Submit'] button");
        await approver.ArriveAsync("/submitted");
    }
}
