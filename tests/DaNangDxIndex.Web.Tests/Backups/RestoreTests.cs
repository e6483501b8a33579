using System.Diagnostics;
using System.Security.Cryptography;
using DaNangDxIndex.Database;
using DaNangDxIndex.Database.Embedded;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Harness;
using Npgsql;
using Xunit.Abstractions;

namespace DaNangDxIndex.Backups;

/// <summary>A backup goes into a cluster that was made a moment ago, and what comes out is what went in.</summary>
[Collection("the role of backups")]
public sealed partial class RestoreTests(TakenBackup taken, ITestOutputHelper output) : IClassFixture<TakenBackup>, IAsyncLifetime
{
    private readonly string _folder = RunFolder.Make("restored");

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_fresh_cluster_holds_the_same_rows_of_every_tenant_the_same_files_and_a_trail_that_holds()
    {
        await using var fresh = new LocalPostgres(Path.Combine(_folder, "data"), durable: false);
        await fresh.EnsureRunningAsync(CancellationToken.None);
        var store = Path.Combine(_folder, "evidence");
        var clock = Stopwatch.StartNew();

        var (code, told) = await ProgramVerb.RunAsync(new()
        {
            ["ConnectionStrings__Dx"] = fresh.Connection("dx_app"),
            ["ConnectionStrings__DxOwner"] = fresh.Connection("dx_owner"),
            ["DX_EVIDENCE"] = store,
        }, "restore", taken.Outcome.Folder, "--lang", "en");

        output.WriteLine($"{taken.Outcome.Manifest.Total} rows, {taken.Outcome.Files} files in {clock.Elapsed.TotalSeconds:0.0} s\n{told}");
        code.ShouldBe(0, told);
        told.ShouldContain("Rows, digests and trail agree.");
        var rows = await RowsAsync(fresh.Connection("dx_backup"));
        var before = await RowsAsync(taken.BackupAddress);
        before["backup_taken"] = rows["backup_taken"]; // A backup is noted when it is taken, so none holds the note of itself.
        RowCounts.Differences(before, rows).ShouldBeEmpty();
        rows["audit_entry"].Count.ShouldBe(2);
        rows["account"].Values.ShouldAllBe(count => count > 5);
        var (were, are) = (await EveryRow.DigestsAsync(taken.BackupAddress), await EveryRow.DigestsAsync(fresh.Connection("dx_backup")));
        were["backup_taken"] = are["backup_taken"];
        are.ShouldBe(were);
        Contents(store).ShouldBe(Contents(taken.Store));
        NpgsqlConnection.ClearAllPools();
    }

    [Fact]
    public async Task What_was_restored_is_no_target_for_another_and_a_store_with_files_only_where_it_is_said_to_have_survived()
    {
        var (owner, store) = (await EmptyAsync(), Path.Combine(_folder, "evidence"));
        (await RestoreAsync(owner, taken.Outcome.Folder, store)).Faults.ShouldBeEmpty();

        (await RefusalAsync(owner, taken.Outcome.Folder, Path.Combine(_folder, "other"))).ShouldBe("restore.not-empty");
        (await RefusalAsync(await EmptyAsync(), taken.Outcome.Folder, store)).ShouldBe("restore.evidence-is-there");
        File.Delete(Directory.EnumerateFiles(store, "*", SearchOption.AllDirectories).First());
        (await RestoreAsync(await EmptyAsync(), taken.Outcome.Folder, store, keepEvidence: true)).Faults.ShouldBeEmpty();
        Names(store).ShouldBe(Names(taken.Store));
    }

    [Fact]
    public async Task Files_of_a_bucket_come_back_into_another_bucket_with_their_digests()
    {
        await using var lost = new FakeObjectStore();
        await using var made = new FakeObjectStore();
        foreach (var name in Names(taken.Store))
            lost.Objects[name] = new(await File.ReadAllBytesAsync(Path.Combine(taken.Store, name)), DateTimeOffset.UtcNow);
        using var from = lost.Place(_folder);
        using var to = made.Place(_folder);
        var backup = await taken.TakeAsync(taken.BackupAddress, from, Path.Combine(_folder, "backups"));
        backup.Copied.ShouldBe(lost.Objects.Count);

        (await RestoreAsync(await EmptyAsync(), backup.Folder, to)).Faults.ShouldBeEmpty();

        made.Objects.Keys.ShouldBe(lost.Objects.Keys, ignoreOrder: true);
        made.Objects.ShouldAllBe(file => Path.GetFileName(file.Key) == Convert.ToHexStringLower(SHA256.HashData(file.Value.Content)));
        made.IsAway = true;
        var unfinished = await EmptyAsync();
        await Should.ThrowAsync<StoreAway>(() => RestoreAsync(unfinished, backup.Folder, to));
    }

    [Theory]
    [InlineData("manifest.json", "restore.partial")]
    [InlineData("database.dump", "restore.changed")]
    [InlineData("evidence.sha256", "restore.changed")]
    public async Task A_backup_that_broke_off_is_refused(string missing, string refusal)
    {
        var copy = taken.Copy();
        File.Delete(Path.Combine(copy, missing));
        (await RefusalAsync(await EmptyAsync(), copy)).ShouldBe(refusal);
    }

    [Fact]
    public async Task A_dump_that_was_cut_is_refused_before_anything_is_written()
    {
        var (copy, owner) = (taken.Copy(), await EmptyAsync());
        await using (var dump = new FileStream(Path.Combine(copy, "database.dump"), FileMode.Open))
            dump.SetLength(dump.Length / 2);
        (await RefusalAsync(owner, copy)).ShouldBe("restore.changed");
        (await TestApp.AskAsync<long>(owner, "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace")).ShouldBe(0);
    }

    [Fact]
    public async Task A_backup_of_another_version_of_another_form_or_of_nothing_is_refused()
    {
        (await RefusalAfterAsync(manifest => manifest with { Migrations = [.. manifest.Migrations.SkipLast(1)] }))
            .ShouldBe("restore.other-version");
        (await RefusalAfterAsync(manifest => manifest with { Form = 2 })).ShouldBe("restore.other-form");
        (await RefusalAfterAsync(manifest => manifest with { Postgres = 99 })).ShouldBe("restore.older-server");
        (await RefusalAfterAsync(manifest => manifest with { Rows = [] })).ShouldBe("restore.empty");
    }

    [Fact]
    public async Task Rows_that_the_manifest_names_and_the_dump_does_not_bring_are_told()
    {
        var copy = await ChangedAsync(manifest =>
        {
            manifest.Rows["account"].Keys.ToList().ForEach(tenant => manifest.Rows["account"][tenant]++);
            return manifest;
        });
        var outcome = await RestoreAsync(await EmptyAsync(), copy);
        outcome.Faults.Count.ShouldBe(2);
        outcome.Faults.ShouldAllBe(fault => fault.StartsWith("account "));
    }

    /// <summary>Roles belong to a server and are in no dump.</summary>
    [Fact]
    public async Task A_server_without_the_reader_is_refused_until_the_file_of_roles_has_run_there()
    {
        await using var fresh = new LocalPostgres(Path.Combine(_folder, "data"), durable: false);
        await fresh.EnsureRunningAsync(CancellationToken.None);
        var (owner, administrator) = (fresh.Connection("dx_owner"), fresh.Connection("postgres"));
        await TestApp.AskAsync<int>(administrator, "DROP ROLE dx_reader");

        var refused = await Should.ThrowAsync<BackupRefusal>(() => RestoreAsync(owner, taken.Outcome.Folder));

        refused.Code.ShouldBe("restore.no-reader");
        refused.Sentence.En.ShouldContain("The role dx_reader is missing on the server. Run Roles.sql there");
        (await TestApp.AskAsync<long>(owner, "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace")).ShouldBe(0);
        await TestApp.AskAsync<int>(administrator, EmbeddedSql.Roles());
        (await RestoreAsync(owner, taken.Outcome.Folder)).Faults.ShouldBeEmpty();
        NpgsqlConnection.ClearAllPools();
    }

    [Fact]
    public async Task It_restores_as_the_owner_only() =>
        (await RefusalAsync(new NpgsqlConnectionStringBuilder(await EmptyAsync()) { Username = "dx_app" }.ConnectionString,
            taken.Outcome.Folder)).ShouldBe("restore.not-the-owner");

    private static async Task<SortedDictionary<string, SortedDictionary<string, long>>> RowsAsync(string address)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync();
        return await RowCounts.ReadAsync(connection, CancellationToken.None);
    }

    private static IEnumerable<string> Names(string store) =>
        Directory.EnumerateFiles(store, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(store, file))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Contents(string store) => Names(store)
        .Select(name => $"{name} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(store, name))))}");

    private static async Task<string> EmptyAsync()
    {
        var (postgres, database) = await TestCluster.EmptyAsync();
        return postgres.Connection("dx_owner", database);
    }

    private Task<RestoreBackup.Outcome> RestoreAsync(string owner, string folder, string? store = null, bool keepEvidence = false) =>
        RestoreAsync(
            owner, folder, FolderOfFiles.Writable(store ?? Path.Combine(_folder, Guid.NewGuid().ToString("N"))), keepEvidence);

    private static Task<RestoreBackup.Outcome> RestoreAsync(string owner, string folder, IFilePlace place, bool keepEvidence = false) =>
        new RestoreBackup(new EvidenceStore(place)).HandleAsync(new(folder, Home(owner), keepEvidence), CancellationToken.None);

    private static Cluster Home(string owner) => new(Clusters.HomeName, new("", owner), Clusters.PoolOf(owner, "dx-restored"));

    private async Task<string> RefusalAsync(string owner, string folder, string? store = null) =>
        (await Should.ThrowAsync<BackupRefusal>(() => RestoreAsync(owner, folder, store))).Code;

    private async Task<string> RefusalAfterAsync(Func<BackupManifest, BackupManifest> change) =>
        await RefusalAsync(await EmptyAsync(), await ChangedAsync(change));

    private async Task<string> ChangedAsync(Func<BackupManifest, BackupManifest> change)
    {
        var path = Path.Combine(taken.Copy(), "manifest.json");
        var manifest = change(await BackupManifest.ReadAsync(path, CancellationToken.None));
        File.Delete(path);
        await manifest.WriteAsync(path, CancellationToken.None);
        return Path.GetDirectoryName(path) ?? "";
    }
}
