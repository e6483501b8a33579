using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

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

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private DbCommand Command(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = "SELECT set_config('app.tenant_id', $1, false)";
        var parameter = command.CreateParameter();
        parameter.Value = current.Tenant?.Id.ToString() ?? "";
        command.Parameters.Add(parameter);
        return command;
    }
}
