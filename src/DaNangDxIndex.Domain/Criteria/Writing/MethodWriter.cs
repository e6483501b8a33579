using System.Text.Json;

namespace DaNangDxIndex.Criteria.Writing;

internal static class MethodWriter
{
    public static void Write(Utf8JsonWriter json, Method method) => json.Object("method", () =>
    {
        json.Number("scale", method.Scale);
        json.WriteNumber("decimals", method.Decimals);
        json.Object("rounding", () =>
        {
            json.Word<RoundingStage>("stage", method.Stage);
            json.Word<RoundingMode>("mode", method.Mode);
        });
        json.Object("ranking", () => Ranking(json, method));
        json.Word<TotalCap>("cap", method.Cap);
        json.Number("bonusCap", method.BonusCap);
        json.Number("penaltyCap", method.PenaltyCap);
        json.Number("leastApplicable", method.LeastApplicable);
        json.Word("notApplicable", method.NotApplicable);
        json.Word("nothingDue", method.NothingDue);
        json.Word<NotSubmittedPolicy>("notSubmitted", method.NotSubmitted);
        json.Word<TiersOn>("tiersOn", method.TiersOn);
        json.Word<TierBounds>("tierBounds", method.TierBounds);
        json.List("tiers", method.Tiers, tier => Tier(json, tier));
        if (method.Gates.Count > 0)
            json.List("gates", method.Gates, gate => Gate(json, gate));
    });

    private static void Ranking(Utf8JsonWriter json, Method method)
    {
        json.Word<RankingMethod>("method", method.Ranking);
        json.Word<RankedWithin>("within", method.Within);
        if (method.TieKeys.Count > 0)
            json.List("tieKeys", method.TieKeys, key => json.Object(
                null, () => json.WriteString(key.IsComponent ? "component" : "criterion", key.Code)));
    }

    private static void Tier(Utf8JsonWriter json, Tier tier) => json.Object(null, () =>
    {
        json.WriteString("code", tier.Code);
        json.Words("name", tier.Name);
        json.Number("from", tier.From);
    });

    private static void Gate(Utf8JsonWriter json, Gate gate) => json.Object(null, () =>
    {
        json.WriteString("tier", gate.Tier);
        json.Codes("components", gate.Components);
        json.Number("least", gate.Least);
    });
}
