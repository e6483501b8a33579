using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Database;

/// <summary>
/// What the person who starts the program can mend is one sentence outside the log and exit code 1: no stack trace, no hang.
/// </summary>
public sealed class RefusesToStartTests(TestApp app) : IClassFixture<TestApp>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dx-refused-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Data_of_another_PostgreSQL_are_not_left_behind_for_a_new_empty_demo()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "pg99"));
        (await RefusalAsync(WebProcess.OverFolder(_folder))).ShouldContain($"The data in {_folder} are of PostgreSQL 99");
        Directory.EnumerateFileSystemEntries(_folder).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written() =>
        (await RefusalAsync(WebProcess.OverFolder("/proc/dx"))).ShouldContain("The data folder /proc/dx cannot be written");

    /// <summary>On a first start, and where data of an earlier one lie.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_system_that_is_read_only(bool hasData)
    {
        if (hasData)
            await PreparedFolder.CopyToAsync(_folder);
        var before = Directory.EnumerateFileSystemEntries(_folder, "*", SearchOption.AllDirectories).Count();
        // Where nobody may mount, the kernel's own is mounted so.
        var folder = ReadOnlyMount.IsAllowed ? _folder : "/sys/dx";
        var refusal = await RefusalAsync(
            ReadOnlyMount.IsAllowed ? WebProcess.OverFolder(folder, ReadOnlyMount.Of(folder)) : WebProcess.OverFolder(folder));
        refusal.ShouldContain($"The data folder {folder} cannot be written");
        if (ReadOnlyMount.IsAllowed)
            refusal.ShouldContain("Read-only file system");
        Directory.EnumerateFileSystemEntries(_folder, "*", SearchOption.AllDirectories).Count().ShouldBe(before);
    }

    [Theory]
    [InlineData("Clusters__North__Dx", "Host=north", "\"North\" in Clusters__North__Dx cannot name a cluster")]
    [InlineData("Clusters__home__Dx", "Host=north", "\"home\" in Clusters__home__Dx cannot name a cluster")]
    [InlineData("Clusters__north__DxOwner", "Host=north", "Clusters__north__Dx is not set")]
    [InlineData("Clusters__north__Dx", "north", "Clusters__north__Dx is no connection string")]
    public async Task A_further_cluster_that_is_set_wrongly(string name, string value, string sentence) =>
        (await RefusalAsync(WebProcess.OverDatabase(app.Application, (name, value)))).ShouldContain(sentence);

    [Fact]
    public async Task A_file_in_the_place_of_the_folder()
    {
        var file = Path.Combine(_folder, "data");
        await File.WriteAllTextAsync(file, "");
        (await RefusalAsync(WebProcess.OverFolder(file))).ShouldContain($"The data folder {file} cannot be written");
    }

    [Fact]
    public async Task Data_that_belong_to_another_user()
    {
        // Only root makes folders that belong to somebody else; anybody makes links to one that is root's, whom PostgreSQL never runs as.
        foreach (var major in Enumerable.Range(15, 10))
            Directory.CreateSymbolicLink(Path.Combine(_folder, $"pg{major}"), "/proc");
        (await RefusalAsync(WebProcess.OverFolder(_folder))).ShouldContain("belongs to root, and PostgreSQL would run as");
    }

    /// <summary>What is wrong with its settings it says at once, what is wrong with who is let in only in its own log.</summary>
    [Theory]
    [InlineData("postgresql.conf", "shared_buffers = nonsense", "invalid value for parameter \"shared_buffers\": \"nonsense\"")]
    [InlineData("pg_hba.conf", "local all all nonsense", "invalid authentication method \"nonsense\"")]
    public async Task A_server_that_does_not_start_is_quoted_with_its_last_words(string file, string line, string words)
    {
        await PreparedFolder.CopyToAsync(_folder);
        await File.AppendAllTextAsync(Path.Combine(Cluster(), file), $"\n{line}\n");
        var refusal = await RefusalAsync(WebProcess.OverFolder(_folder));
        refusal.ShouldContain($"PostgreSQL does not start on {Cluster()}: ");
        refusal.ShouldContain(words, customMessage: refusal);
    }

    /// <summary>As by pg_ctl, which takes whatever name it is given; a second server would spoil the data.</summary>
    [Fact]
    public async Task Data_that_are_served_under_another_name()
    {
        await PreparedFolder.CopyToAsync(_folder);
        var other = Path.Combine(_folder, "other");
        Directory.CreateSymbolicLink(other, Cluster());
        using var server = Process.Start(new ProcessStartInfo("bash", ["-c", "exec -a postgres bash -c 'read -r' -D \"$0\"", other])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
        }).ShouldNotBeNull();
        await Eventually.HoldsAsync(async () => (await File.ReadAllTextAsync($"/proc/{server.Id}/cmdline"))
            .StartsWith("postgres", StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(Cluster(), "postmaster.pid"), $"{server.Id}\n");
        try
        {
            (await RefusalAsync(WebProcess.OverFolder(_folder))).ShouldContain($"is served already under its other name {other}");
            File.Exists(Path.Combine(Cluster(), "postmaster.pid")).ShouldBeTrue("it is the other's");
        }
        finally
        {
            server.StandardInput.Close();
            await server.WaitForExitAsync();
        }
    }

    private string Cluster() => Directory.EnumerateDirectories(_folder, "pg*").ShouldHaveSingleItem();

    [Fact]
    public async Task A_link_to_a_PostgreSQL_that_was_removed()
    {
        foreach (var program in (string[])["initdb", "postgres"])
            File.CreateSymbolicLink(Path.Combine(_folder, program), $"/nowhere/{program}");
        var refusal = await RefusalAsync(WebProcess.OverFolder(Path.Combine(_folder, "data"), ("DX_POSTGRES", _folder)));
        refusal.ShouldContain("No PostgreSQL 15 or newer was found that runs");
    }

    [Fact]
    public async Task An_address_that_another_program_serves()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var refusal = await RefusalAsync(WebProcess.OverDatabase(app.Application, ("DX_URLS", $"http://{other.LocalEndpoint}")));
        refusal.ShouldContain("address already in use");
        refusal.ShouldContain("DX_URLS");
    }

    [Fact]
    public async Task A_database_that_is_not_there() =>
        (await RefusalAsync(WebProcess.OverDatabase("Host=127.0.0.1;Port=1;Username=dx_app;Database=dx"))).ShouldContain("does not serve");

    [Fact]
    public async Task A_role_that_the_guard_does_not_bind() =>
        (await RefusalAsync(WebProcess.OverDatabase(app.Owner))).ShouldContain("bypasses row level security");

    [Fact]
    public async Task A_role_that_cannot_become_the_reader_of_public_answers() =>
        (await RefusalAsync(WebProcess.OverDatabase(app.Owner))).ShouldContain("may not become dx_reader");

    [Fact]
    public async Task A_role_that_is_the_reader_of_public_answers_at_all_times() =>
        (await RefusalAsync(WebProcess.OverDatabase(app.Superuser))).ShouldContain("has the bounds of dx_reader at all times");

    /// <summary>What it said outside its log, whose lines are JSON.</summary>
    private static async Task<string> RefusalAsync(WebProcess program)
    {
        using (program)
        {
            (await program.ExitCodeAsync()).ShouldBe(1, program.Said);
            return program.Said.Split('\n').Where(line => line.Length > 0 && !line.StartsWith('{')).ShouldHaveSingleItem();
        }
    }
}
