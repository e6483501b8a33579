using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Laboratory;

/// <summary>Where an agency stands in one of the two tables.</summary>
/// <param name="Rank">Null where it is assessed and not ranked.</param>
/// <param name="Tier">Null where nothing applied to it.</param>
public sealed record Place(string Agency, int? Rank, decimal Total, Tier? Tier);

/// <summary>One agency in both tables.</summary>
public sealed record Move(Place Before, Place After)
{
    public string Agency => After.Agency;

    /// <summary>Places gained; below zero where it falls, null where it is not ranked in both.</summary>
    public int? Places => Before.Rank - After.Rank;

    internal static IReadOnlyList<Move> Of(IReadOnlyList<Place> before, IReadOnlyList<Place> after) =>
        [.. before.Zip(after, (was, now) => new Move(was, now))
            .OrderBy(move => move.After.Rank ?? int.MaxValue).ThenBy(move => move.Agency, StringComparer.Ordinal)];
}
