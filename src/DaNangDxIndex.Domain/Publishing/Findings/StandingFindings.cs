using System.Globalization;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing.Findings;

/// <summary>Results that a reader will ask about: ties, narrow misses, jumps, totals that were cut off.</summary>
internal static class StandingFindings
{
    private const decimal Narrow = 0.5m;
    private const int Points = 10;
    private const int Ranks = 10;

    public static IEnumerable<(FindingKind Kind, FindingCase Case)> Of(ScoredGroup scored) =>
        from result in scored.Table.Results
        let entrant = scored.Table.Entrant(result.Agency)
        where entrant is not null
        from found in Of(scored, entrant, result, decimal.Parse(result.Total, CultureInfo.InvariantCulture))
        select (found.Kind, new FindingCase(scored.Table.Code, entrant.Agency, entrant.Name, found.Detail));

    private static IEnumerable<(FindingKind Kind, Bilingual? Detail)> Of(
        ScoredGroup scored, Entrant entrant, Result result, decimal total)
    {
        var table = scored.Table;
        var method = table.Criteria.Method;
        if (result.Applicable.IsZero)
            yield return (FindingKind.NothingApplies, null);
        if (result.Rank is null)
            yield break;
        if (result.Rank == 1 && table.Results.Any(other => other != result && other.Rank == 1 && IsRankedWith(table, entrant, other)))
            yield return (FindingKind.TieOnFirst, Said(method, total));
        foreach (var tier in method.Tiers.Where(tier => tier.From.Sign > 0))
        {
            if (OfBound(method, tier, total) is { } found)
                yield return found;
        }

        if (JumpOf(method, entrant.Before, scored.IsComplete ? result.Rank : null, total) is { } jump)
            yield return (FindingKind.Jump, jump);
        if (method.Cap == TotalCap.Total && result.BeforeCap > method.Scale)
            yield return (FindingKind.AtCap, CutOff(method, result));
    }

    private static bool IsRankedWith(PublishedGroup table, Entrant entrant, Result other) =>
        table.Criteria.Method.Within == RankedWithin.Group
            || string.Equals(table.Entrant(other.Agency)?.Parent, entrant.Parent, StringComparison.Ordinal);

    private static (FindingKind Kind, Bilingual? Detail)? OfBound(Method method, Tier tier, decimal total)
    {
        var bound = method.PointsAt(tier);
        var away = method.Round(total >= bound ? total - bound : bound - total);
        if (total == bound)
            return (FindingKind.OnTierBound, new(
                $"{Vi(method, total)} điểm: mức {tier.Name.Vi}", $"{En(method, total)} points: {tier.Name.En}"));
        if (away > Narrow)
            return null;
        var at = method.Round(bound);
        return (FindingKind.NearTierBound, new(
            $"{Vi(method, total)} điểm, cách mức {tier.Name.Vi} ({Vi(method, at)}) {Vi(method, away)} điểm",
            $"{En(method, total)} points, {En(method, away)} from {tier.Name.En} ({En(method, at)})"));
    }

    /// <param name="rank">Null while some of the group are missing: a place among those there are is none among all.</param>
    private static Bilingual? JumpOf(Method method, ResultBefore? before, int? rank, decimal total)
    {
        var points = before?.Total is { } text ? total - decimal.Parse(text, CultureInfo.InvariantCulture) : 0;
        var ranks = before?.Rank - rank ?? 0;
        if (before is null || (Math.Abs(points) < Points && Math.Abs(ranks) < Ranks))
            return null;
        var vi = Moved("tăng", "giảm", (points, $"{Vi(method, Math.Abs(points))} điểm"), (ranks, $"{Math.Abs(ranks)} bậc"));
        var en = Moved(
            "up", "down", (points, $"{En(method, Math.Abs(points))} points"),
            (ranks, $"{Math.Abs(ranks)} {new Counted(Math.Abs(ranks)):place|places}"));
        return new($"{vi} so với năm {before.Year}", $"{en} from {before.Year}");
    }

    private static string Moved(string up, string down, params (decimal By, string Much)[] moves) =>
        string.Join(", ", moves.Where(move => move.By != 0).Select(move => $"{(move.By > 0 ? up : down)} {move.Much}"));

    private static Bilingual CutOff(Method method, Result result)
    {
        var before = method.Round(result.BeforeCap);
        return new($"{Vi(method, before)} điểm trước khi giới hạn", $"{En(method, before)} points before the cap");
    }

    private static Bilingual Said(Method method, decimal total) => new($"{Vi(method, total)} điểm", $"{En(method, total)} points");

    private static string Vi(Method method, decimal points) => NumberText.Fixed(points, method.Decimals, "vi");

    private static string En(Method method, decimal points) => NumberText.Fixed(points, method.Decimals, "en");
}
