using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;

namespace DaNangDxIndex.Harness;

/// <summary>The program as ./run starts it, over a folder of its own.</summary>
internal sealed class ProductProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private ProductProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <param name="demoYear">"true" where the running year is to stand in its middle.</param>
    /// <param name="verb">What it does instead of serving.</param>
    public static ProductProcess Start(string folder, Uri address, string demoYear, params string[] verb)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "DaNangDxIndex.Demo.dll");
        var info = new ProcessStartInfo("dotnet", [program, .. verb, "--contentRoot", Path.Combine(Root(), "src", "DaNangDxIndex.Web")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["DX_DATA"] = folder;
        foreach (var (name, value) in Settings(address, demoYear))
            info.Environment[name] = value;
        // Each opens most pages a few times: what is learnt of its loops for later costs more than it saves.
        info.Environment["DOTNET_TieredPGO"] = "0";
        info.Environment.Remove("ConnectionStrings__Dx");
        return new(Process.Start(info) ?? throw new InvalidOperationException("dotnet did not start."));
    }

    /// <summary>What differs from a start by ./run.</summary>
    public static (string Name, string Value)[] Settings(Uri address, string demoYear) =>
    [
        ("DX_DEMO_YEAR", demoYear),
        ("DX_URLS", address.ToString().TrimEnd('/')),
        ("DX_PUBLIC_URL", address.ToString().TrimEnd('/')),
        ("DX_SIGN_INS_PER_MINUTE", "1000"),
        ("DX_REQUESTS_PER_ACCOUNT", "0"),
        // The provider of sign-ins that a journey goes through is on this machine.
        ("DX_PROVIDERS_OVER_HTTP", "true"),
    ];

    public async Task ReadyAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(3) && !_process.HasExited; await Task.Delay(100))
        {
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
        }

        throw new InvalidOperationException($"The product did not become ready:\n{Output()}");
    }

    /// <summary>What a verb printed, when it is done.</summary>
    public async Task<string> DoneAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        _process.ExitCode.ShouldBe(0, Output());
        return Output();
    }

    public async Task StopAsync()
    {
        using var stop = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }

    public void Dispose() => _process.Dispose();

    private void Keep(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }

    private string Output()
    {
        lock (_output)
            return _output.ToString();
    }

    /// <summary>Of the checkout.</summary>
    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DaNangDxIndex.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside the checkout.");
    }
}
