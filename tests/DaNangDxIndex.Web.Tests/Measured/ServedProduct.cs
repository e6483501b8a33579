using System.Globalization;
using DaNangDxIndex.Database.Embedded;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;
using Microsoft.AspNetCore.Mvc.Testing;

namespace DaNangDxIndex.Measured;

/// <summary>
/// The product as it is served: a process of its own with all its logs, over a durable PostgreSQL with the demo in the middle of its year.
/// Beside it the same program in this process, for what can only be seen from within: how often the database is asked.
/// </summary>
internal sealed class ServedProduct : IAsyncDisposable
{
    private readonly string _folder;
    private readonly LocalPostgres _postgres;
    private readonly WebApplicationFactory<Program> _within;

    private ServedProduct(string folder, LocalPostgres postgres, WebApplicationFactory<Program> within, WebProcess web) =>
        (_folder, _postgres, _within, Web) = (folder, postgres, within, web);

    /// <summary>A folder that is used again, so that what takes long to load is loaded once.</summary>
    private static string? Kept => Environment.GetEnvironmentVariable("DX_MEASURED");

    public WebProcess Web { get; }

    /// <summary>Of the program in this process.</summary>
    public IServiceProvider Services => _within.Services;

    public string Application => _postgres.Connection("dx_app");

    public string Superuser => _postgres.Connection("postgres");

    /// <summary>Bytes, hexadecimal, that the collected heap of the served program may take; as it is served where none is given.</summary>
    private static string? Heap => Environment.GetEnvironmentVariable("DX_MEASURED_HEAP");

    /// <param name="fill">What is put in beside the demo, by the superuser, before anybody is served.</param>
    public static async Task<ServedProduct> StartAsync(Func<string, IServiceProvider, Task>? fill = null)
    {
        var source = Path.Combine(Repository.Root, "src", "DaNangDxIndex.Web");
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_DANANGDXINDEX_WEB", source);
        var folder = Kept ?? Path.Combine(Path.GetTempPath(), $"dx-tests-{Environment.ProcessId}");
        var postgres = new LocalPostgres(folder);
        await postgres.EnsureRunningAsync(CancellationToken.None);
        var within = TestCluster.Host(postgres.Connection("dx_app"), postgres.Connection("dx_owner"));
        await DemoTenants.LoadAsync(within.Services, CancellationToken.None);
        await DemoYear.LoadAsync(within.Services, CancellationToken.None);
        if (fill is not null)
            await fill(postgres.Connection("postgres"), within.Services);
        (string, string)[] settings = [("ASPNETCORE_CONTENTROOT", source)];
        if (Heap is { } heap)
            settings = [.. settings, ("DOTNET_GCHeapHardLimit", heap)];
        var web = WebProcess.OverDatabase(postgres.Connection("dx_app"), settings);
        await web.UntilReadyAsync();
        return new(folder, postgres, within, web);
    }

    /// <summary>Of a request that the person makes; the program within has been asked the same before.</summary>
    public async Task<int> QueriesAsync(Session session, Func<Session, Task> act)
    {
        using var http = _within.CreateClient(
            new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false, HandleCookies = false });
        var within = session.At(http);
        await act(within);
        return await Queries.CountAsync("dx", () => act(within));
    }

    /// <summary>Of the served program, in MB: "VmRSS" now, "VmHWM" at most.</summary>
    public long WebMemory(string kind) => long.Parse(
        File.ReadLines($"/proc/{Web.Id}/status").Single(line => line.StartsWith(kind, StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;

    public async ValueTask DisposeAsync()
    {
        Web.Dispose();
        await _within.DisposeAsync();
        await _postgres.DisposeAsync();
        if (Kept is null)
            Directory.Delete(_folder, recursive: true);
    }
}
