namespace DaNangDxIndex.Database;

/// <summary>A cluster was asked for that no setting names.</summary>
public sealed class UnknownCluster(string name, IEnumerable<string> known) : RuleViolation("cluster.unknown", new(
    $"Không có cụm {name} trong cấu hình. Các cụm đã đặt: {string.Join(", ", known)}.",
    $"No setting names the cluster {name}. There are: {string.Join(", ", known)}."));
