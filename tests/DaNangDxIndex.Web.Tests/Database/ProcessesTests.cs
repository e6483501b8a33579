using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DaNangDxIndex.Database.Embedded;
using DaNangDxIndex.Harness;
using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>The program itself, as processes over one data folder.</summary>
public sealed class ProcessesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dx-processes-").FullName;
    private readonly List<Process> _processes = [];

    [Fact]
    public async Task Four_started_at_once_on_a_fresh_folder_all_serve_and_outlive_the_first()
    {
        var addresses = Enumerable.Range(0, 4).Select(_ => Start()).ToList();
        await Task.WhenAll(addresses.Select(ServesAsync));
        var migrations = await TestApp.ListAsync(Connection(), "SELECT \"MigrationId\" FROM migration_history ORDER BY 1");
        migrations.ShouldBeUnique();
        (await TestApp.AskAsync<long>(Connection(), "SELECT count(*) FROM tenant")).ShouldBe(2);

        // Whoever is killed, also the one that had started PostgreSQL: the others go on.
        _processes[0].Kill();
        await Task.WhenAll(addresses.Skip(1).Select(ServesAsync));

        // All killed, and started again: what was left behind is taken over, and the data are there.
        foreach (var process in _processes)
            process.Kill();
        NpgsqlConnection.ClearAllPools();
        await ServesAsync(Start());
        (await TestApp.ListAsync(Connection(), "SELECT \"MigrationId\" FROM migration_history ORDER BY 1")).ShouldBe(migrations);
    }

    [Fact]
    public async Task Asked_to_stop_it_takes_its_server_along()
    {
        var address = Start();
        await ServesAsync(address);
        NpgsqlConnection.ClearAllPools();
        using (Process.Start("kill", ["-INT", _processes[0].Id.ToString(CultureInfo.InvariantCulture)]))
            await _processes[0].WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        Directory.EnumerateFiles(_folder, "postmaster.pid", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.Kill();
            process.Dispose();
        }
        NpgsqlConnection.ClearAllPools();
        // PostgreSQL goes with its parent; a moment later its folder can.
        for (var i = 0; i < 100 && Directory.EnumerateFiles(_folder, "postmaster.pid", SearchOption.AllDirectories).Any(); i++)
            Thread.Sleep(100);
        Directory.Delete(_folder, recursive: true);
    }

    private string Connection() => new LocalPostgres(_folder).Connection("dx_owner");

    private string Start()
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DaNangDxIndex.Web.dll"), "--contentRoot", _folder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DX_DEMO"] = "true", ["DX_DATA"] = _folder, ["DX_URLS"] = address },
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _processes.Add(process);
        return address;
    }

    private static async Task ServesAsync(string address)
    {
        using var http = new HttpClient();
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(200))
        {
            try
            {
                var answer = await http.GetAsync(new Uri($"{address}/health/ready"));
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException) when (clock.Elapsed < TimeSpan.FromMinutes(3))
            {
            }
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(3), address);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
