namespace DaNangDxIndex.Ranking;

/// <summary>One line of a ranked table. <paramref name="Rank"/> is null for an agency that is assessed and not ranked.</summary>
public sealed record Standing(int? Rank, string Agency, string? Parent, decimal Total, string? Tier);

/// <summary>
/// An agency before ranking. <paramref name="TieKeys"/> are the points that part equal totals, in the order of the method.
/// </summary>
public sealed record Contender(string Agency, string? Parent, decimal Total, string? Tier, bool Ranked, IReadOnlyList<decimal> TieKeys);
