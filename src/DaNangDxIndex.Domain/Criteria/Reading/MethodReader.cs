using System.Text.Json;

namespace DaNangDxIndex.Criteria.Reading;

/// <summary>Reads the method. What it names of the components is checked by <see cref="ReferenceReader"/> once they are known.</summary>
internal static class MethodReader
{
    private static readonly Fraction Most = 1_000_000;

    public static Method Read(Place place)
    {
        place.IsObjectOf(
            "scale", "decimals", "rounding", "ranking", "cap", "bonusCap", "penaltyCap", "leastApplicable",
            "notApplicable", "nothingDue", "notSubmitted", "tiersOn", "tierBounds", "tiers", "gates");
        var (rounding, ranking) = (place.Member("rounding"), place.Member("ranking"));
        rounding?.IsObjectOf("stage", "mode");
        ranking?.IsObjectOf("method", "within", "tieKeys");
        return new Method
        {
            Scale = Scale(place.Required("scale")),
            Decimals = place.Member("decimals")?.Whole(0, 6) ?? 2,
            Stage = rounding?.Member("stage").Word<RoundingStage>() ?? RoundingStage.Total,
            Mode = rounding?.Member("mode").Word<RoundingMode>() ?? RoundingMode.HalfUp,
            Ranking = ranking?.Member("method").Word<RankingMethod>() ?? RankingMethod.Competition,
            Within = ranking?.Member("within").Word<RankedWithin>() ?? RankedWithin.Group,
            Cap = place.Member("cap").Word<TotalCap>() ?? TotalCap.Total,
            BonusCap = place.Member("bonusCap")?.NumberBetween(0, Most),
            PenaltyCap = place.Member("penaltyCap")?.NumberBetween(0, Most),
            LeastApplicable = place.Member("leastApplicable")?.NumberBetween(0, 1) ?? Fraction.Zero,
            NotApplicable = place.Member("notApplicable").Word<Policy>(),
            NothingDue = place.Member("nothingDue").Word<Policy>(),
            NotSubmitted = place.Member("notSubmitted").Word<NotSubmittedPolicy>() ?? NotSubmittedPolicy.LeftOut,
            TiersOn = place.Member("tiersOn").Word<TiersOn>() ?? TiersOn.Points,
            TierBounds = place.Member("tierBounds").Word<TierBounds>() ?? TierBounds.LowerInclusive,
            Tiers = Tiers(place.Required("tiers"), place.Member("tiersOn")?.Text() == "percent"),
        };
    }

    private static Fraction Scale(Place? place)
    {
        var scale = place?.NumberBetween(0, Most);
        if (scale is { IsZero: true })
            place?.Problem("Thang điểm phải lớn hơn 0.", "The scale must be more than 0.");
        return scale ?? Fraction.Zero;
    }

    private static IReadOnlyList<Tier> Tiers(Place? place, bool onPercent)
    {
        if (place is null)
            return [];
        var (codes, tiers) = (new Codes("xếp loại", "tier"), new List<(Tier Tier, Place Place)>());
        foreach (var item in place.Items())
        {
            item.IsObjectOf("code", "name", "from", "to");
            var (code, name, from) = (codes.Define(item.Required("code")), item.Required("name")?.Words(), Bound(
                item.Required("from"), onPercent));
            if (code is not null && name is not null && from is { } bound)
                tiers.Add((new Tier(code, name, bound), item));
            CheckUpperBound(item, from, Bound(item.Member("to"), onPercent), tiers);
        }

        if (place.Kind == JsonValueKind.Array && tiers.Count == place.Items().Count)
            CheckBounds(place, tiers);
        return [.. tiers.Select(tier => tier.Tier)];
    }

    // Bounds on percent say 75 or "75%" and mean the same.
    private static Fraction? Bound(Place? place, bool onPercent) =>
        onPercent ? place?.NumberOrPercent()?.Value : place?.Number();

    // "to" is only a safeguard for the reader of the file: it must say what the next higher "from" says.
    private static void CheckUpperBound(Place item, Fraction? from, Fraction? to, List<(Tier Tier, Place Place)> tiers)
    {
        if (item.Member("to") is not { } place || to is null)
            return;
        var above = tiers.Where(tier => tier.Place.Pointer != item.Pointer).Select(tier => tier.Tier).LastOrDefault();
        if (from is not null && to <= from)
            place.Problem($"Cận trên {to} không lớn hơn cận dưới {from}.", $"The upper bound {to} is not above the lower bound {from}.");
        else if (above is not null && to < above.From)
            place.Problem(
                $"Khoảng trống từ {to} đến {above.From} không thuộc loại nào. Viết {above.From}.",
                $"The gap from {to} to {above.From} belongs to no tier. Write {above.From}.");
        else if (above is not null && to > above.From)
            place.Problem(
                $"Khoảng từ {above.From} đến {to} thuộc hai loại. Viết {above.From}.",
                $"From {above.From} to {to} two tiers overlap. Write {above.From}.");
    }

    private static void CheckBounds(Place place, List<(Tier Tier, Place Place)> tiers)
    {
        for (var i = 1; i < tiers.Count; i++)
        {
            if (tiers[i].Tier.From >= tiers[i - 1].Tier.From)
                tiers[i].Place.Problem(
                    $"“{tiers[i].Tier.Code}” phải bắt đầu dưới “{tiers[i - 1].Tier.Code}” ({tiers[i - 1].Tier.From}): "
                        + "xếp từ cao xuống thấp, không chồng nhau.",
                    $"\"{tiers[i].Tier.Code}\" must begin below \"{tiers[i - 1].Tier.Code}\" ({tiers[i - 1].Tier.From}): highest first, "
                        + "no overlap.");
        }

        if (tiers.Count == 0)
            place.Problem("Cần ít nhất một loại.", "At least one tier is needed.");
        else if (!tiers[^1].Tier.From.IsZero)
            tiers[^1].Place.Problem(
                $"Từ 0 đến {tiers[^1].Tier.From} không thuộc loại nào. Loại thấp nhất phải bắt đầu từ 0.",
                $"From 0 to {tiers[^1].Tier.From} there is no tier. The lowest tier must begin at 0.");
    }
}
