using System.Globalization;
using System.Text.Json.Nodes;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Criteria.Notation;

namespace DaNangDxIndex.Amendments;

/// <summary>
/// Weights, rules (in notation) and guidance of a group's criteria as they are typed, by the criterion's code. What is not sent stays as
/// it is.
/// </summary>
public sealed class TypedCriteria
{
    public Dictionary<string, string?> Maximum { get; set; } = [];

    public Dictionary<string, string?> Rule { get; set; } = [];

    public Dictionary<string, string?> GuidanceVi { get; set; } = [];

    public Dictionary<string, string?> GuidanceEn { get; set; } = [];

    /// <param name="Field">Name of the field, empty for the whole form.</param>
    public sealed record Fault(string Field, Bilingual Sentence);

    public static TypedCriteria Of(CriteriaSet set, string language) => new()
    {
        Maximum = By(set, criterion => language == "vi" ? criterion.Maximum.ToString().Replace('.', ',') : criterion.Maximum.ToString()),
        Rule = By(set, criterion => criterion.Rule is { } rule ? RuleNotation.Write(rule, set.Figure, language) : null),
        GuidanceVi = By(set, criterion => criterion.Guidance?.Vi),
        GuidanceEn = By(set, criterion => criterion.Guidance?.En),
    };

    /// <summary>The criteria with what was typed, or everything that is wrong in it.</summary>
    public (CriteriaSet? Set, IReadOnlyList<Fault> Faults) Over(CriteriaSet before, string language)
    {
        var (faults, places, stood) = (new List<Fault>(), new List<(string Pointer, string Code)>(), Of(before, language));
        var file = JsonNode.Parse(CriteriaFile.Write(before)) ?? throw new InvalidOperationException("A written file is JSON.");
        for (var component = 0; component < before.Components.Count; component++)
        {
            for (var index = 0; index < before.Components[component].Criteria.Count; index++)
            {
                var code = before.Components[component].Criteria[index].Code;
                places.Add(($"/components/{component}/criteria/{index}/", code));
                if (file["components"]?[component]?["criteria"]?[index] is JsonObject criterion)
                    faults.AddRange(Write(criterion, code, stood, language));
            }
        }

        var reading = CriteriaFile.Read(file.ToJsonString());
        var problems = reading.Problems.Select(problem => new Fault(FieldOf(problem.Pointer, places), problem.Message));
        // Where something cannot be read, what the set is as a whole cannot be said yet.
        return faults.Count == 0
            ? (reading.Set, [.. problems])
            : (null, [.. faults, .. problems.Where(problem => problem.Field.Length > 0)]);
    }

    private IEnumerable<Fault> Write(JsonObject criterion, string code, TypedCriteria stood, string language)
    {
        if (IsChanged(Maximum, stood.Maximum, code))
        {
            var read = TypedNumber.Read(Maximum[code] ?? "", FigureKind.Number, language);
            if (read.Value is { } maximum)
                criterion["maximum"] = maximum.ToString(CultureInfo.InvariantCulture);
            if (read.Refusal is { } refusal)
                yield return new($"Maximum[{code}]", refusal);
        }

        if (IsChanged(Rule, stood.Rule, code))
        {
            var (rule, refusal) = RuleNotation.Read(Rule[code] ?? "", language);
            if (rule is not null)
                criterion["rule"] = rule;
            if (refusal is not null)
                yield return new($"Rule[{code}]", refusal);
        }

        if (!IsChanged(GuidanceVi, stood.GuidanceVi, code) && !IsChanged(GuidanceEn, stood.GuidanceEn, code))
            yield break;
        var (vi, en) = (GuidanceVi.GetValueOrDefault(code)?.Trim() ?? "", GuidanceEn.GetValueOrDefault(code)?.Trim() ?? "");
        criterion.Remove("guidance");
        if (vi.Length > 0 != en.Length > 0)
            yield return new($"GuidanceVi[{code}]", new(
                "Nhập hướng dẫn bằng cả tiếng Việt và tiếng Anh.",
                "Enter the guidance in both Vietnamese and English."));
        else if (vi.Length > 0)
            criterion["guidance"] = new JsonObject { ["vi"] = vi, ["en"] = en };
    }

    private static bool IsChanged(Dictionary<string, string?> typed, Dictionary<string, string?> stood, string code) =>
        typed.TryGetValue(code, out var text) && (text?.Trim().ReplaceLineEndings("\n") ?? "") != (stood.GetValueOrDefault(code) ?? "");

    private static string FieldOf(string pointer, List<(string Pointer, string Code)> places)
    {
        var (of, code) = places.FirstOrDefault(place => pointer.StartsWith(place.Pointer, StringComparison.Ordinal));
        return of is null ? ""
            : pointer.StartsWith(of + "guidance", StringComparison.Ordinal) ? $"GuidanceVi[{code}]"
            : pointer.StartsWith(of + "rule", StringComparison.Ordinal) ? $"Rule[{code}]" : $"Maximum[{code}]";
    }

    private static Dictionary<string, string?> By(CriteriaSet set, Func<Criterion, string?> text) =>
        set.Criteria.ToDictionary(criterion => criterion.Code, text, StringComparer.Ordinal);
}
