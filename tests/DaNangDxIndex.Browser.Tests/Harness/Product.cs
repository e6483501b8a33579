using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using DaNangDxIndex.Database.Embedded;
using Microsoft.Playwright;

namespace DaNangDxIndex.Harness;

/// <summary>
/// The program as ./run starts it: over the network, its own data folder, the demo tenants, a real browser in front. One for each test
/// class that takes it as its fixture, so that no class meets the data of another. A process of its own it has as
/// <see cref="ProductAsStarted"/>.
/// </summary>
public class Product : IAsyncLifetime
{
    /// <summary>In milliseconds, for what is awaited on a page: no test asserts a time, and a busy machine is no fault.</summary>
    private const int Patience = 60_000;

    private readonly string _data = Path.Combine(Path.GetTempPath(), $"dx-browser-{Guid.NewGuid():N}"[..20]);
    private readonly ConcurrentBag<IBrowserContext> _contexts = [];
    private ProductProcess? _process;
    private ServedHere? _served;
    private IBrowser? _browser;

    /// <summary>The running year stands in its middle, with agencies at every state.</summary>
    protected virtual bool IsMidYear => false;

    /// <summary>Started as a program, not within the tests.</summary>
    protected virtual bool IsOwnProcess => false;

    public Uri Address { get; }

    public Product()
        : this("127.0.0.1")
    {
    }

    /// <param name="host">Another name of this machine.</param>
    protected Product(string host) => Address = new UriBuilder(FreeAddress()) { Host = host }.Uri;

    /// <summary>Past the program, for what would take it an hour to come to.</summary>
    public string Superuser => new LocalPostgres(_data).Connection("postgres") + ";Pooling=false";

    public async Task InitializeAsync()
    {
        // Before any program serves here: its driver sets the console's encoding, and waits for ever for one that writes its first line.
        _browser = await SharedBrowser.OpenedAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        await FirstStart.CopyAsync(_data, DemoYear);
        if (IsOwnProcess)
        {
            _process = ProductProcess.Start(_data, Address, DemoYear);
            await _process.ReadyAsync(Address);
        }
        else
        {
            _served = ServedHere.Start(_data, Address, DemoYear);
            await _served.ReadyAsync();
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var context in _contexts)
            await context.CloseAsync();
        if (_served is not null)
            await _served.StopAsync();
        if (_process is not null)
        {
            await _process.StopAsync();
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
        _contexts.Add(context);
        context.SetDefaultTimeout(Patience);
        return new Person(await context.NewPageAsync(), tenant, language);
    }

    /// <summary>The next deadline of a demo edition passes, by the program's own verb: the end of entry first, then extensions.</summary>
    public Task PassNextDeadlineAsync(int year) =>
        RunAsync("demo", "advance", "da-nang", year.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>What the program prints when it is started with a verb over the same data.</summary>
    public async Task<string> RunAsync(params string[] verb)
    {
        using var run = ProductProcess.Start(_data, Address, DemoYear, verb);
        return await run.DoneAsync();
    }

    /// <summary>A picture of the page into the folder that DX_PICTURES names, to be looked at; without it, nothing.</summary>
    public static async Task PictureAsync(Person person, string name, bool fullPage = true)
    {
        if (Environment.GetEnvironmentVariable("DX_PICTURES") is { Length: > 0 } folder)
            await person.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = fullPage });
    }

    private string DemoYear => Environment.GetEnvironmentVariable("DX_DEMO_YEAR") ?? (IsMidYear ? "true" : "false");

    internal static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
