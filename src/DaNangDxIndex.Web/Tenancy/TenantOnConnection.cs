using System.Data;
using System.Data.Common;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace DaNangDxIndex.Tenancy;

/// <summary>
/// Tells the database, on every opened connection, whose rows this scope may see. For the session, not the transaction:
/// a local setting would be gone after the first commit. Without a tenant the setting is emptied, and nothing is seen.
/// </summary>
internal sealed class TenantOnConnection(CurrentTenant current, Clusters clusters) : DbConnectionInterceptor
{
    /// <summary>The tables of this scope: on the cluster that its tenant stands on, without a tenant on the home cluster.</summary>
    public static DxIndexDb AtItsPlace(IServiceProvider services)
    {
        var db = new DxIndexDb(services.GetRequiredService<DbContextOptions<DxIndexDb>>());
        // Not by another data source in the options, which would have the mapping worked out anew for each cluster.
        if (services.GetRequiredService<CurrentTenant>().Tenant?.Cluster is { } name)
        {
            var pool = services.GetRequiredService<Clusters>().Of(name).Pool;
            db.Database.SetDbConnection(pool.CreateConnection(), contextOwnsConnection: true);
        }
        return db;
    }

    public override InterceptionResult ConnectionOpening(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        MustBeAtItsPlace(connection);
        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        MustBeAtItsPlace(connection);
        return ValueTask.FromResult(result);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        try
        {
            await TellAsync(connection, cancellationToken);
        }
        catch (NpgsqlException failed) when (failed.InnerException is not TimeoutException
            && connection is NpgsqlConnection { State: ConnectionState.Closed or ConnectionState.Broken } idle)
        {
            // The server was started anew while this connection lay in the pool; so do its neighbours there. Nothing has been asked yet.
            await idle.CloseAsync();
            NpgsqlConnection.ClearPool(idle);
            await idle.OpenAsync(cancellationToken);
            await TellAsync(idle, cancellationToken);
        }
    }

    /// <summary>Tables that were asked for before the tenant was entered look at the home cluster, whatever is asked of them.</summary>
    private void MustBeAtItsPlace(DbConnection connection)
    {
        if (clusters.Further.Count == 0 && current.Tenant?.Cluster is null)
            return;
        var place = clusters.Of(current.Tenant?.Cluster);
        if (connection.ConnectionString != place.Pool.ConnectionString)
            throw new InvalidOperationException(
                $"The tables of this scope were made before its tenant was entered, which stands on {place.Name}.");
    }

    private async Task TellAsync(DbConnection connection, CancellationToken ct)
    {
        await using var command = Command(connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private DbCommand Command(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandTimeout = ConnectionLimits.FirstAnswerSeconds;
        command.CommandText = "SELECT set_config('app.tenant_id', $1, false)";
        var parameter = command.CreateParameter();
        parameter.Value = current.Tenant?.Id.ToString() ?? "";
        command.Parameters.Add(parameter);
        return command;
    }
}
