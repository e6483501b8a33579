using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Npgsql;

namespace DaNangDxIndex.Demo;

/// <summary>
/// The two tenants of the demonstration. Loaded once, at the first start on a private database, by one process; never in production.
/// </summary>
public static class DemoTenants
{
    private static readonly NewTenant[] All =
    [
        new("da-nang", new("Thành phố Đà Nẵng", "Da Nang City"), "city"),
        new("khanh-hoa", new("Tỉnh Khánh Hòa", "Khanh Hoa Province"), "province"),
    ];

    public static async Task LoadAsync(IServiceProvider services, CancellationToken ct)
    {
        var owner = services.GetRequiredService<DatabaseAddresses>().Owner
            ?? throw new InvalidOperationException("Demo tenants are made by the database's owner.");
        await using var dataSource = new NpgsqlDataSourceBuilder(owner).Build();
        foreach (var tenant in All)
            await LoadAsync(services, dataSource, tenant, ct);
    }

    /// <summary>All of a tenant or nothing: the mark "loaded" is set last, in the owner's hand.</summary>
    private static async Task LoadAsync(IServiceProvider services, NpgsqlDataSource owner, NewTenant added, CancellationToken ct)
    {
        await using var marked = owner.CreateCommand("SELECT settings ? 'demo' FROM tenant WHERE slug = $1");
        marked.Parameters.Add(new() { Value = added.Slug });
        if (await marked.ExecuteScalarAsync(ct) is true)
            return;
        var tenant = await added.AddAsync(owner, ct);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
        var db = scope.ServiceProvider.GetRequiredService<DxIndexDb>();
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            await DemoContents.LoadAsync(scope.ServiceProvider, tenant, ct);
            await transaction.CommitAsync(ct);
        }

        // An act of its own, with its own transaction; what is not published yet is published at the next start.
        await DemoPublication.PublishAsync(scope.ServiceProvider, tenant, ct);
        await using var mark = owner.CreateCommand("""UPDATE tenant SET settings = settings || '{"demo": true}' WHERE slug = $1""");
        mark.Parameters.Add(new() { Value = added.Slug });
        await mark.ExecuteNonQueryAsync(ct);
    }
}
