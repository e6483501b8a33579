using DaNangDxIndex.Database;
using DaNangDxIndex.Harness;
using Npgsql;

namespace DaNangDxIndex.Tenancy;

/// <summary>
/// Tries every guarded table across two tenants, and with none, as the application's role. Rows are forged for tables that
/// the demo leaves empty (without checks and foreign keys, in a transaction that is rolled back), so that no table is tried on nothing.
/// </summary>
public sealed class IsolationTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task No_table_shows_or_takes_anothers_rows()
    {
        var tenants = await TestApp.ListAsync(app.Superuser, "SELECT id FROM tenant ORDER BY position");
        var failures = new List<string>();
        await using var connection = new NpgsqlConnection(app.Superuser);
        await connection.OpenAsync();
        foreach (var table in await TestApp.ListAsync(app.Superuser, Catalogue.Guarded))
            failures.AddRange(await TryAsync(connection, table, tenants[0], tenants[1]));
        failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_code_that_leads_to_a_tenant_is_given_out_by_that_tenant_alone()
    {
        var tenants = await TestApp.ListAsync(app.Superuser, "SELECT id FROM tenant ORDER BY position");

        var refused = await Should.ThrowAsync<PostgresException>(() => GiveOutAsync("FORGED0001", tenants[1]));

        refused.SqlState.ShouldBe("42501");
        await GiveOutAsync("GENUINE001", tenants[0]);

        Task<Guid> GiveOutAsync(string code, string tenant) => TestApp.AskAsync<Guid>(
            $"{app.Application};Options=-c app.tenant_id={tenants[0]}",
            $"INSERT INTO verification_code (code, tenant_id) VALUES ('{code}', '{tenant}') RETURNING tenant_id");
    }

    private static async Task<List<string>> TryAsync(NpgsqlConnection connection, string table, string own, string other)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var attempt = new Attempt(connection, table);
        await attempt.ForgeAsync(own, other);
        await attempt.ExecuteAsync("SET LOCAL ROLE dx_app");
        var readable = await attempt.ReadableAsync();

        await attempt.EnterAsync(own);
        if (readable)
        {
            await attempt.MustCountAsync($"tenant_id <> '{own}'", 0);
            await attempt.MustCountAsync($"tenant_id = '{own}'", null);
        }
        await attempt.MustTouchNothingAsync($"UPDATE {attempt.Quoted} SET tenant_id = tenant_id WHERE tenant_id = '{other}'");
        await attempt.MustTouchNothingAsync($"DELETE FROM {attempt.Quoted} WHERE tenant_id = '{other}'");
        await attempt.MustBeRefusedAsync($"UPDATE {attempt.Quoted} SET tenant_id = '{other}' WHERE tenant_id = '{own}'", "42501");
        await attempt.MustBeRefusedAsync($"INSERT INTO {attempt.Quoted} (tenant_id) VALUES ('{other}')", "42501");

        await attempt.EnterAsync("");
        if (readable)
            await attempt.MustCountAsync("true", 0);
        await attempt.MustBeRefusedAsync($"INSERT INTO {attempt.Quoted} (tenant_id) VALUES ('{own}')", "42501");
        await attempt.EnterAsync("garbage'; --");
        if (readable)
            await attempt.MustBeRefusedAsync($"SELECT count(*) FROM {attempt.Quoted}", "22P02");
        await transaction.RollbackAsync();
        return attempt.Failures;
    }

    private sealed class Attempt(NpgsqlConnection connection, string table)
    {
        public List<string> Failures { get; } = [];

        public string Quoted => $"\"{table}\"";

        /// <summary>One row of each tenant, past checks, triggers and foreign keys.</summary>
        public async Task ForgeAsync(string own, string other)
        {
            await ExecuteAsync("SET LOCAL session_replication_role = replica");
            foreach (var check in await ListAsync(
                $"SELECT conname FROM pg_constraint WHERE conrelid = '{Quoted}'::regclass AND contype = 'c'"))
                await ExecuteAsync($"ALTER TABLE {Quoted} DROP CONSTRAINT \"{check}\"");
            var columns = await ListAsync($"""
                SELECT quote_ident(attname) || '=' || format_type(atttypid, NULL) FROM pg_attribute
                WHERE attrelid = '{Quoted}'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity = '' AND attname <> 'tenant_id'
                """);
            var names = string.Concat(columns.Select(column => ", " + column.Split('=')[0]));
            var values = string.Concat(columns.Select(column => ", " + Made(column.Split('=')[1])));
            foreach (var tenant in new[] { own, other })
                await ExecuteAsync($"INSERT INTO {Quoted} (tenant_id{names}) VALUES ('{tenant}'{values}) ON CONFLICT DO NOTHING");
            await ExecuteAsync("SET LOCAL session_replication_role = origin");
        }

        public async Task<bool> ReadableAsync() => await AskAsync($"SELECT has_table_privilege('{Quoted}', 'SELECT')") is true;

        public Task EnterAsync(string tenant) => ExecuteAsync($"SELECT set_config('app.tenant_id', $tenant${tenant}$tenant$, true)");

        /// <param name="expected">Null for "at least one".</param>
        public async Task MustCountAsync(string condition, long? expected)
        {
            var count = await AskAsync($"SELECT count(*) FROM {Quoted} WHERE {condition}");
            if (expected is null ? count is 0L : !Equals(count, expected))
                Failures.Add($"{table}: {count} rows where {condition}");
        }

        public Task MustTouchNothingAsync(string sql) => InSavepointAsync(async () =>
        {
            try
            {
                if (await ExecuteAsync(sql) != 0)
                    Failures.Add($"{table} was touched by {sql}");
            }
            catch (PostgresException refused) when (refused.SqlState == "42501")
            {
            }
        });

        public Task MustBeRefusedAsync(string sql, string state) => InSavepointAsync(async () =>
        {
            try
            {
                await ExecuteAsync(sql);
                Failures.Add($"{table} took {sql}");
            }
            catch (PostgresException refused) when (refused.SqlState == state)
            {
            }
        });

        public async Task<int> ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return await command.ExecuteNonQueryAsync();
        }

        private async Task InSavepointAsync(Func<Task> act)
        {
            await ExecuteAsync("SAVEPOINT attempt");
            await act();
            await ExecuteAsync("ROLLBACK TO SAVEPOINT attempt");
        }

        private async Task<object?> AskAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return await command.ExecuteScalarAsync();
        }

        private async Task<List<string>> ListAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await using var rows = await command.ExecuteReaderAsync();
            var list = new List<string>();
            while (await rows.ReadAsync())
                list.Add(rows.GetString(0));
            return list;
        }

        private static string Made(string type) => type switch
        {
            "uuid" => "gen_random_uuid()",
            "xid8" => "pg_current_xact_id()",
            // A publication's text is read by the database itself.
            "text" or "character varying" => "'{}'",
            "boolean" => "false",
            "jsonb" or "json" => "'{}'",
            "bytea" => "'\\x00'",
            "date" => "current_date",
            "inet" => "'192.0.2.1'",
            _ when type.EndsWith("[]", StringComparison.Ordinal) => "'{}'",
            _ when type.StartsWith("timestamp", StringComparison.Ordinal) => "now()",
            _ => "1",
        };
    }
}
