using System.Diagnostics;
using Npgsql;

namespace DaNangDxIndex.Database.Embedded;

/// <summary>
/// A private PostgreSQL cluster in a folder: no port, a socket that only this user reaches, and the kernel itself says
/// who connects (peer). Any number of processes may use one folder; the first starts the server, the last stops it,
/// and whoever finds it gone starts it again.
/// </summary>
public sealed class LocalPostgres : IAsyncDisposable
{
    private const int HeldByAnother = 11; // EWOULDBLOCK
    private static readonly string[] Roles = ["postgres", "dx_owner", "dx_app", "dx_backup"];
    private readonly string _folder;
    private readonly PostgresBinaries _binaries;
    private readonly PostgresUser _user;
    private readonly bool _durable;
    private FileStream? _use;
    private PostgresServer? _server;

    /// <param name="folder">Made where it is missing.</param>
    /// <param name="durable">
    /// False only for tests: quicker, lost with the machine's power, and never tidied up, as a test's database does not live that long.
    /// </param>
    public LocalPostgres(string folder, bool durable = true)
    {
        _folder = DataFolder.Open(folder);
        _durable = durable;
        _binaries = PostgresBinaries.Find(_folder);
        _user = PostgresUser.For(_folder, _binaries);
        Sockets = SocketFolder.For(_folder);
    }

    /// <summary>Where the socket lies. A socket's path is limited to 107 bytes, so it cannot lie with the data.</summary>
    public string Sockets { get; }

    private string Data => Path.Combine(_folder, $"pg{_binaries.Major}");

    public string Connection(string role, string database = "dx") => new NpgsqlConnectionStringBuilder
    {
        Host = Sockets,
        Username = role,
        Database = database,
        MaxPoolSize = 40,
        IncludeErrorDetail = false,
    }.ConnectionString;

    public bool IsRunning => PostgresServer.StateOf(Data) == "ready";

    public async Task EnsureRunningAsync(CancellationToken ct)
    {
        using var turn = await TakeTurnAsync(ct);
        await PostgresServer.WaitForEndOfChangeAsync(Data, ct);
        if (!IsRunning)
        {
            SocketFolder.RemoveAbandoned();
            _user.MakeFolder(Sockets);
            if (!Directory.Exists(Data))
                MakeCluster();
            _user.MustOwn(Data);
            LetIn();
            SocketFolder.Empty(Sockets);
            _server?.Dispose();
            _server = await PostgresServer.StartAsync(_user.ServerCommand(_binaries.Postgres, ServerArguments()), Data, ct);
        }
        if (_use is null)
            await MakeDatabaseAsync(ct);
        _use ??= new FileStream(Path.Combine(_folder, "postgres.users"), FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
    }

    public async ValueTask DisposeAsync()
    {
        if (_use is null)
            return;
        using var turn = await TakeTurnAsync(CancellationToken.None);
        await _use.DisposeAsync();
        _use = null;
        if (NobodyElseUsesIt())
        {
            await PostgresServer.StopAsync(Data);
            Directory.Delete(Sockets, recursive: true);
        }
        _server?.Dispose();
    }

    private bool NobodyElseUsesIt()
    {
        try
        {
            using var alone = new FileStream(Path.Combine(_folder, "postgres.users"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>One process at a time looks after the cluster; the lock goes with the process, however it ends.</summary>
    private async Task<FileStream> TakeTurnAsync(CancellationToken ct)
    {
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(30, ct))
        {
            try
            {
                return new FileStream(Path.Combine(_folder, "postgres.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException taken) when (taken.HResult == HeldByAnother)
            {
                if (clock.Elapsed > TimeSpan.FromMinutes(2))
                    throw new CannotStart(
                        $"Another process has held {_folder}/postgres.lock for two minutes. Find it by fuser, and end it.", taken);
            }
        }
    }

    /// <summary>Made under another name and then renamed, so that a cluster begun and not finished is never taken for one.</summary>
    private void MakeCluster()
    {
        var unfinished = Data + ".new";
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        _user.MakeFolder(unfinished);
        List<string> plain = ["-D", unfinished, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--auth=peer"];
        if (!_durable)
            plain.Add("--no-sync");
        try
        {
            _user.MustRun(_binaries.Initdb, [.. plain, "--locale-provider=icu", "--icu-locale=vi"]);
        }
        catch (CannotStart withoutIcu) when (withoutIcu.Message.Contains("ICU", StringComparison.Ordinal))
        {
            _user.MustRun(_binaries.Initdb, plain);
        }
        File.WriteAllText(Path.Combine(unfinished, "pg_hba.conf"), "local all all peer map=dx\n");
        Directory.Move(unfinished, Data);
    }

    /// <summary>At every start: a cluster of an earlier version does not know a role that came later.</summary>
    private void LetIn() => File.WriteAllText(
        Path.Combine(Data, "pg_ident.conf"), string.Concat(Roles.Select(role => $"dx {Environment.UserName} {role}\n")));

    private IEnumerable<string> ServerArguments()
    {
        List<string> settings =
        [
            "listen_addresses=", $"unix_socket_directories={Sockets}", "unix_socket_permissions=0700", "max_connections=200",
            "timezone=UTC", "logging_collector=on", "log_filename=postgres-%a.log", "log_truncate_on_rotation=on",
        ];
        if (!_durable)
            settings.AddRange(["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off",
                // A copied database is not written a second time into the log.
                "wal_level=minimal", "max_wal_senders=0"]);
        return ["-D", Data, .. settings.SelectMany(setting => new[] { "-c", setting })];
    }

    private async Task MakeDatabaseAsync(CancellationToken ct)
    {
        await using var alone = Clusters.PoolOf(Connection("postgres", "postgres") + ";Pooling=false", "dx-makes");
        await using var connection = await alone.OpenConnectionAsync(ct);
        await using var roles = new NpgsqlCommand(EmbeddedSql.Roles(), connection);
        await roles.ExecuteNonQueryAsync(ct);
        await using var exists = new NpgsqlCommand("SELECT count(*) FROM pg_database WHERE datname = 'dx'", connection);
        if (await exists.ExecuteScalarAsync(ct) is > 0L)
            return;
        await using var create = new NpgsqlCommand("CREATE DATABASE dx OWNER dx_owner", connection);
        await create.ExecuteNonQueryAsync(ct);
    }
}
