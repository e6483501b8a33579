using System.Data;
using System.Data.Common;
using DaNangDxIndex.Database;
using Npgsql;

namespace DaNangDxIndex.Tenancy;

/// <summary>
/// The word itself. For the session, not the transaction: a local setting would be gone after the first commit. Without a tenant the
/// setting is emptied, and nothing is seen. Always both, so that nothing rests on what a pool resets.
/// </summary>
internal sealed class TenantTold(CurrentTenant current, AskingRole role)
{
    public void Tell(DbConnection connection)
    {
        using var word = WordOn(connection);
        word.ExecuteNonQuery();
    }

    /// <param name="first">What is asked first comes behind the word, in the same go.</param>
    public async Task TellAsync(DbConnection connection, OneRoundTrip? first, CancellationToken ct)
    {
        try
        {
            await TellOnceAsync(connection, first, ct);
        }
        catch (NpgsqlException failed) when (failed.InnerException is not TimeoutException
            && connection is NpgsqlConnection { State: ConnectionState.Closed or ConnectionState.Broken } idle)
        {
            // The server was started anew while this connection lay in the pool; so do its neighbours there. Nothing has been asked yet.
            await idle.CloseAsync();
            NpgsqlConnection.ClearPool(idle);
            await idle.OpenAsync(ct);
            await TellOnceAsync(idle, first, ct);
        }
    }

    private async Task TellOnceAsync(DbConnection connection, OneRoundTrip? first, CancellationToken ct)
    {
        await using var batch = WordOn(connection);
        first?.AddTo(batch);
        await using var answers = await batch.ExecuteReaderAsync(ct);
        await answers.NextResultAsync(ct);
        if (first is not null)
            await first.TakeAsync(answers, ct);
    }

    private NpgsqlBatch WordOn(DbConnection connection)
    {
        var word = new NpgsqlBatchCommand("SELECT set_config('app.tenant_id', $1, false), set_config('role', $2, false)");
        word.Parameters.Add(new() { Value = current.Tenant?.Id.ToString() ?? "" });
        word.Parameters.Add(new() { Value = role.Tell() });
        // Whoever asked waits for it no longer than a first answer may take (Reach).
        return new((NpgsqlConnection)connection) { Timeout = ConnectionLimits.GivenUpAfterSeconds, BatchCommands = { word } };
    }
}
