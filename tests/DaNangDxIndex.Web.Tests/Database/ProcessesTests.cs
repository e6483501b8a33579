using System.Globalization;
using DaNangDxIndex.Database.Embedded;
using DaNangDxIndex.Harness;
using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>The program itself, as processes over one data folder.</summary>
public sealed class ProcessesTests : IDisposable
{
    private readonly string _folder = RunFolder.Make("processes");
    private readonly List<WebProcess> _processes = [];

    [Fact]
    public async Task Four_started_at_once_on_a_fresh_folder_all_serve_and_outlive_the_first()
    {
        var otherName = $"{_folder}-link";
        Directory.CreateSymbolicLink(otherName, _folder);
        try
        {
            var programs = Enumerable.Range(0, 4).Select(number => Start(number == 3 ? otherName : _folder)).ToList();
            await Task.WhenAll(programs.Select(program => program.UntilReadyAsync()));
            (await MigrationsAsync()).ShouldBe(EmbeddedSql.MigrationNames);
            (await TestApp.AskAsync<long>(Connection(), "SELECT count(*) FROM tenant")).ShouldBe(2);

            // Whoever is killed, also the one that had started PostgreSQL: the others go on.
            programs[0].Kill();
            await Task.WhenAll(programs.Skip(1).Select(program => program.UntilReadyAsync()));
        }
        finally
        {
            Directory.Delete(otherName);
        }
    }

    [Fact]
    public async Task After_web_and_PostgreSQL_were_killed_it_starts_again_and_tidies_up_what_others_left()
    {
        await PreparedFolder.CopyToAsync(_folder);
        var program = Start(_folder);
        await program.UntilReadyAsync();
        var sockets = new LocalPostgres(_folder).Sockets;
        var abandoned = Path.Combine(Path.GetDirectoryName(sockets) ?? "", "dx-000000000000");
        Directory.CreateDirectory(abandoned);
        await File.WriteAllTextAsync(Path.Combine(abandoned, ".s.PGSQL.5432.lock"), $"{Environment.ProcessId}\n/nowhere\n");

        // The server first: it is told to stop, and tidies up, as soon as the program is gone.
        WebProcess.Signal("KILL", Postmaster());
        program.Kill();
        NpgsqlConnection.ClearAllPools();
        // The numbers of the dead may be anybody's by now: here this test's own.
        await ReplaceNumberAsync(Path.Combine(sockets, ".s.PGSQL.5432.lock"));
        await ReplaceNumberAsync(Path.Combine(Cluster(), "postmaster.pid"));

        await Start(_folder).UntilReadyAsync();
        (await MigrationsAsync()).ShouldBe(EmbeddedSql.MigrationNames);
        Directory.Exists(abandoned).ShouldBeFalse();
    }

    [Fact]
    public async Task Asked_to_stop_it_takes_its_server_along()
    {
        await PreparedFolder.CopyToAsync(_folder);
        var program = Start(_folder);
        await program.UntilReadyAsync();
        program.Signal("TERM");
        (await program.ExitCodeAsync()).ShouldBe(0);
        Directory.EnumerateFiles(_folder, "postmaster.pid", SearchOption.AllDirectories).ShouldBeEmpty();
        Directory.Exists(new LocalPostgres(_folder).Sockets).ShouldBeFalse();
    }

    public void Dispose()
    {
        foreach (var process in _processes)
            process.Dispose();
        NpgsqlConnection.ClearAllPools();
        PrivateServer.Remove(_folder);
    }

    private WebProcess Start(string folder)
    {
        var program = WebProcess.OverFolder(folder);
        _processes.Add(program);
        return program;
    }

    private string Connection() => new LocalPostgres(_folder).Connection("dx_owner");

    private Task<List<string>> MigrationsAsync() =>
        TestApp.ListAsync(Connection(), "SELECT \"MigrationId\" FROM migration_history ORDER BY 1");

    private string Cluster() => Directory.EnumerateDirectories(_folder, "pg*").ShouldHaveSingleItem();

    private int Postmaster() => int.Parse(File.ReadLines(Path.Combine(Cluster(), "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private static async Task ReplaceNumberAsync(string file)
    {
        var lines = await File.ReadAllLinesAsync(file);
        lines[0] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(file, lines);
    }
}
