using DaNangDxIndex.Database;
using Npgsql;

namespace DaNangDxIndex.Placement;

/// <summary>The home cluster, where it is written down which tenant stands where. One move at a time holds it.</summary>
internal sealed class HomeOfMoves(OwnedPlace home) : IAsyncDisposable
{
    private const long Turn = 0x6478_6d6f_7665; // "dxmove"

    /// <exception cref="MoveRefusal">Another move runs.</exception>
    public static async Task<HomeOfMoves> BeginAsync(Clusters clusters, CancellationToken ct)
    {
        var home = await OwnedPlace.OpenAsync(clusters.Home, ct);
        // The turn goes with the connection, however the command ends.
        if (await home.AskAsync<bool>("SELECT pg_try_advisory_lock($1)", ct, Turn))
            return new(home);
        await home.DisposeAsync();
        throw MoveRefusal.Running();
    }

    public async Task<Guid?> FindAsync(string slug, CancellationToken ct) =>
        await home.AskAsync<Guid?>("SELECT id FROM tenant WHERE slug = $1", ct, slug);

    /// <summary>"home" or the name of a further cluster.</summary>
    public async Task<string> PlaceAsync(Guid tenant, CancellationToken ct) =>
        await home.AskAsync<string>("SELECT cluster FROM tenant WHERE id = $1 FOR UPDATE", ct, tenant) ?? Clusters.HomeName;

    /// <summary>In one statement; the row at the home cluster takes writes only of who stands there.</summary>
    public async Task SwitchAsync(Guid tenant, string? from, string? to, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            UPDATE tenant SET cluster = $2, closed_at = CASE WHEN $2 IS NULL THEN NULL ELSE coalesce(closed_at, now()) END
            WHERE id = $1 AND cluster IS NOT DISTINCT FROM $3
            """, home.Connection);
        command.Parameters.Add(new() { Value = tenant });
        command.Parameters.Add(new() { Value = (object?)to ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = (object?)from ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        if (await command.ExecuteNonQueryAsync(ct) != 1)
            throw MoveRefusal.Running();
    }

    /// <summary>After a failure: where the place is still the old one, it takes writes again. Who is away waits for the next try.</summary>
    public async Task StayAsync(Guid tenant, OwnedPlace from, CancellationToken ct)
    {
        try
        {
            // Connections of their own: those of the move may be in the middle of what failed.
            await using var asked = await OwnedPlace.OpenAsync(home.Cluster, ct);
            if (await new HomeOfMoves(asked).PlaceAsync(tenant, ct) != from.Cluster.Name)
                return;
            await using var opened = await OwnedPlace.OpenAsync(from.Cluster, ct);
            await opened.OpenAsync(tenant, ct);
        }
        catch (Exception away) when (away is NpgsqlException or MoveRefusal)
        {
            // Told as what it was in the first place; "dx tenant open" or the same command opens it.
        }
    }

    public ValueTask DisposeAsync() => home.DisposeAsync();
}
