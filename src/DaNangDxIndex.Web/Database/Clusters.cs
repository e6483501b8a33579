using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>
/// The home cluster (ConnectionStrings), which keeps the list of tenants and the keys of sign-ins, and any further ones
/// (Clusters__NAME__Dx), each with a pool of its own. Which tenant stands where is said by the home cluster's table of tenants.
/// </summary>
public sealed partial class Clusters : IAsyncDisposable
{
    public const string HomeName = "home";
    private const int Most = 20;

    private readonly ConcurrentDictionary<string, Cluster> _unknown = new(StringComparer.Ordinal);

    public Clusters(DatabaseAddresses home, NpgsqlDataSource pool, IEnumerable<(string Name, DatabaseAddresses Addresses)> further)
    {
        Home = new(HomeName, home, pool);
        Further = [.. further.Select(cluster =>
            new Cluster(cluster.Name, cluster.Addresses, PoolOf(cluster.Addresses.Application, $"dx-{cluster.Name}")))];
    }

    public Cluster Home { get; }

    public IReadOnlyList<Cluster> Further { get; }

    public IEnumerable<Cluster> All => Further.Prepend(Home);

    /// <param name="name">As a tenant's row says it; null for the home cluster.</param>
    public Cluster Of(string? name) => name is null ? Home : Find(name) ?? _unknown.GetOrAdd(name, Nowhere);

    /// <summary>Further clusters that cannot serve now, by name, and why: each asked for two seconds at most, all at once.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> AwayAsync(CancellationToken ct)
    {
        var asked = await Task.WhenAll(Further.Select(async cluster =>
            (cluster.Name, Found: await DatabaseIsReady.CheckAsync(cluster, ct))));
        return asked.Where(answer => answer.Found.Status != HealthStatus.Healthy)
            .ToDictionary(answer => answer.Name, answer => answer.Found.Description, StringComparer.Ordinal);
    }

    private Cluster? Find(string name) => All.FirstOrDefault(cluster => cluster.Name == name);

    /// <summary>As an operator names it.</summary>
    /// <exception cref="UnknownCluster"/>
    public Cluster Named(string name) => Find(name) ?? throw new UnknownCluster(name, All.Select(cluster => cluster.Name));

    public async ValueTask DisposeAsync()
    {
        foreach (var cluster in Further.Concat(_unknown.Values))
            await cluster.Pool.DisposeAsync();
    }

    public static NpgsqlDataSource PoolOf(string application, string name) =>
        new NpgsqlDataSourceBuilder(application) { Name = name }.Build();

    /// <exception cref="CannotStart">In one sentence what is wrong with the settings.</exception>
    public static IReadOnlyList<(string Name, DatabaseAddresses Addresses)> Read(IConfiguration settings)
    {
        var found = settings.GetSection("Clusters").GetChildren().Select(section => (section.Key, Read(section))).ToList();
        if (found.Count > Most)
            throw new CannotStart($"{found.Count} clusters are set by Clusters__…; there may be {Most}.");
        return found;
    }

    private static DatabaseAddresses Read(IConfigurationSection section)
    {
        if (!NameForm().IsMatch(section.Key) || section.Key == HomeName)
        {
            throw new CannotStart(
                $"\"{section.Key}\" in Clusters__{section.Key}__Dx cannot name a cluster: use up to 30 lower-case letters and digits, "
                + $"not \"{HomeName}\".");
        }
        if (section["Dx"] is not { Length: > 0 } application)
            throw new CannotStart(
                $"Clusters__{section.Key}__Dx is not set: the cluster {section.Key} needs the application's connection string.");
        try
        {
            return new(ConnectionLimits.Added(application), section["DxOwner"], section["DxBackup"]);
        }
        catch (ArgumentException wrong)
        {
            throw new CannotStart($"Clusters__{section.Key}__Dx is no connection string: {wrong.Message}", wrong);
        }
    }

    /// <summary>Opening a connection fails there as with a server that is away, so a page of its tenant answers as for one.</summary>
    private static Cluster Nowhere(string name)
    {
        var address = $"Host=/nonexistent/dx-cluster-{name};Username=dx_app;Database=dx;Timeout=1";
        return new(name, new(address, Owner: null), PoolOf(address, $"dx-{name}"), IsSetUp: false);
    }

    [GeneratedRegex("^[a-z][a-z0-9]{0,29}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameForm();
}
