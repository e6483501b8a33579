using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>A PostgreSQL cluster that tenants stand on, with the program's pool of connections to it.</summary>
/// <param name="Name">"home", or as its settings name it.</param>
/// <param name="IsSetUp">False where a tenant stands on a cluster that no setting names: then nobody can be asked.</param>
public sealed record Cluster(string Name, DatabaseAddresses Addresses, NpgsqlDataSource Pool, bool IsSetUp = true)
{
    public Reach Reach { get; } = new(Name, TimeProvider.System, Pool.Clear);

    public Queue Queue { get; } = new(TimeProvider.System);

    public bool IsHome => Name == Clusters.HomeName;

    /// <summary>The connection string of its owner.</summary>
    /// <exception cref="RuleViolation"><c>cluster.no-owner</c>: no setting gives it.</exception>
    public string Owner => Addresses.Owner
        ?? throw new RuleViolation("cluster.no-owner", new($"Chưa đặt {Setting("DxOwner")}.", $"{Setting("DxOwner")} is not set."));

    /// <summary>As an operator writes it: "DxOwner" is ConnectionStrings__DxOwner at home and Clusters__NAME__DxOwner elsewhere.</summary>
    public string Setting(string connection) => IsHome ? $"ConnectionStrings__{connection}" : $"Clusters__{Name}__{connection}";
}
