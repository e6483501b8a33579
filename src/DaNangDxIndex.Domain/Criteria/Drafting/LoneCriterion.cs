using System.Text.Json.Nodes;

namespace DaNangDxIndex.Criteria.Drafting;

/// <summary>
/// One criterion as it is being typed, saved or not, beside the figures and the method of its draft: what it would lack, and how far its
/// rule can be read.
/// </summary>
/// <param name="Criterion">As far as it can be read.</param>
/// <param name="Problems">Places are those inside the criterion: "/rule/linear/to".</param>
public sealed record LoneCriterion(CriteriaSet Set, Criterion? Criterion, IReadOnlyList<CriteriaProblem> Problems)
{
    private const string Inside = "/components/0/criteria/0";

    public static LoneCriterion Of(CriteriaDraft draft, string component, JsonObject criterion)
    {
        var inside = (JsonObject)criterion.DeepClone();
        var file = new JsonObject
        {
            ["edition"] = draft.File["edition"]?.DeepClone(),
            ["group"] = draft.File["group"]?.DeepClone(),
            ["name"] = draft.File["name"]?.DeepClone(),
            ["method"] = draft.File["method"]?.DeepClone() ?? new JsonObject(),
            ["figures"] = draft.File["figures"]?.DeepClone(),
            ["components"] = new JsonArray(new JsonObject
            {
                ["code"] = "lone",
                ["name"] = "lone",
                ["block"] = draft.Component(component)?["block"]?.DeepClone() ?? "base",
                ["criteria"] = new JsonArray(inside),
            }),
        };
        var problems = CriteriaFile.Read(file.ToJsonString()).Problems
            .Where(problem => problem.Pointer.StartsWith(Inside, StringComparison.Ordinal))
            .Select(problem => problem with { Pointer = problem.Pointer[Inside.Length..] }).ToList();
        inside["code"] ??= "lone";
        inside["maximum"] ??= "1";
        var set = CriteriaFile.ReadAsFarAsPossible(file.ToJsonString()) ?? throw new InvalidOperationException("A draft is an object.");
        return new(set, set.Criteria.FirstOrDefault(), problems);
    }
}
