using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Scoring;

/// <summary>
/// The best values of the group, found in a first pass over all its agencies. Every agency to which the criterion applies and whose
/// quantity can be computed counts, ranked or not.
/// </summary>
public sealed record GroupBest(IReadOnlyDictionary<BestKey, Fraction> Values)
{
    public static GroupBest None { get; } = new(new Dictionary<BestKey, Fraction>());
}

/// <summary>One quantity under one criterion, sought at its highest or lowest.</summary>
public readonly record struct BestKey(string Criterion, Quantity Of, Target Target);
