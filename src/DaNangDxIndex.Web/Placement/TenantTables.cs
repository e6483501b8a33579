using System.Globalization;
using Npgsql;

namespace DaNangDxIndex.Placement;

/// <summary>The tables that hold rows of tenants, as the catalogue lists them: a table that is added later moves along by itself.</summary>
/// <param name="Columns">All but those that the database works out.</param>
internal sealed record TenantTable(string Name, string Columns)
{
    private const string All = """
        SELECT quote_ident(c.relname), string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '')
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        GROUP BY c.relname HAVING bool_or(a.attname = 'tenant_id') ORDER BY c.relname COLLATE "C"
        """;

    public static async Task<IReadOnlyList<TenantTable>> ListAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(All, owner);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var tables = new List<TenantTable>();
        while (await rows.ReadAsync(ct))
            tables.Add(new(rows.GetString(0), rows.GetString(1)));
        return tables;
    }

    /// <summary>How many rows the tenant has, and SHA-256 over the digests of all of them, whatever order they lie in.</summary>
    public async Task<Contents> ReadAsync(NpgsqlConnection owner, Guid tenant, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            SELECT count(*), encode(sha256(coalesce(string_agg(digest, ''::bytea ORDER BY digest), ''::bytea)), 'hex')
            FROM (SELECT sha256(convert_to(t::text, 'UTF8')) AS digest FROM public.{Name} t WHERE tenant_id = $1) AS each
            """, owner) { CommandTimeout = 0, Parameters = { new() { Value = tenant } } };
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return new(row.GetInt64(0), row.GetString(1));
    }

    public async Task<bool> HoldsAsync(NpgsqlConnection owner, Guid tenant, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"SELECT EXISTS (SELECT FROM public.{Name} WHERE tenant_id = $1)", owner)
        {
            Parameters = { new() { Value = tenant } },
        };
        return await command.ExecuteScalarAsync(ct) is true;
    }

    public async Task CopyAsync(NpgsqlConnection from, NpgsqlConnection to, Guid tenant, CancellationToken ct)
    {
        var rows = string.Create(CultureInfo.InvariantCulture, $"SELECT {Columns} FROM public.{Name} WHERE tenant_id = '{tenant:D}'");
        await using var read = await from.BeginRawBinaryCopyAsync($"COPY ({rows}) TO STDOUT (FORMAT binary)", ct);
        await using var written = await to.BeginRawBinaryCopyAsync($"COPY public.{Name} ({Columns}) FROM STDIN (FORMAT binary)", ct);
        await read.CopyToAsync(written, 1 << 16, ct);
    }

    public async Task RemoveAsync(NpgsqlConnection owner, Guid tenant, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"DELETE FROM public.{Name} WHERE tenant_id = $1", owner)
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = tenant } },
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    internal sealed record Contents(long Rows, string Digest);
}
