using DaNangDxIndex.Harness;
using DaNangDxIndex.Placement;

namespace DaNangDxIndex.Backups;

/// <summary>Backups where tenants stand on two clusters.</summary>
[Collection("the role of backups")]
public sealed class ClustersBackupTests(TwoClusters two) : IClassFixture<TwoClusters>, IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("dx-backups-").FullName;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task One_command_takes_every_cluster_and_each_is_restored_by_its_name()
    {
        await two.KeepFileAsync("khanh-hoa");
        var (code, told) = await RunAsync("backup", _root);
        code.ShouldBe(0, told);
        told.ShouldContain("north: no tenant stands there");
        await two.MoveAsync("north", "khanh-hoa");
        await Task.Delay(TimeSpan.FromSeconds(1)); // Folders are named by the second.

        (code, told) = await RunAsync("backup", _root);
        code.ShouldBe(0, told);
        var north = Directory.GetDirectories(_root, "*-north").ShouldHaveSingleItem();
        (await BackupManifest.ReadAsync(Path.Combine(north, "manifest.json"), CancellationToken.None)).Cluster.ShouldBe("north");
        told.ShouldContain($"{north}: 1 tenants");
        Directory.GetDirectories(_root, "2*Z").Length.ShouldBe(2);
        (await TestApp.AskAsync<long>(two.NorthOwner, "SELECT count(*) FROM backup_taken")).ShouldBe(1);

        var wrong = new Dictionary<string, string>(two.SettingsOfCommand, StringComparer.Ordinal)
        {
            ["Clusters__north__DxBackup"] = two.NorthOwner,
        };
        (await ProgramVerb.RunHereAsync(wrong, "backup", _root, "--cluster", "north", "--lang", "en")).Told
            .ShouldStartWith("north: The role in Clusters__north__DxBackup cannot be used");

        (code, told) = await RunAsync("restore", north, "--keep-evidence");
        (code, told.Contains("The backup is of the cluster north, not of home.", StringComparison.Ordinal)).ShouldBe((2, true), told);
        (code, told) = await RunAsync("restore", north, "--cluster", "north", "--keep-evidence");
        (code, told.Contains("not empty", StringComparison.Ordinal)).ShouldBe((2, true), told);
        var (postgres, database) = await TestCluster.EmptyAsync();
        (code, told) = await ProgramVerb.RunHereAsync(new(two.SettingsOfCommand, StringComparer.Ordinal)
        {
            ["Clusters__north__Dx"] = postgres.Connection("dx_app", database),
            ["Clusters__north__DxOwner"] = postgres.Connection("dx_owner", database),
        }, "restore", north, "--cluster", "north", "--keep-evidence", "--lang", "en");
        code.ShouldBe(0, told);
        told.ShouldContain("Rows, digests and trail agree.");
        await two.MoveAsync("home", "khanh-hoa");
    }

    [Fact]
    public async Task A_cluster_that_is_away_keeps_the_others_from_nothing_and_is_named()
    {
        var settings = new Dictionary<string, string>(two.SettingsOfCommand, StringComparer.Ordinal)
        {
            ["Clusters__north__Dx"] = "Host=/nonexistent;Username=dx_app;Database=dx",
        };
        var (code, told) = await ProgramVerb.RunHereAsync(settings, "backup", _root, "--lang", "en");
        code.ShouldBe(2, told);
        told.ShouldContain("north: Not finished");
        told.ShouldContain("2 tenants");
        (await ProgramVerb.RunHereAsync(settings, "backup", _root, "--cluster", "south", "--lang", "en")).Told
            .ShouldContain("No setting names the cluster south. There are: home, north.");
    }

    private Task<(int Code, string Told)> RunAsync(params string[] words) =>
        ProgramVerb.RunHereAsync(two.SettingsOfCommand, [.. words, "--lang", "en"]);
}
