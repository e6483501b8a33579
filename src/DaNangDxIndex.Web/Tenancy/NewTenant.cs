using Npgsql;

namespace DaNangDxIndex.Tenancy;

/// <summary>A tenant to be added, by the database's owner. A slug that is there already stays as it is.</summary>
public sealed record NewTenant(string Slug, Bilingual Name, string Kind)
{
    public async Task AddAsync(NpgsqlDataSource owner, CancellationToken ct)
    {
        await using var command = owner.CreateCommand(
            "INSERT INTO tenant (slug, name_vi, name_en, kind) VALUES ($1, $2, $3, $4) ON CONFLICT (slug) DO NOTHING");
        foreach (var value in new[] { Slug, Name.Vi, Name.En, Kind })
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(ct);
    }
}
