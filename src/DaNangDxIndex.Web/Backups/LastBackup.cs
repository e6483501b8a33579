using Npgsql;

namespace DaNangDxIndex.Backups;

/// <summary>
/// When the last whole backup was taken, kept in the database that it is of: the role that takes backups changes nothing, so the
/// application's writes it down.
/// </summary>
public sealed class LastBackup(NpgsqlDataSource application)
{
    /// <summary>Null where none was ever taken.</summary>
    public async Task<DateTimeOffset?> TakenAtAsync(CancellationToken ct)
    {
        await using var command = application.CreateCommand("SELECT max(taken_at) FROM backup_taken");
        command.CommandTimeout = 5;
        return await command.ExecuteScalarAsync(ct) is DateTime at ? new DateTimeOffset(at) : null;
    }

    public async Task KeepAsync(DateTimeOffset takenAt, CancellationToken ct)
    {
        await using var command = application.CreateCommand("INSERT INTO backup_taken (taken_at) VALUES ($1) ON CONFLICT DO NOTHING");
        command.Parameters.Add(new() { Value = takenAt });
        await command.ExecuteNonQueryAsync(ct);
    }
}
