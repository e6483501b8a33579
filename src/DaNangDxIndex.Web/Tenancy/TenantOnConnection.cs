using System.Data;
using System.Data.Common;
using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace DaNangDxIndex.Tenancy;

/// <summary>
/// Tells the database, on every opened connection, whose rows this scope may see. For the session, not the transaction:
/// a local setting would be gone after the first commit. Without a tenant the setting is emptied, and nothing is seen.
/// </summary>
internal sealed class TenantOnConnection(CurrentTenant current) : DbConnectionInterceptor
{
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
