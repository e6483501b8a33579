using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Demo;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace DaNangDxIndex.Harness;

/// <summary>One database that is migrated and holds the demo tenants, in the run's one PostgreSQL. Fixtures take copies of it.</summary>
public static class TestCluster
{
    // Every program watches files by a handle of the kernel, of which a person has 128: so many programs at once look by themselves.
    static TestCluster() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");

    private static readonly Lazy<Task<TestPostgres>> Started = new(StartAsync);
    private static readonly SemaphoreSlim Copying = new(1, 1);
    private static int Copies;

    /// <summary>A fresh copy of the demo's database, by its name.</summary>
    public static async Task<(TestPostgres Postgres, string Database)> CopyAsync()
    {
        var postgres = await Started.Value;
        var database = $"copy_{Interlocked.Increment(ref Copies)}";
        await Copying.WaitAsync();
        try
        {
            // Files are copied in a quarter of the time that its pages take through the log.
            await postgres.ExecuteAsync($"CREATE DATABASE {database} TEMPLATE dx OWNER dx_owner STRATEGY FILE_COPY");
        }
        finally
        {
            Copying.Release();
        }
        return (postgres, database);
    }

    /// <summary>A database with nothing in it, for tests that migrate themselves.</summary>
    public static async Task<(TestPostgres Postgres, string Database)> EmptyAsync()
    {
        var postgres = await Started.Value;
        var database = $"empty_{Interlocked.Increment(ref Copies)}";
        await postgres.ExecuteAsync($"CREATE DATABASE {database} OWNER dx_owner");
        return (postgres, database);
    }

    private static async Task<TestPostgres> StartAsync()
    {
        var postgres = await TestPostgres.StartAsync();
        await using var host = Host(postgres.Connection("dx_app"), postgres.Connection("dx_owner"));
        await DemoTenants.LoadAsync(host.Services, CancellationToken.None);
        NpgsqlConnection.ClearAllPools();
        return postgres;
    }

    /// <summary>The run's one store of evidence; databases that are copies share it, as content has one name.</summary>
    public static string EvidenceFolder { get; } = Path.Combine(Path.GetTempPath(), $"dx-tests-{Environment.ProcessId}-evidence");

    internal static WebApplicationFactory<Program> Host(
        string application, string? owner, Dictionary<string, string>? settings = null, Action<IServiceCollection>? replace = null) =>
        new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
    {
        host.UseEnvironment("Production");
        host.UseSetting("ConnectionStrings:Dx", application);
        if (owner is not null)
            host.UseSetting("ConnectionStrings:DxOwner", owner);
        host.UseSetting("DX_SIGN_INS_PER_MINUTE", "100000");
        host.UseSetting("DX_REQUESTS_PER_ACCOUNT", "0");
        // Tests make the rounds of notices themselves, at moments of their own.
        host.UseSetting("DX_NOTICE_SECONDS", "0");
        host.UseSetting("DX_UPLOADS_PER_MINUTE", "100000");
        host.UseSetting("DX_EVIDENCE", EvidenceFolder);
        host.UseSetting("Serilog:MinimumLevel", "Error");
        foreach (var (name, value) in settings ?? [])
            host.UseSetting(name, value);
        host.ConfigureTestServices(services =>
        {
            // A password is as good in a test after one round as after two hundred thousand.
            services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<Account>>(new PasswordHashes(rounds: 1)));
            services.ConfigureDbContext<DxIndexDb>(SharedMapping.Share);
            replace?.Invoke(services);
        });
    });
}
