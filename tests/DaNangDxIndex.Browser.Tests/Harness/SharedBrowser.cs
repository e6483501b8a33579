using Microsoft.Playwright;

namespace DaNangDxIndex.Harness;

/// <summary>The browser of the run. Everybody has a context of their own in it, as different people have different machines.</summary>
internal static class SharedBrowser
{
    /// <summary>The one without a window first: it does the same in two thirds of the processor time.</summary>
    private static readonly string[] Chromium = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    public static Task<IBrowser> OpenedAsync() => Started.Value;

    private static async Task<IBrowser> StartAsync()
    {
        // It and its driver end with the run: their pipes to it close.
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("DX_CHROMIUM") ?? Chromium.First(File.Exists),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }
}
