using System.Collections.Frozen;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using Npgsql;

namespace DaNangDxIndex.Tenancy;

/// <summary>
/// All tenants by their slug, remembered: they are few and are added by hand. An unknown slug asks the database again, at most once a
/// second; texts that another process has changed are seen at once where changes are listened to, otherwise within half a minute.
/// </summary>
public sealed class Tenants(NpgsqlDataSource dataSource, PublicChanges changes, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    private volatile Read _read = new(FrozenDictionary<string, Tenant>.Empty, null, DateTimeOffset.MinValue, null);

    public async ValueTask<Tenant?> FindAsync(string slug, CancellationToken ct)
    {
        if (!_read.BySlug.ContainsKey(slug))
            await ReadAgainAsync(ct);
        else if (clock.GetUtcNow() - _read.At > Remembered || _read.State != changes.State)
            await RefreshAsync(ct);
        return _read.BySlug.GetValueOrDefault(slug);
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
        if (_read.First is null)
            await ReadAgainAsync(ct);
        return _read.First;
    }

    public async ValueTask<IReadOnlyCollection<Tenant>> AllAsync(CancellationToken ct)
    {
        await ReadAgainAsync(ct);
        return _read.BySlug.Values;
    }

    /// <summary>The next request reads them anew: texts have just been changed here.</summary>
    public void Forget() => _read = _read with { At = DateTimeOffset.MinValue };

    /// <summary>Where the database is away, what is remembered serves on: the page itself will tell.</summary>
    private async Task RefreshAsync(CancellationToken ct)
    {
        try
        {
            await ReadAgainAsync(ct);
        }
        catch (NpgsqlException)
        {
            _read = _read with { At = clock.GetUtcNow(), State = changes.State };
        }
    }

    private async Task ReadAgainAsync(CancellationToken ct)
    {
        var state = changes.State;
        if (_read.BySlug.Count > 0 && _read.State == state && clock.GetUtcNow() - _read.At < TimeSpan.FromSeconds(1))
            return;
        var found = new List<Tenant>();
        await using var command = dataSource.CreateCommand("""
            SELECT id, slug, name_vi, name_en, kind, coalesce(letterhead::text, settings ->> 'letterhead'), letterhead IS NOT NULL, hue,
                version, second_factor, four_eyes
            FROM tenant ORDER BY position
            """);
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            found.Add(TenantOf(rows));
        _read = new(
            found.ToFrozenDictionary(tenant => tenant.Slug, StringComparer.Ordinal), found.FirstOrDefault(), clock.GetUtcNow(), state);
    }

    private static Tenant TenantOf(NpgsqlDataReader row)
    {
        var name = new Bilingual(row.GetString(2), row.GetString(3));
        return new(row.GetGuid(0), row.GetString(1), name, row.GetString(4))
        {
            Letterhead = Letterhead.Read(row.IsDBNull(5) ? null : row.GetString(5), name),
            HasOwnTexts = row.GetBoolean(6),
            Hue = row.IsDBNull(7) ? null : row.GetString(7),
            Version = row.GetInt32(8),
            SecondFactorFor = row.GetFieldValue<string[]>(9),
            FourEyes = [.. row.GetFieldValue<string[]>(10).Select(word => Enum.Parse<FourEyes>(word, ignoreCase: true))],
        };
    }

    /// <param name="State">Of the public things, before the database was asked.</param>
    private sealed record Read(FrozenDictionary<string, Tenant> BySlug, Tenant? First, DateTimeOffset At, long? State);
}
