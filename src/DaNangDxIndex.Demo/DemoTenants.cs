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
        await using var owner = DemoMark.Owner(services);
        foreach (var tenant in All)
            await LoadAsync(services, owner, tenant, ct);
    }

    /// <summary>All of a tenant or nothing: the mark "loaded" is set last, in the owner's hand.</summary>
    private static async Task LoadAsync(IServiceProvider services, NpgsqlDataSource owner, NewTenant added, CancellationToken ct)
    {
        if (await DemoMark.IsSetAsync(owner, added.Slug, "demo", ct))
        {
            await ExcuseAsync(owner, added.Slug, ct);
            return;
        }
        var tenant = await added.AddAsync(owner, ct);
        await ExcuseAsync(owner, added.Slug, ct);
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
        await DemoMark.SetAsync(owner, added.Slug, "demo", ct);
    }

    /// <summary>
    /// Its passwords are public, and its visitors do not have the phones of its people: nobody is asked for a second step, unless
    /// somebody who tries it out says so.
    /// </summary>
    private static async Task ExcuseAsync(NpgsqlDataSource owner, string slug, CancellationToken ct)
    {
        if (await DemoMark.IsSetAsync(owner, slug, "excused", ct))
            return;
        await NewTenant.AskForSecondFactorAsync(owner, slug, [], ct);
        await DemoMark.SetAsync(owner, slug, "excused", ct);
    }
}
