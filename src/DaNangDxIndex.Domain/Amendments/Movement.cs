using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Amendments;

/// <summary>What an amendment does to one agency, by the figures and decisions that are there when it is signed.</summary>
/// <param name="Before">The total, invariant, with the method's decimals.</param>
public sealed record Movement(string Agency, string Before, string After, int? RankBefore, int? RankAfter)
{
    /// <summary>Every agency whose total or rank is another one, those that lose most first.</summary>
    public static IReadOnlyList<Movement> Between(IReadOnlyList<Result> before, IReadOnlyList<Result> after)
    {
        var then = before.ToDictionary(result => result.Agency, StringComparer.Ordinal);
        return
        [
            .. after.Where(result => then.ContainsKey(result.Agency))
                .Select(result => new Movement(
                    result.Agency, then[result.Agency].Total, result.Total, then[result.Agency].Rank, result.Rank))
                .Where(movement => movement.Before != movement.After || movement.RankBefore != movement.RankAfter)
                .OrderBy(movement => Points(movement.After) - Points(movement.Before))
                .ThenBy(movement => movement.Agency, StringComparer.Ordinal),
        ];
    }

    /// <param name="name">As the agency is called now; its code where it is not known any more.</param>
    public MovedAgency Named(Bilingual? name) => new(Agency, name ?? new(Agency, Agency), Before, After, RankBefore, RankAfter);

    private static decimal Points(string total) => decimal.Parse(total, System.Globalization.CultureInfo.InvariantCulture);
}
