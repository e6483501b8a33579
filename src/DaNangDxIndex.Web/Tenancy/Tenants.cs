using System.Collections.Frozen;
using Npgsql;

namespace DaNangDxIndex.Tenancy;

/// <summary>All tenants by their slug, remembered: they are few and are added by hand. An unknown slug asks the database again, at most once a second.</summary>
public sealed class Tenants(NpgsqlDataSource dataSource, TimeProvider clock)
{
    private FrozenDictionary<string, Tenant> _bySlug = FrozenDictionary<string, Tenant>.Empty;
    private Tenant? _first;
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;

    public async ValueTask<Tenant?> FindAsync(string slug, CancellationToken ct)
    {
        if (!_bySlug.ContainsKey(slug))
            await ReadAgainAsync(ct);
        return _bySlug.GetValueOrDefault(slug);
    }

    /// <summary>The tenant that gave out a verification code, or null.</summary>
    public async ValueTask<Tenant?> OfCodeAsync(string code, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand("SELECT slug FROM verification_code JOIN tenant ON tenant.id = tenant_id WHERE code = $1");
        command.Parameters.Add(new() { Value = code });
        return await command.ExecuteScalarAsync(ct) is string slug ? await FindAsync(slug, ct) : null;
    }

    /// <summary>The tenant that "/" leads to: the one that was added first.</summary>
    public async ValueTask<Tenant?> FirstAsync(CancellationToken ct)
    {
        if (_first is null)
            await ReadAgainAsync(ct);
        return _first;
    }

    public async ValueTask<IReadOnlyCollection<Tenant>> AllAsync(CancellationToken ct)
    {
        await ReadAgainAsync(ct);
        return _bySlug.Values;
    }

    private async Task ReadAgainAsync(CancellationToken ct)
    {
        if (_bySlug.Count > 0 && clock.GetUtcNow() - _readAt < TimeSpan.FromSeconds(1))
            return;
        var read = new List<Tenant>();
        await using var command = dataSource.CreateCommand("SELECT id, slug, name_vi, name_en, kind, settings ->> 'letterhead' FROM tenant ORDER BY position");
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            read.Add(Read(rows));
        _bySlug = read.ToFrozenDictionary(tenant => tenant.Slug, StringComparer.Ordinal);
        _first = read.FirstOrDefault();
        _readAt = clock.GetUtcNow();
    }

    private static Tenant Read(NpgsqlDataReader row)
    {
        var name = new Bilingual(row.GetString(2), row.GetString(3));
        return new(row.GetGuid(0), row.GetString(1), name, row.GetString(4))
        {
            Letterhead = Letterhead.Read(row.IsDBNull(5) ? null : row.GetString(5), name),
        };
    }
}
