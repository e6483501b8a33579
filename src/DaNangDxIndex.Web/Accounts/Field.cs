namespace DaNangDxIndex.Accounts;

/// <summary>One text field of a form: label, hint, what is wrong with it, what was typed.</summary>
public sealed record Field(string Name, string Label, string? Value = null)
{
    public string Type { get; init; } = "text";

    public string? Hint { get; init; }

    public string? AutoComplete { get; init; }

    /// <summary>Room for a whole name or title.</summary>
    public bool Wide { get; init; }

    /// <summary>Id of a list of values that the browser offers while somebody types.</summary>
    public string? List { get; init; }
}
