using System.Text.Json.Nodes;

namespace DaNangDxIndex.Criteria.Drafting;

/// <summary>Puts a criterion into a component.</summary>
/// <param name="Was">Its code until now; empty for a new one, which stands last in its component.</param>
/// <param name="Component">Code of the component it belongs to.</param>
public sealed record PutCriterion(string Was, string Component, JsonObject Criterion, string Seen) : DraftEdit(Seen)
{
    private const int Most = 300;

    public override string Subject => $"criteria/{CriteriaDraft.CodeOf(Criterion)}";

    public override JsonNode? Wanted => Criterion;

    public override JsonNode? Current(CriteriaDraft draft) => draft.Criterion(Was);

    public override void Apply(CriteriaDraft draft)
    {
        var (code, old) = (CriteriaDraft.CodeOf(Criterion), draft.Criterion(Was));
        RequireFree(code, Was, draft.Criterion);
        if (old is null)
            RequireRoom(draft.Criteria.Count(), Most);
        if (draft.Component(Component) is not { } component)
            throw new RuleViolation("criteria.no-component", new("Chọn nhóm tiêu chí.", "Choose a component."));
        var from = draft.ComponentOf(Was);
        if (old is not null && from is not null && from != component)
        {
            CriteriaDraft.ListOf(from, "criteria").Remove(old);
            old = null;
        }

        Put(CriteriaDraft.ListOf(component, "criteria"), old, (JsonObject)Criterion.DeepClone());
        References.RenameCriterion(draft, Was, code);
    }
}

public sealed record RemoveCriterion(string Code, string Seen) : DraftEdit(Seen)
{
    public override string Subject => $"criteria/{Code}";

    public override JsonNode? Wanted => null;

    public override JsonNode? Current(CriteriaDraft draft) => draft.Criterion(Code);

    public override void Apply(CriteriaDraft draft)
    {
        if (draft.Criterion(Code) is { } criterion && draft.ComponentOf(Code) is { } component)
            CriteriaDraft.ListOf(component, "criteria").Remove(criterion);
    }
}

/// <summary>Moves a criterion one place up or down inside its component; at the end it stays.</summary>
public sealed record MoveCriterion(string Code, bool Up, string Seen) : DraftEdit(Seen)
{
    public override string Subject => $"criteria/{Code}/position";

    public override JsonNode? Wanted => null;

    public override JsonNode? Current(CriteriaDraft draft) => draft.Criterion(Code);

    public override void Apply(CriteriaDraft draft)
    {
        if (draft.Criterion(Code) is not { } criterion || draft.ComponentOf(Code) is not { } component)
            return;
        var list = CriteriaDraft.ListOf(component, "criteria");
        var place = list.IndexOf(criterion);
        var target = Math.Clamp(place + (Up ? -1 : 1), 0, list.Count - 1);
        list.RemoveAt(place);
        list.Insert(target, criterion);
    }
}
