using System.Text.Json.Nodes;

namespace DaNangDxIndex.Criteria.Drafting;

/// <summary>Puts title, note and method.</summary>
public sealed record PutMethod(JsonObject Head, string Seen) : DraftEdit(Seen)
{
    private static readonly string[] Members = ["name", "note", "method"];

    public override string Subject => "method";

    public override JsonNode? Wanted => Head;

    public override JsonNode? Current(CriteriaDraft draft) => HeadOf(draft);

    public override void Apply(CriteriaDraft draft)
    {
        foreach (var member in Members)
        {
            draft.File.Remove(member);
            if (Head[member] is { } value)
                draft.File[member] = value.DeepClone();
        }
    }

    /// <summary>What the form shows of the file.</summary>
    public static JsonObject HeadOf(CriteriaDraft draft) =>
        new(Members.Where(member => draft.File[member] is not null)
            .Select(member => KeyValuePair.Create(member, draft.File[member]?.DeepClone())));
}

/// <summary>Puts a whole file in the draft's place: an import.</summary>
public sealed record ReplaceAll(CriteriaSet Set, string Seen) : DraftEdit(Seen)
{
    public override string Subject => "";

    public override JsonNode? Wanted => JsonNode.Parse(CriteriaFile.Write(Set));

    public override JsonNode? Current(CriteriaDraft draft) => draft.File;

    public override void Apply(CriteriaDraft draft)
    {
        draft.File.Clear();
        foreach (var (name, value) in JsonNode.Parse(CriteriaFile.Write(Set))?.AsObject() ?? [])
            draft.File[name] = value?.DeepClone();
    }
}
