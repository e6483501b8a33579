using System.Collections.Frozen;
using Npgsql;

namespace DaNangDxIndex.Tenancy;

/// <summary>
/// All tenants by their slug, remembered: they are few and are added by hand. An unknown slug asks the database again, at most once a
/// second; texts that another process has changed are seen within half a minute.
/// </summary>
public sealed class Tenants(NpgsqlDataSource dataSource, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    private FrozenDictionary<string, Tenant> _bySlug = FrozenDictionary<string, Tenant>.Empty;
    private Tenant? _first;
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;

    public async ValueTask<Tenant?> FindAsync(string slug, CancellationToken ct)
    {
        if (!_bySlug.ContainsKey(slug))
            await ReadAgainAsync(ct);
        else if (clock.GetUtcNow() - _readAt > Remembered)
            await RefreshAsync(ct);
        return _bySlug.GetValueOrDefault(slug);
    }

    /// <summary>The tenant that gave out a verification code, or null.</summary>
    public async ValueTask<Tenant?> OfCodeAsync(string code, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand(
            "SELECT slug FROM verification_code JOIN tenant ON tenant.id = tenant_id WHERE code = $1");
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

    /// <summary>The next request reads them anew: texts have just been changed here.</summary>
    public void Forget() => _readAt = DateTimeOffset.MinValue;

    /// <summary>Where the database is away, what is remembered serves on: the page itself will tell.</summary>
    private async Task RefreshAsync(CancellationToken ct)
    {
        try
        {
            await ReadAgainAsync(ct);
        }
        catch (NpgsqlException)
        {
            _readAt = clock.GetUtcNow();
        }
    }

    private async Task ReadAgainAsync(CancellationToken ct)
    {
        if (_bySlug.Count > 0 && clock.GetUtcNow() - _readAt < TimeSpan.FromSeconds(1))
            return;
        var read = new List<Tenant>();
        await using var command = dataSource.CreateCommand("""
            SELECT id, slug, name_vi, name_en, kind, coalesce(letterhead::text, settings ->> 'letterhead'), letterhead IS NOT NULL, hue, version
            FROM tenant ORDER BY position
            """);
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
            HasOwnTexts = row.GetBoolean(6),
            Hue = row.IsDBNull(7) ? null : row.GetString(7),
            Version = row.GetInt32(8),
        };
    }
}
