using DaNangDxIndex.Database;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DaNangDxIndex.Placement;

/// <summary>
/// One web program over two clusters: "home" with the demo, and "north", empty but for its schema. Here two databases of one server, each
/// with its own pool, rows and policies; <see cref="TwoServers"/> are two. The command that moves is a program of its own.
/// </summary>
public class TwoClusters : IAsyncLifetime
{
    private readonly string _store = Directory.CreateTempSubdirectory("dx-placement-").FullName;
    private WebApplicationFactory<Program>? _mover;

    public TestApp App { get; } = new();

    /// <summary>The further cluster's connection strings: the owner's and the superuser's.</summary>
    public string NorthOwner { get; private set; } = "";

    public string NorthSuperuser { get; private set; } = "";

    /// <summary>As an operator sets them for a command.</summary>
    public Dictionary<string, string> SettingsOfCommand => new(StringComparer.Ordinal)
    {
        ["ConnectionStrings__Dx"] = App.Application,
        ["ConnectionStrings__DxOwner"] = App.Owner,
        ["Clusters__north__Dx"] = App.Settings["Clusters:north:Dx"],
        ["Clusters__north__DxOwner"] = NorthOwner,
        ["ConnectionStrings__DxBackup"] = AsBackup(App.Application),
        ["Clusters__north__DxBackup"] = AsBackup(NorthOwner),
        ["DX_EVIDENCE"] = _store,
    };

    private static string AsBackup(string address) =>
        new NpgsqlConnectionStringBuilder(address) { Username = "dx_backup" }.ConnectionString;

    public string Store => _store;

    public async Task InitializeAsync()
    {
        var north = await NorthAsync();
        (NorthOwner, NorthSuperuser) = (north("dx_owner"), north("postgres"));
        await using (var update = new SchemaUpdate(NorthOwner))
            await update.RunAsync(CancellationToken.None);
        App.Settings["Clusters:north:Dx"] = north("dx_app");
        App.Settings["DX_EVIDENCE"] = _store;
        await App.InitializeAsync();
        _mover = TestCluster.Host(App.Application, App.Owner, new(App.Settings, StringComparer.Ordinal)
        {
            ["Clusters:north:DxOwner"] = NorthOwner,
        });
    }

    /// <summary>An empty database with the roles, as the address of each.</summary>
    protected virtual async Task<Func<string, string>> NorthAsync()
    {
        var (postgres, database) = await TestCluster.EmptyAsync();
        return role => postgres.Connection(role, database);
    }

    public virtual async Task DisposeAsync()
    {
        if (_mover is not null)
            await _mover.DisposeAsync();
        await App.DisposeAsync();
        Directory.Delete(_store, recursive: true);
    }

    /// <summary>What was told, step by step.</summary>
    public async Task<List<string>> MoveAsync(string to, string slug = "da-nang", bool keep = false)
    {
        var told = new List<string>();
        var move = (_mover ?? throw new InvalidOperationException("not started")).Services.GetRequiredService<MoveTenant>();
        await move.HandleAsync(new(slug, to, keep, TimeSpan.Zero), step =>
        {
            told.Add(step.Done.En);
            return Task.CompletedTask;
        }, CancellationToken.None);
        return told;
    }

    public async Task<string> RefusalAsync(string to, string slug = "da-nang") =>
        (await Should.ThrowAsync<RuleViolation>(() => MoveAsync(to, slug))).Code;

    /// <summary>Of everything that a tenant has at a place: rows and digest of each table that is not empty.</summary>
    public static async Task<List<string>> ContentsAsync(string superuser, string slug)
    {
        await using var connection = new NpgsqlConnection(superuser + ";Timezone=UTC");
        await connection.OpenAsync();
        await using var asked = new NpgsqlCommand($"SELECT id FROM tenant WHERE slug = '{slug}'", connection);
        if (await asked.ExecuteScalarAsync() is not Guid tenant)
            return [];
        var found = new List<string>();
        foreach (var table in await TenantTable.ListAsync(connection, CancellationToken.None))
        {
            var contents = await table.ReadAsync(connection, tenant, CancellationToken.None);
            if (contents.Rows > 0)
                found.Add($"{table.Name} {contents.Rows} {contents.Digest}");
        }
        return found;
    }

    /// <summary>Content in the store and its row, as an upload leaves them.</summary>
    public Task<string> KeepFileAsync(string tenant) => App.InTenantAsync(tenant, async services =>
    {
        var place = services.GetRequiredService<CurrentTenant>().Required;
        var received = await services.GetRequiredService<EvidenceStore>()
            .TakeAsync(place, new MemoryStream(Shelf.Pdf()), CancellationToken.None);
        var db = services.GetRequiredService<DxIndexDb>();
        db.Add(new StoredFile(received.Digest, received.Size, received.Type, DateTimeOffset.UtcNow));
        await db.SaveChangesAsync();
        return EvidenceStore.NameOf(place.Id, received.Digest);
    });
}
