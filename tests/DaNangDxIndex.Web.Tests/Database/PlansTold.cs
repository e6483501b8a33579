using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>
/// How the server answered each question, as its own auto_explain tells on the connection.
/// </summary>
internal sealed partial class PlansTold : DbConnectionInterceptor
{
    private readonly ConcurrentQueue<string> _told = [];

    /// <summary>A table that was read: by which index and condition, "" where all was read, and for which question.</summary>
    public sealed record Reading(string Table, string Index, string Condition, string Question)
    {
        public bool IsByTenantAlone => !IsFirstFew && !Condition.Contains(" AND ", StringComparison.Ordinal);

        /// <summary>In the order of an index, every row wanted, and no more than asked for.</summary>
        public bool IsFirstFew { get; init; }

        public override string ToString() => $"{Table} by {(Condition.Length == 0 ? "nothing" : Condition)} for {Question}";
    }

    /// <summary>Before the program's first connection: what a role is told holds from the next one on.</summary>
    public static string TellingFor(string role, string database) => string.Join(';', new[]
    {
        "session_preload_libraries = 'auto_explain'", "auto_explain.log_min_duration = 0", "auto_explain.log_level = 'notice'",
    }.Select(setting => $"ALTER ROLE {role} IN DATABASE {database} SET {setting}"));

    /// <summary>What was read since the last time.</summary>
    public IReadOnlyList<Reading> Take()
    {
        var readings = new List<Reading>();
        while (_told.TryDequeue(out var told))
        {
            var plan = told.IndexOf("  (cost=", StringComparison.Ordinal) is var at and > 0 ? told.LastIndexOf('\n', at) : 0;
            readings.AddRange(Scan().Matches(told, plan).Select(scan => new Reading(
                scan.Groups["table"].Value, scan.Groups["index"].Value, scan.Groups["condition"].Value, Blanks().Replace(told[..plan], " "))
            {
                IsFirstFew = scan.Groups["first"].Success,
            }));
        }
        return readings;
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Listen(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Listen(connection);
        return Task.CompletedTask;
    }

    private void Listen(DbConnection connection)
    {
        if (connection is not NpgsqlConnection opened)
            return;
        opened.Notice -= Keep;
        opened.Notice += Keep;
    }

    private void Keep(object sender, NpgsqlNoticeEventArgs told) => _told.Enqueue(told.Notice.MessageText);

    // A bitmap's heap repeats the condition of its index as "Recheck Cond".
    [GeneratedRegex(
        """((?<first>Limit  \([^\n]*\n\s*->  )(?=Index[^\n]*(\n\s*Index Cond: [^\n]*)?(\n\s*->|\s*$)))?"""
        + """(Seq Scan|(Index|Index Only) Scan( Backward)? using (?<index>\w+)|Bitmap Heap Scan) on (?<table>\w+)[^\n]*"""
        + """(\n\s*(Index|Recheck) Cond: (?<condition>[^\n]*))?""",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scan();

    [GeneratedRegex("""\s+""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
