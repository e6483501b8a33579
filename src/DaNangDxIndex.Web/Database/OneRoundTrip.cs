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
    private readonly List<(string Sql, object[] Values)> _asked = [];
    private readonly List<Action<NpgsqlDataReader>> _takes = [];
    private readonly List<Action> _forget = [];
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

    /// <param name="around">The whole query, of "SELECT … FROM table".</param>
    public IReadOnlyList<T> RowsWithin<T>(Func<string, string> around, params ReadOnlySpan<object> values)
        where T : class
    {
        var rows = Database.Rows<T>.Of(db);
        return Ask(around(rows.Select), values, row => rows.Read(row, _texts));
    }

    /// <summary>Rows of another form, read one by one.</summary>
    public IReadOnlyList<T> Each<T>(string sql, Func<NpgsqlDataReader, T> read, params ReadOnlySpan<object> values) =>
        Ask(sql, values, read);

    /// <summary>Rows that are gathered otherwise than in a list.</summary>
    /// <param name="forget">What was gathered, where it is asked once more.</param>
    public void Take(string sql, Action forget, Action<NpgsqlDataReader> take, params ReadOnlySpan<object> values)
    {
        _asked.Add((sql, values.ToArray()));
        _forget.Add(forget);
        _takes.Add(take);
    }

    /// <summary>
    /// Where nothing has been asked in this scope: together with the word whose rows these are, in one go and within its time. For what is
    /// found at one place.
    /// </summary>
    public async Task SendFirstAsync(CancellationToken ct)
    {
        db.AskedOnOpening = this;
        try
        {
            await db.Database.OpenConnectionAsync(ct);
            if (db.AskedOnOpening is null)
                return;
        }
        finally
        {
            // Whatever became of it, what opens a connection next asks for something else.
            db.AskedOnOpening = null;
        }

        await SendAsync(ct);
    }

    public async Task SendAsync(CancellationToken ct)
    {
        // It stays open until the scope ends: on each opening the database is told the tenant anew.
        await db.Database.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(
            (NpgsqlConnection)db.Database.GetDbConnection(), db.Database.CurrentTransaction?.GetDbTransaction() as NpgsqlTransaction);
        AddTo(batch);
        await using var answers = await batch.ExecuteReaderAsync(ct);
        await TakeAsync(answers, ct);
    }

    /// <summary>Behind what the batch asks already; sent once more, it is answered anew.</summary>
    public void AddTo(NpgsqlBatch batch)
    {
        foreach (var forget in _forget)
            forget();
        foreach (var (sql, values) in _asked)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var value in values)
                command.Parameters.Add(new() { Value = value });
            batch.BatchCommands.Add(command);
        }
    }

    public async Task TakeAsync(NpgsqlDataReader answers, CancellationToken ct)
    {
        foreach (var take in _takes)
        {
            while (await answers.ReadAsync(ct))
                take(answers);
            await answers.NextResultAsync(ct);
        }
    }

    private List<T> Ask<T>(string sql, ReadOnlySpan<object> values, Func<NpgsqlDataReader, T> read)
    {
        var found = new List<T>();
        Take(sql, found.Clear, row => found.Add(read(row)), values);
        return found;
    }
}
