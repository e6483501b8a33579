using System.Text.Json;

namespace DaNangDxIndex.Criteria.Writing;

internal static class LawWriter
{
    public static void Write(Utf8JsonWriter json, Law law) => json.Object("law", () =>
    {
        json.Number("scale", law.Scale);
        json.WriteNumber("decimals", law.Decimals);
        json.Object("rounding", () =>
        {
            json.Word<RoundingStage>("stage", law.Stage);
            json.Word<RoundingMode>("mode", law.Mode);
        });
        json.Object("ranking", () => Ranking(json, law));
        json.Word<TotalCap>("cap", law.Cap);
        json.Number("bonusCap", law.BonusCap);
        json.Number("penaltyCap", law.PenaltyCap);
        json.Number("leastApplicable", law.LeastApplicable);
        json.Word("notApplicable", law.NotApplicable);
        json.Word("nothingDue", law.NothingDue);
        json.Word<TiersOn>("tiersOn", law.TiersOn);
        json.Word<TierBounds>("tierBounds", law.TierBounds);
        json.List("tiers", law.Tiers, tier => Tier(json, tier));
        if (law.Gates.Count > 0)
            json.List("gates", law.Gates, gate => Gate(json, gate));
    });

    private static void Ranking(Utf8JsonWriter json, Law law)
    {
        json.Word<RankingMethod>("method", law.Ranking);
        json.Word<RankedWithin>("within", law.Within);
        if (law.TieKeys.Count > 0)
            json.List("tieKeys", law.TieKeys, key => json.Object(null, () => json.WriteString(key.IsComponent ? "component" : "criterion", key.Code)));
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
