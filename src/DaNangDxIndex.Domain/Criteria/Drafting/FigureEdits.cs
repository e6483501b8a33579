using System.Text.Json.Nodes;

namespace DaNangDxIndex.Criteria.Drafting;

/// <summary>Puts a figure; with another code, every rule that reads it goes on reading it.</summary>
/// <param name="Was">Its code until now; empty for a new one, which stands last.</param>
public sealed record PutFigure(string Was, JsonObject Figure, string Seen) : DraftEdit(Seen)
{
    private const int Most = 500;

    public override string Subject => $"figures/{CriteriaDraft.CodeOf(Figure)}";

    public override JsonNode? Wanted => Figure;

    public override JsonNode? Current(CriteriaDraft draft) => draft.Figure(Was);

    public override void Apply(CriteriaDraft draft)
    {
        var (code, old) = (CriteriaDraft.CodeOf(Figure), draft.Figure(Was));
        RequireFree(code, Was, draft.Figure);
        if (old is null)
            RequireRoom(draft.Figures.Count(), Most);
        Put(CriteriaDraft.ListOf(draft.File, "figures"), old, (JsonObject)Figure.DeepClone());
        References.RenameFigure(draft, Was, code);
    }
}

/// <summary>Takes a figure out that nothing reads.</summary>
public sealed record RemoveFigure(string Code, string Seen) : DraftEdit(Seen)
{
    public override string Subject => $"figures/{Code}";

    public override JsonNode? Wanted => null;

    public override JsonNode? Current(CriteriaDraft draft) => draft.Figure(Code);

    public override void Apply(CriteriaDraft draft)
    {
        var readers = string.Join(", ", References.ReadersOf(draft, Code));
        if (readers.Length > 0)
            throw new RuleViolation("criteria.figure-read", new(
                $"Số liệu đang được dùng ở tiêu chí {readers}. Bỏ ở đó trước.",
                $"The figure is used by criteria {readers}. Remove it there first."));
        if (draft.Figure(Code) is { } figure)
            CriteriaDraft.ListOf(draft.File, "figures").Remove(figure);
    }
}
