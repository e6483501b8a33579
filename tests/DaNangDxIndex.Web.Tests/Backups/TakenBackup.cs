using DaNangDxIndex.Database;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DaNangDxIndex.Backups;

/// <summary>One backup of the demo's database with two files of evidence, taken once for all tests of a class.</summary>
public sealed class TakenBackup : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dx-backup-").FullName;

    public TestApp App { get; } = new();

    public string Store => Path.Combine(_folder, "store");

    public string Root => Path.Combine(_folder, "backups");

    public TakeBackup.Outcome Outcome { get; private set; } = null!;

    public string BackupAddress => new NpgsqlConnectionStringBuilder(App.Application)
    {
        Username = "dx_backup", Pooling = false,
    }.ConnectionString;

    public async Task InitializeAsync()
    {
        App.Settings["DX_EVIDENCE"] = Store;
        await App.InitializeAsync();
        await KeepFileAsync("da-nang", Shelf.Pdf());
        await KeepFileAsync("khanh-hoa", Shelf.Pdf());
        Outcome = await TakeAsync(BackupAddress);
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public LastBackup Last => App.Services.GetRequiredService<LastBackup>();

    public Task<TakeBackup.Outcome> TakeAsync(string address) => TakeAsync(address, Root);

    public Task<TakeBackup.Outcome> TakeAsync(string address, string root) => TakeAsync(address, new FolderOfFiles(Store), root);

    public Task<TakeBackup.Outcome> TakeAsync(string address, IFilePlace from, string root) =>
        new TakeBackup(new EvidenceStore(from), TimeProvider.System).HandleAsync(Home(address), root, CancellationToken.None);

    private Cluster Home(string backup)
    {
        var clusters = App.Services.GetRequiredService<Clusters>();
        return clusters.Home with { Addresses = clusters.Home.Addresses with { Backup = backup } };
    }

    /// <summary>A copy of the backup that a test may spoil.</summary>
    /// <param name="withEvidence">Of the evidence too; otherwise that lies beside it as before.</param>
    public string Copy(bool withEvidence = false)
    {
        var copy = Path.Combine(_folder, Guid.NewGuid().ToString("N"), "taken");
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.EnumerateFiles(Outcome.Folder))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        var (from, to) = (Path.Combine(Root, "evidence"), Path.Combine(Path.GetDirectoryName(copy) ?? "", "evidence"));
        if (!withEvidence)
        {
            Directory.CreateSymbolicLink(to, from);
            return copy;
        }
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var place = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place) ?? "");
            File.Copy(file, place);
        }
        return copy;
    }

    /// <summary>Content in the store and its row, as an upload leaves them.</summary>
    private Task<string> KeepFileAsync(string tenant, byte[] content) => App.InTenantAsync(tenant, async services =>
    {
        var store = services.GetRequiredService<EvidenceStore>();
        var received = await store.TakeAsync(
            services.GetRequiredService<CurrentTenant>().Required, new MemoryStream(content), CancellationToken.None);
        var db = services.GetRequiredService<DxIndexDb>();
        db.Add(new StoredFile(received.Digest, received.Size, received.Type, DateTimeOffset.UtcNow));
        await db.SaveChangesAsync();
        return received.Digest;
    });
}
