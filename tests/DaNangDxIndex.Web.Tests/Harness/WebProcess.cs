using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Demo;

namespace DaNangDxIndex.Harness;

/// <summary>The web program as a process of its own, to be frozen, killed and started again.</summary>
public sealed class WebProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process _process;
    private readonly StringBuilder _said = new();

    private WebProcess(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        Http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromSeconds(30),
        };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public int Id => _process.Id;

    /// <summary>What it wrote to its output and its errors.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    /// <summary>Serves over the demo of a data folder, as ./run does.</summary>
    public static WebProcess OverFolder(string folder, params (string Name, string Value)[] settings) =>
        Start(typeof(DemoProgram), [("DX_DATA", folder), ("DX_DEMO_YEAR", "false"), .. settings]);

    /// <summary>The same behind a command that starts it, such as one that takes something away from it first.</summary>
    public static WebProcess OverFolder(string folder, IReadOnlyList<string> behind) =>
        Start(typeof(DemoProgram), [("DX_DATA", folder), ("DX_DEMO_YEAR", "false")], [], behind);

    /// <summary>Serves over a database that is there, as in production.</summary>
    public static WebProcess OverDatabase(string application, params (string Name, string Value)[] settings) =>
        Start(typeof(Program), [("ConnectionStrings__Dx", application), .. settings]);

    /// <summary>The program with a verb, to be killed in the middle of it.</summary>
    public static WebProcess Verb(Dictionary<string, string> settings, params string[] words) =>
        Start(typeof(Program), [.. settings.Select(setting => (setting.Key, setting.Value))], words);

    public async Task UntilReadyAsync()
    {
        for (var clock = Stopwatch.StartNew(); !_process.HasExited && clock.Elapsed < Patience; await Task.Delay(100))
        {
            if (await StatusAsync("/health/ready") == HttpStatusCode.OK)
                return;
        }
        Assert.Fail($"{Address} did not become ready:\n{Said}");
    }

    /// <summary>Null where nobody answers.</summary>
    public async Task<HttpStatusCode?> StatusAsync(string path)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative));
            return answer.StatusCode;
        }
        catch (Exception nobody) when (nobody is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    /// <summary>The demo's account of the role. Cookies by hand: they are "Secure", and the program listens without TLS here.</summary>
    public Task<Session> SignInAsync(Role role, string tenant = "da-nang") =>
        Session.BeginAsync(Http, DemoAccounts.UserName(role, tenant), tenant);

    /// <summary>The same person with a browser that fills in forms.</summary>
    public async Task<Visitor> VisitorAsync(Role role, string tenant = "da-nang") =>
        (await SignInAsync(role, tenant)).VisitorAt(this, tenant);

    /// <summary>The exit code of a program that ends by itself; a hang fails here.</summary>
    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>"STOP", "CONT", "TERM". Not "INT": whoever is started in the background of a shell does not hear it.</summary>
    public void Signal(string signal) => Signal(signal, _process.Id);

    public static void Signal(string signal, int pid)
    {
        using var kill = Process.Start("kill", [$"-{signal}", pid.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>At once, as the kernel does when memory runs out.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
        Http.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static WebProcess Start(Type program, (string Name, string Value)[] settings, params string[] words) =>
        Start(program, settings, words, []);

    private static WebProcess Start(
        Type program, (string Name, string Value)[] settings, IReadOnlyList<string> words, IReadOnlyList<string> behind)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        string[] command = [.. behind, "dotnet", program.Assembly.Location, .. words];
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["DX_URLS"] = address.ToString().TrimEnd('/'),
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["DX_SIGN_INS_PER_MINUTE"] = "100000",
                ["DX_REQUESTS_PER_ACCOUNT"] = "0",
                ["DX_NOTICE_SECONDS"] = "0",
                // As in the Dockerfile.
                ["DOTNET_GCgen0size"] = "400000",
                ["MALLOC_ARENA_MAX"] = "2",
                ["MALLOC_TRIM_THRESHOLD_"] = "131072",
            },
        };
        start.Environment.Remove("ConnectionStrings__Dx");
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return new(Process.Start(start).ShouldNotBeNull(), address);
    }

    private void Keep(string? line)
    {
        lock (_said)
            _said.AppendLine(line);
    }
}
