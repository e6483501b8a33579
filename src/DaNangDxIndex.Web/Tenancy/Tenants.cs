using System.Collections.Frozen;
using DaNangDxIndex.Database;
using Npgsql;

namespace DaNangDxIndex.Tenancy;

/// <summary>
/// All tenants by their slug, remembered: they are few and are added by hand. The home cluster lists them and says where each stands; its
/// texts are read there. An unknown slug asks again, at most once a second; what another process has changed is seen at once where changes
/// are listened to, otherwise within half a minute.
/// </summary>
public sealed class Tenants(Clusters clusters, PublicChanges changes, TimeProvider clock, ILogger<Tenants> log)
{
    /// <summary>For how long a process that hears nothing goes on with what it knows.</summary>
    internal static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    private volatile Read _read = new(FrozenDictionary<string, Tenant>.Empty, null, DateTimeOffset.MinValue, null);

    public async ValueTask<Tenant?> FindAsync(string slug, CancellationToken ct)
    {
        if (!_read.BySlug.ContainsKey(slug))
            await ReadAgainAsync(ct);
        else if (clock.GetUtcNow() - _read.At > Remembered || _read.State != changes.StateOf(null))
            await RefreshAsync(ct);
        return _read.BySlug.GetValueOrDefault(slug);
    }

    /// <summary>The tenant that gave out a verification code, or null.</summary>
    /// <exception cref="NpgsqlException">
    /// No cluster that answers knows it, and one is away: then nobody can say that there is no such code.
    /// </exception>
    public async ValueTask<Tenant?> OfCodeAsync(string code, CancellationToken ct)
    {
        NpgsqlException? away = null;
        foreach (var cluster in clusters.All)
        {
            try
            {
                if (await cluster.Reach.AskedAsync(() => SlugOfAsync(cluster, code), ct) is { } slug)
                    return await FindAsync(slug, ct);
            }
            catch (NpgsqlException failed)
            {
                away = failed;
            }
        }
        return away is null ? null : throw away;
    }

    private static async Task<string?> SlugOfAsync(Cluster cluster, string code)
    {
        await using var command = cluster.Pool.CreateCommand(
            "SELECT slug FROM verification_code JOIN tenant ON tenant.id = tenant_id WHERE code = $1");
        command.CommandTimeout = ConnectionLimits.GivenUpAfterSeconds;
        command.Parameters.Add(new() { Value = code });
        return await command.ExecuteScalarAsync() as string;
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

    /// <summary>
    /// Those whose cluster answers now. A round of all tenants would otherwise wait for each that stands on one which hangs.
    /// </summary>
    public async Task<IReadOnlyList<Tenant>> ReachableAsync(CancellationToken ct)
    {
        var away = await clusters.AwayAsync(ct);
        return [.. (await AllAsync(ct)).Where(tenant => tenant.Cluster is null || !away.ContainsKey(tenant.Cluster))];
    }

    /// <summary>As it is remembered; null where nobody has asked for it yet.</summary>
    public Tenant? Known(string slug) => _read.BySlug.GetValueOrDefault(slug);

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
            _read = _read with { At = clock.GetUtcNow(), State = changes.StateOf(null) };
        }
    }

    private async Task ReadAgainAsync(CancellationToken ct)
    {
        var state = changes.StateOf(null);
        if (_read.BySlug.Count > 0 && _read.State == state && clock.GetUtcNow() - _read.At < TimeSpan.FromSeconds(1))
            return;
        var listed = await TenantRows.ReadAsync(clusters.Home, ct);
        var found = new List<Tenant>(listed);
        foreach (var elsewhere in listed.Where(tenant => tenant.Cluster is not null)
            .GroupBy(tenant => tenant.Cluster, StringComparer.Ordinal))
        {
            var areKnown = elsewhere.All(tenant => Known(tenant.Slug)?.Cluster == elsewhere.Key);
            var there = await OfAsync(clusters.Of(elsewhere.Key), areKnown, ct);
            foreach (var tenant in elsewhere)
            {
                var known = there.GetValueOrDefault(tenant.Id) ?? Known(tenant.Slug) ?? tenant with { ClosedAt = null };
                found[listed.IndexOf(tenant)] = known with { Cluster = tenant.Cluster };
            }
        }
        _read = new(
            found.ToFrozenDictionary(tenant => tenant.Slug, StringComparer.Ordinal), found.FirstOrDefault(), clock.GetUtcNow(), state);
    }

    /// <summary>Of a cluster that is away nothing: what was known of its tenants goes on, and the page itself will tell.</summary>
    /// <param name="cluster"></param>
    /// <param name="areKnown">Then one that cannot be listened to is not waited for: others' pages ask for the list as well.</param>
    /// <param name="ct"></param>
    private async Task<IReadOnlyDictionary<Guid, Tenant>> OfAsync(Cluster cluster, bool areKnown, CancellationToken ct)
    {
        if (areKnown && changes.StateOf(null) is not null && changes.StateOf(cluster.Name) is null)
            return FrozenDictionary<Guid, Tenant>.Empty;
        if (!cluster.IsSetUp)
        {
            log.LogError("Tenants stand on the cluster {Cluster}, and Clusters__{Cluster}__Dx is not set", cluster.Name, cluster.Name);
            return FrozenDictionary<Guid, Tenant>.Empty;
        }
        try
        {
            return (await TenantRows.ReadAsync(cluster, ct)).ToDictionary(tenant => tenant.Id);
        }
        catch (NpgsqlException away)
        {
            log.LogWarning("The cluster {Cluster} does not tell of its tenants: {Reason}", cluster.Name, away.Message);
            return FrozenDictionary<Guid, Tenant>.Empty;
        }
    }

    /// <param name="State">Of the public things, before the database was asked.</param>
    private sealed record Read(FrozenDictionary<string, Tenant> BySlug, Tenant? First, DateTimeOffset At, long? State);
}
