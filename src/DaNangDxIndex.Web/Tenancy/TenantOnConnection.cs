using System.Data;
using System.Data.Common;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace DaNangDxIndex.Tenancy;

/// <summary>
/// Tells the database, on every opened connection, whose rows this scope may see and under which role. For the session, not the
/// transaction: a local setting would be gone after the first commit. Without a tenant the setting is emptied, and nothing is seen. Always
/// both, so that nothing rests on what a pool resets.
/// </summary>
internal sealed class TenantOnConnection(CurrentTenant current, AskingRole role, Clusters clusters) : DbConnectionInterceptor
{
    private Reach? _reach;
    private long _since;

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
        _reach = clusters.Of(current.Tenant?.Cluster).Reach;
        _since = _reach.MustNotBeAway();
        return ValueTask.FromResult(result);
    }

    public override Task ConnectionFailedAsync(
        DbConnection connection, ConnectionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        TellOfWaiting(eventData.Exception);
        return Task.CompletedTask;
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var telling = Telling(connection);
        telling.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        try
        {
            await TellOrAgainAsync(connection, eventData.Context, cancellationToken);
            _reach?.Answered();
        }
        catch (Exception failed)
        {
            TellOfWaiting(failed);
            // What failed with the telling took it back. The next to ask opens the connection anew, and so tells anew.
            await connection.CloseAsync();
            throw;
        }
    }

    private void TellOfWaiting(Exception failed)
    {
        if (Reach.IsInVain(failed))
            _reach?.WaitedInVain(_since);
    }

    private async Task TellOrAgainAsync(DbConnection connection, DbContext? asking, CancellationToken ct)
    {
        try
        {
            await TellAsync(connection, asking, ct);
        }
        catch (NpgsqlException failed) when (failed.InnerException is not TimeoutException
            && connection is NpgsqlConnection { State: ConnectionState.Closed or ConnectionState.Broken } idle)
        {
            // The server was started anew while this connection lay in the pool; so do its neighbours there. Nothing has been asked yet.
            await idle.CloseAsync();
            NpgsqlConnection.ClearPool(idle);
            await idle.OpenAsync(ct);
            await TellAsync(idle, asking, ct);
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

    /// <summary>What is asked first comes behind the telling, in the same go.</summary>
    private async Task TellAsync(DbConnection connection, DbContext? asking, CancellationToken ct)
    {
        await using var batch = Telling(connection);
        var db = asking as DxIndexDb;
        db?.AskedOnOpening?.AddTo(batch);
        await using var answers = await batch.ExecuteReaderAsync(ct);
        await answers.NextResultAsync(ct);
        if (db?.AskedOnOpening is not { } first)
            return;
        await first.TakeAsync(answers, ct);
        db.AskedOnOpening = null;
    }

    private NpgsqlBatch Telling(DbConnection connection)
    {
        var telling = new NpgsqlBatchCommand("SELECT set_config('app.tenant_id', $1, false), set_config('role', $2, false)");
        telling.Parameters.Add(new() { Value = current.Tenant?.Id.ToString() ?? "" });
        telling.Parameters.Add(new() { Value = role.Name });
        return new((NpgsqlConnection)connection) { Timeout = ConnectionLimits.FirstAnswerSeconds, BatchCommands = { telling } };
    }
}
