using System.Diagnostics;
using DaNangDxIndex.Database;
using DaNangDxIndex.Database.Embedded;
using Docker.DotNet;
using DotNet.Testcontainers.Configurations;
using Npgsql;
using Testcontainers.PostgreSql;

namespace DaNangDxIndex.Harness;

/// <summary>
/// The PostgreSQL of a test run: a container where a Docker engine answers within two seconds, otherwise a private cluster made by the
/// same code as the program's own. DX_TEST_POSTGRES=private chooses the cluster.
/// </summary>
public sealed class TestPostgres
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly Func<string, string, string> _connection;
    private readonly bool _inMemory;

    private TestPostgres(Func<string, string, string> connection, bool inMemory = false) =>
        (_connection, _inMemory) = (connection, inMemory);

    public string Connection(string role, string database = "dx") => _connection(role, database);

    public static async Task<TestPostgres> StartAsync() =>
        Environment.GetEnvironmentVariable("DX_TEST_POSTGRES") != "private" && await EngineAnswersAsync()
            ? await ContainerAsync()
            : await PrivateAsync();

    /// <summary>As the superuser, who makes and removes the databases, in one that nobody copies.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection("postgres", "postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Nobody asks this database again. Only memory is worth the work: a disk has room until the run ends.</summary>
    public Task ForgetAsync(string database) =>
        _inMemory ? ExecuteAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)") : Task.CompletedTask;

    /// <summary>Looking for the engine may itself hang on a socket that nobody serves, so it is waited for from outside.</summary>
    private static async Task<bool> EngineAnswersAsync()
    {
        try
        {
            return await Task.Run(PingAsync).WaitAsync(Patience);
        }
        catch (Exception failed) when (failed is TimeoutException or HttpRequestException or DockerApiException or IOException)
        {
            return false;
        }
    }

    private static async Task<bool> PingAsync()
    {
        if (TestcontainersSettings.OS.DockerEndpointAuthConfig is not { } endpoint)
            return false;
        using var client = endpoint.GetDockerClientBuilder(Guid.Empty).Build();
        await client.System.PingAsync();
        return true;
    }

    /// <summary>Debian's image: the ICU of Alpine's may sort otherwise.</summary>
    private static async Task<TestPostgres> ContainerAsync()
    {
        var container = new PostgreSqlBuilder("postgres:15")
            .WithUsername("postgres")
            .WithEnvironment("POSTGRES_HOST_AUTH_METHOD", "trust")
            .WithEnvironment("POSTGRES_INITDB_ARGS", "--locale=C.UTF-8 --locale-provider=icu --icu-locale=vi --no-sync")
            .WithCommand("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "autovacuum=off",
                "-c", "wal_level=minimal", "-c", "max_wal_senders=0",
                "-c", "max_connections=200")
            .Build();
        await container.StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => container.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(10));
        var postgres = new TestPostgres((role, database) => new NpgsqlConnectionStringBuilder
        {
            Host = container.Hostname,
            Port = container.GetMappedPublicPort(PostgreSqlBuilder.PostgreSqlPort),
            Username = role,
            Database = database,
            MaxPoolSize = 40,
        }.ConnectionString);
        await postgres.ExecuteAsync(EmbeddedSql.Roles());
        await postgres.ExecuteAsync("CREATE DATABASE dx OWNER dx_owner");
        return postgres;
    }

    private static async Task<TestPostgres> PrivateAsync()
    {
        RunFolder.RemoveLeftovers();
        var folder = RunFolder.Make("cluster");
        var postgres = new LocalPostgres(folder, durable: false);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(postgres, folder);
        await postgres.EnsureRunningAsync(CancellationToken.None);
        return new(postgres.Connection, RunFolder.IsInMemory);
    }

    private static void Remove(LocalPostgres postgres, string folder)
    {
        // Whoever started this process ends it in a moment, and what lies in memory would stay there: this outlives it.
        using var outlives = Process.Start("sh", ["-c", "exec </dev/null >/dev/null 2>&1; sleep 5; rm -rf \"$0\"", folder]);
        NpgsqlConnection.ClearAllPools();
        postgres.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(10));
    }
}
