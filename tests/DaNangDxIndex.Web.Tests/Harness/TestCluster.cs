using DaNangDxIndex.Database;
using DaNangDxIndex.Demo;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Npgsql;

namespace DaNangDxIndex.Harness;

/// <summary>
/// One private PostgreSQL for the whole run, made by the same code as the program's own, with one database that is migrated
/// and holds the demo tenants. Fixtures take copies of it.
/// </summary>
public static class TestCluster
{
    private static readonly Lazy<Task<LocalPostgres>> Started = new(StartAsync);
    private static readonly SemaphoreSlim Copying = new(1, 1);
    private static int _copies;

    /// <summary>A fresh copy of the demo's database, by its name.</summary>
    public static async Task<(LocalPostgres Postgres, string Database)> CopyAsync()
    {
        var postgres = await Started.Value;
        var database = $"copy_{Interlocked.Increment(ref _copies)}";
        await Copying.WaitAsync();
        try
        {
            await ExecuteAsync(postgres, $"CREATE DATABASE {database} TEMPLATE dx OWNER dx_owner");
        }
        finally
        {
            Copying.Release();
        }
        return (postgres, database);
    }

    /// <summary>A database with nothing in it, for tests that migrate themselves.</summary>
    public static async Task<(LocalPostgres Postgres, string Database)> EmptyAsync()
    {
        var postgres = await Started.Value;
        var database = $"empty_{Interlocked.Increment(ref _copies)}";
        await ExecuteAsync(postgres, $"CREATE DATABASE {database} OWNER dx_owner");
        return (postgres, database);
    }

    private static async Task<LocalPostgres> StartAsync()
    {
        RemoveLeftovers();
        var folder = Path.Combine(Path.GetTempPath(), $"dx-tests-{Environment.ProcessId}");
        var postgres = new LocalPostgres(folder, durable: false);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(postgres, folder);
        await postgres.EnsureRunningAsync(CancellationToken.None);
        await using var host = Host(postgres.Connection("dx_app"), postgres.Connection("dx_owner"));
        await DemoTenants.LoadAsync(host.Services, CancellationToken.None);
        NpgsqlConnection.ClearAllPools();
        return postgres;
    }

    internal static WebApplicationFactory<Program> Host(string application, string? owner) => new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
    {
        host.UseEnvironment("Production");
        host.UseSetting("ConnectionStrings:Dx", application);
        if (owner is not null)
            host.UseSetting("ConnectionStrings:DxOwner", owner);
        host.UseSetting("DX_SIGN_INS_PER_MINUTE", "100000");
        host.UseSetting("Serilog:MinimumLevel", "Error");
    });

    private static async Task ExecuteAsync(LocalPostgres postgres, string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.Connection("postgres", "postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A run that was killed could not tidy up after itself.</summary>
    private static void RemoveLeftovers()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), "dx-tests-*").Where(folder => !Directory.Exists($"/proc/{folder.Split('-')[^1]}")))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException)
            {
                // Another run tidies it up at this moment.
            }
        }
    }

    private static void Remove(LocalPostgres postgres, string folder)
    {
        NpgsqlConnection.ClearAllPools();
        postgres.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(10));
        Directory.Delete(folder, recursive: true);
    }
}
