namespace DaNangDxIndex.Criteria;

/// <summary>One field of the editor on its page. Its label is the text "Field.{path}" unless another is given.</summary>
public sealed record DraftInput(DraftForm Form, string Path)
{
    public string? Label { get; init; }

    public string? Hint { get; init; }

    /// <summary>More than one: a box for longer text.</summary>
    public int Lines { get; init; } = 1;

    /// <summary>What can be chosen; null for a text.</summary>
    public IReadOnlyList<(string Value, string Text)>? Options { get; init; }

    /// <summary>Id of a list of suggestions on the page.</summary>
    public string? Suggestions { get; init; }

    public bool Narrow { get; init; }

    public string? Value { get; init; }
}
