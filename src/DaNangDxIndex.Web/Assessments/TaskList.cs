namespace DaNangDxIndex.Assessments;

/// <summary>What is to be done, one row per component or duty; the whole row is the link.</summary>
public sealed record TaskList(string? Heading, IReadOnlyList<TaskList.Item> Items)
{
    /// <param name="Href">Null where the task cannot start yet.</param>
    /// <param name="Status">In words; only what needs doing is coloured.</param>
    public sealed record Item(string Name, string? Href, string Status, Kind Kind, string? Hint = null)
    {
        public string? Points { get; init; }
    }

    public enum Kind
    {
        ToDo,
        InProgress,
        Problem,
        Done,
        CannotStart,
    }
}
