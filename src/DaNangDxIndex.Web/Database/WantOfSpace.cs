using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>
/// The database refuses writes because its disk is full, and answers everything else: nobody could tell from its health otherwise.
/// </summary>
internal sealed class WantOfSpace(TimeProvider clock) : DbCommandInterceptor
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    private long _refused = long.MinValue;

    /// <summary>This process was refused within the last minute.</summary>
    public bool IsFelt => Interlocked.Read(ref _refused) is var refused and > long.MinValue && clock.GetElapsedTime(refused) < Remembered;

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Note(eventData.Exception);

    public override Task CommandFailedAsync(
        DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Note(eventData.Exception);
        return Task.CompletedTask;
    }

    public void Note(Exception refusal)
    {
        if (refusal is PostgresException { SqlState: PostgresErrorCodes.DiskFull })
            Interlocked.Exchange(ref _refused, clock.GetTimestamp());
    }
}
