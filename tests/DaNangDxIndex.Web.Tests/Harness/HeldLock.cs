using Npgsql;

namespace DaNangDxIndex.Harness;

/// <summary>Somebody else's transaction that has done its work and not yet ended, so that the order of events is certain.</summary>
public sealed class HeldLock : IAsyncDisposable
{
    private readonly TestApp _app;
    private readonly NpgsqlConnection _connection;

    private HeldLock(TestApp app, NpgsqlConnection connection) => (_app, _connection) = (app, connection);

    /// <param name="sql">What takes the lock, as the superuser.</param>
    public static async Task<HeldLock> ByAsync(TestApp app, string sql)
    {
        var connection = new NpgsqlConnection(app.Superuser + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"BEGIN; {sql}", connection);
        await command.ExecuteNonQueryAsync();
        return new(app, connection);
    }

    /// <summary>Until so many connections of this database wait for a lock.</summary>
    public async Task WaitedForAsync(int connections)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var waiting = await TestApp.AskAsync<long>(
                _app.Superuser, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
            if (waiting >= connections)
                return;
            await Task.Delay(25);
        }
        Assert.Fail($"{connections} connections were to wait for the lock.");
    }

    public Task CommitAsync() => EndAsync("COMMIT");

    public Task RollbackAsync() => EndAsync("ROLLBACK");

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task EndAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync();
    }
}
