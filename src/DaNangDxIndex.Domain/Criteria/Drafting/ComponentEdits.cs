using System.Text.Json.Nodes;

namespace DaNangDxIndex.Criteria.Drafting;

/// <summary>Puts a component's head (code, name, block); its criteria stay.</summary>
/// <param name="Was">Its code until now; empty for a new one, which stands last.</param>
public sealed record PutComponent(string Was, JsonObject Component, string Seen) : DraftEdit(Seen)
{
    private const int Most = 40;

    public override string Subject => $"components/{CriteriaDraft.CodeOf(Component)}";

    public override JsonNode? Wanted => Component;

    public override JsonNode? Current(CriteriaDraft draft) => draft.Component(Was) is { } component ? HeadOf(component) : null;

    public override void Apply(CriteriaDraft draft)
    {
        var (code, old) = (CriteriaDraft.CodeOf(Component), draft.Component(Was));
        RequireFree(code, Was, draft.Component);
        if (old is null)
            RequireRoom(draft.Components.Count(), Most);
        var put = (JsonObject)Component.DeepClone();
        put["criteria"] = old?["criteria"]?.DeepClone() ?? new JsonArray();
        Put(CriteriaDraft.ListOf(draft.File, "components"), old, put);
        References.RenameComponent(draft, Was, code);
    }

    /// <summary>What the form shows of it, without its criteria.</summary>
    public static JsonObject HeadOf(JsonObject component)
    {
        var head = (JsonObject)component.DeepClone();
        head.Remove("criteria");
        return head;
    }
}

/// <summary>Takes an empty component out.</summary>
public sealed record RemoveComponent(string Code, string Seen) : DraftEdit(Seen)
{
    public override string Subject => $"components/{Code}";

    public override JsonNode? Wanted => null;

    public override JsonNode? Current(CriteriaDraft draft) =>
        draft.Component(Code) is { } component ? PutComponent.HeadOf(component) : null;

    public override void Apply(CriteriaDraft draft)
    {
        if (draft.Component(Code) is not { } component)
            return;
        if (CriteriaDraft.CriteriaOf(component).Any())
            throw new RuleViolation("criteria.component-filled", new(
                "Nhóm tiêu chí còn tiêu chí. Xóa hoặc chuyển các tiêu chí trước.",
                "The component still has criteria. Remove or move them first."));
        CriteriaDraft.ListOf(draft.File, "components").Remove(component);
    }
}
