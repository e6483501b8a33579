using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DaNangDxIndex.Tenancy;

/// <summary>
/// The connection of a scope's tables: to the cluster that its tenant stands on, without a tenant to the home cluster. It is not the
/// tables' own: they would close it also while a word is under way on it.
/// </summary>
internal sealed class ConnectionOfScope(CurrentTenant current, Clusters clusters) : IDisposable, IAsyncDisposable
{
    private NpgsqlConnection? _connection;

    public Cluster Place => clusters.Of(current.Tenant?.Cluster);

    /// <summary>Not by another data source in the options, which would have the mapping worked out anew for each cluster.</summary>
    public void Give(DxIndexDb db)
    {
        _connection = Place.Pool.CreateConnection();
        db.Database.SetDbConnection(_connection, contextOwnsConnection: false);
    }

    /// <summary>
    /// Nobody else may touch a connection on which a word is under way; what the scope asks next goes out on another one.
    /// </summary>
    public void LeaveTo(Task word, DxIndexDb db)
    {
        if (_connection is { } left)
            _ = DisposeAfterAsync(word, left);
        Give(db);
    }

    public void Dispose() => _connection?.Dispose();

    public ValueTask DisposeAsync() => _connection?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task DisposeAfterAsync(Task word, NpgsqlConnection left)
    {
        await word.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await left.DisposeAsync();
    }
}
