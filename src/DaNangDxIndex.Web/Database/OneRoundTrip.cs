using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>
/// Queries that go to the database together and are answered in one go; each sees what stands when its turn comes, so what is asked after a
/// lock is never older than the lock. In the transaction that there is, on the connection that the tenant was told on.
/// </summary>
internal sealed class OneRoundTrip(DxIndexDb db)
{
    private readonly List<NpgsqlBatchCommand> _asked = [];
    private readonly List<Action<NpgsqlDataReader>> _takes = [];
    private readonly RecurringTexts _texts = new();

    /// <param name="which">What follows "SELECT … FROM table": "WHERE year = $1".</param>
    /// <param name="values">Of $1, $2 …</param>
    /// <returns>Filled when the answers are there; nothing in it is tracked.</returns>
    public IReadOnlyList<T> Rows<T>(string which, params ReadOnlySpan<object> values)
        where T : class
    {
        var rows = Database.Rows<T>.Of(db);
        return Ask($"{rows.Select} {which}", values, row => rows.Read(row, _texts));
    }

    /// <param name="table">Another table of the same columns.</param>
    public IReadOnlyList<T> RowsIn<T>(string table, string which, params ReadOnlySpan<object> values)
        where T : class
    {
        var rows = Database.Rows<T>.Of(db);
        return Ask($"{rows.SelectFrom(table)} {which}", values, row => rows.Read(row, _texts));
    }

    /// <summary>Rows of another form, read one by one.</summary>
    public IReadOnlyList<T> Each<T>(string sql, Func<NpgsqlDataReader, T> read, params ReadOnlySpan<object> values) =>
        Ask(sql, values, read);

    public async Task SendAsync(CancellationToken ct)
    {
        // It stays open until the scope ends: on each opening the database is told the tenant anew.
        await db.Database.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(
            (NpgsqlConnection)db.Database.GetDbConnection(), db.Database.CurrentTransaction?.GetDbTransaction() as NpgsqlTransaction);
        foreach (var command in _asked)
            batch.BatchCommands.Add(command);
        await using var answers = await batch.ExecuteReaderAsync(ct);
        foreach (var take in _takes)
        {
            while (await answers.ReadAsync(ct))
                take(answers);
            await answers.NextResultAsync(ct);
        }
    }

    private List<T> Ask<T>(string sql, ReadOnlySpan<object> values, Func<NpgsqlDataReader, T> read)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        _asked.Add(command);
        var found = new List<T>();
        _takes.Add(row => found.Add(read(row)));
        return found;
    }
}
