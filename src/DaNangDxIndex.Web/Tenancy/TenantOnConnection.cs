using System.Data.Common;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DaNangDxIndex.Tenancy;

/// <summary>
/// Tells the database, on every opened connection, whose rows this scope may see and under which role, and waits for that word no longer
/// than a first word may take.
/// </summary>
internal sealed class TenantOnConnection(CurrentTenant current, AskingRole role, Clusters clusters, ConnectionOfScope scope)
    : DbConnectionInterceptor, IDisposable
{
    private readonly TenantTold _told = new(current, role);
    private Reach _reach = clusters.Home.Reach;
    private Queue? _joined;
    private long _since;

    /// <summary>The tables of this scope: on the cluster that its tenant stands on, without a tenant on the home cluster.</summary>
    public static DxIndexDb AtItsPlace(IServiceProvider services)
    {
        var db = new DxIndexDb(services.GetRequiredService<DbContextOptions<DxIndexDb>>());
        services.GetRequiredService<ConnectionOfScope>().Give(db);
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
        _reach = scope.Place.Reach;
        _since = _reach.MustNotBeAway();
        _joined = scope.Place.Queue;
        _joined.Join();
        return ValueTask.FromResult(result);
    }

    public override Task ConnectionFailedAsync(
        DbConnection connection, ConnectionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        LeaveQueue();
        if (Reach.IsInVain(eventData.Exception))
            _reach.WaitedInVain(_since);
        return Task.CompletedTask;
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => _told.Tell(connection);

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        LeaveQueue();
        var db = (DxIndexDb)eventData.Context!;
        // Not given up where the browser goes away: the word costs the database nothing, and a connection that hangs holds up whoever
        // gives it up.
        var told = _told.TellAsync(connection, db.AskedOnOpening, CancellationToken.None);
        try
        {
            await _reach.WordAsync(told, _since, cancellationToken);
            db.AskedOnOpening = null;
        }
        catch
        {
            if (told.IsCompleted)
                // What failed with the telling took it back. The next to ask opens the connection anew, and so tells anew.
                await connection.CloseAsync();
            else
                scope.LeaveTo(told, db);
            throw;
        }
    }

    /// <summary>Whoever went away while waiting for a connection.</summary>
    public void Dispose() => LeaveQueue();

    private void LeaveQueue()
    {
        _joined?.Leave();
        _joined = null;
    }

    /// <summary>Tables that were asked for before the tenant was entered look at the home cluster, whatever is asked of them.</summary>
    private void MustBeAtItsPlace(DbConnection connection)
    {
        if (clusters.Further.Count == 0 && current.Tenant?.Cluster is null)
            return;
        if (connection.ConnectionString != scope.Place.Pool.ConnectionString)
            throw new InvalidOperationException(
                $"The tables of this scope were made before its tenant was entered, which stands on {scope.Place.Name}.");
    }
}
