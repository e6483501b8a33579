using DaNangDxIndex.Database;
using Npgsql;

namespace DaNangDxIndex.Demo;

/// <summary>
/// That a part of the demo has been loaded into a tenant: kept in the tenant's settings, in the hand of the database's owner.
/// </summary>
internal static class DemoMark
{
    public static NpgsqlDataSource Owner(IServiceProvider services)
    {
        var address = services.GetRequiredService<DatabaseAddresses>().Owner;
        return new NpgsqlDataSourceBuilder(
            address ?? throw new InvalidOperationException("The demo is made by the database's owner.")).Build();
    }

    /// <summary>False also where there is no such tenant yet.</summary>
    public static async Task<bool> IsSetAsync(NpgsqlDataSource owner, string slug, string name, CancellationToken ct)
    {
        await using var asked = owner.CreateCommand("SELECT settings ? $2 FROM tenant WHERE slug = $1");
        asked.Parameters.Add(new() { Value = slug });
        asked.Parameters.Add(new() { Value = name });
        return await asked.ExecuteScalarAsync(ct) is true;
    }

    public static async Task SetAsync(NpgsqlDataSource owner, string slug, string name, CancellationToken ct)
    {
        await using var set = owner.CreateCommand(
            "UPDATE tenant SET settings = settings || jsonb_build_object($2::text, true) WHERE slug = $1");
        set.Parameters.Add(new() { Value = slug });
        set.Parameters.Add(new() { Value = name });
        await set.ExecuteNonQueryAsync(ct);
    }
}
