using System.Text.Json.Nodes;

namespace DaNangDxIndex.Criteria.Notation;

/// <summary>Exactly one of a rule, in the shape of the criteria file, and a refusal.</summary>
public sealed record NotationReading(JsonObject? Rule, Bilingual? Refusal);
