using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Playwright;

namespace DaNangDxIndex.Harness;

/// <summary>
/// The program as ./run starts it: its own process, its own data folder, the demo tenants, a real browser in front. One for each test class
/// that takes it as its fixture, so that no class meets the data of another.
/// </summary>
public class Product : IAsyncLifetime
{
    /// <summary>In milliseconds, for what is awaited on a page: no test asserts a time, and a busy machine is no fault.</summary>
    private const int Patience = 60_000;

    private readonly string _data = Path.Combine(Path.GetTempPath(), $"dx-browser-{Guid.NewGuid():N}"[..20]);
    private readonly StringBuilder _output = new();
    private Process? _process;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The running year stands in its middle, with agencies at every state.</summary>
    protected virtual bool IsMidYear => false;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public async Task InitializeAsync()
    {
        _process = Start();
        await ReadyAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("DX_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
        if (_process is not null)
        {
            using var stop = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
            _process.Dispose();
        }

        Directory.Delete(_data, recursive: true);
    }

    /// <summary>
    /// Somebody new at a browser of their own. Faults of scripts and of the content security policy are kept in
    /// <see cref="Person.Faults"/>.
    /// </summary>
    public async Task<Person> PersonAsync(
        string tenant = "da-nang", string language = "vi", bool script = true, int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var browser = _browser ?? throw new InvalidOperationException("The product has not been started.");
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            JavaScriptEnabled = script,
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
            Locale = language == "vi" ? "vi-VN" : "en-GB",
        });
        context.SetDefaultTimeout(Patience);
        return new Person(await context.NewPageAsync(), tenant, language);
    }

    /// <summary>The next deadline of a demo edition passes, by the program's own verb: the end of entry first, then extensions.</summary>
    public async Task PassNextDeadlineAsync(int year)
    {
        using var advance = Start("demo", "advance", "da-nang", year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await advance.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        advance.ExitCode.ShouldBe(0, _output.ToString());
    }

    /// <summary>What the program prints when it is started with a verb over the same data.</summary>
    public async Task<string> RunAsync(params string[] verb)
    {
        var told = new StringBuilder();
        using var run = Start(line =>
        {
            lock (told)
                told.AppendLine(line);
        }, verb);
        await run.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        run.ExitCode.ShouldBe(0, told.ToString());
        return told.ToString();
    }

    /// <summary>A picture of the page into the folder that DX_PICTURES names, to be looked at; without it, nothing.</summary>
    public static async Task PictureAsync(Person person, string name, bool fullPage = true)
    {
        if (Environment.GetEnvironmentVariable("DX_PICTURES") is { Length: > 0 } folder)
            await person.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = fullPage });
    }

    private Process Start(params string[] verb) => Start(Keep, verb);

    private Process Start(Action<string?> keep, string[] verb)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "DaNangDxIndex.Demo.dll");
        var info = new ProcessStartInfo("dotnet", [program, .. verb, "--contentRoot", Path.Combine(Root(), "src", "DaNangDxIndex.Web")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["DX_DATA"] = _data;
        info.Environment["DX_DEMO_YEAR"] = Environment.GetEnvironmentVariable("DX_DEMO_YEAR") ?? (IsMidYear ? "true" : "false");
        info.Environment["DX_URLS"] = Address.ToString().TrimEnd('/');
        info.Environment["DX_PUBLIC_URL"] = Address.ToString().TrimEnd('/');
        info.Environment["DX_SIGN_INS_PER_MINUTE"] = "1000";
        info.Environment.Remove("ConnectionStrings__Dx");
        var process = Process.Start(info) ?? throw new InvalidOperationException("dotnet did not start.");
        process.OutputDataReceived += (_, line) => keep(line.Data);
        process.ErrorDataReceived += (_, line) => keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task ReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(3);)
        {
            if (_process?.HasExited == true)
                break;
            try
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(200);
        }

        throw new InvalidOperationException($"The product did not become ready:\n{_output}");
    }

    private void Keep(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DaNangDxIndex.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside the checkout.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
