namespace DaNangDxIndex.Frame;

/// <summary>The criteria of one component of a scorecard, with the rule in words and what came out.</summary>
/// <param name="Columns">Headings of the points columns in order, for instance maximum, declared, final.</param>
public sealed record CriteriaTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<CriteriaTable.Row> Rows)
{
    /// <summary>The closing line of the table ("Cộng"), one text per column.</summary>
    public IReadOnlyList<string>? Sums { get; init; }

    public sealed record Row(string Code, string Name, IReadOnlyList<string> Points, string? Explanation = null, string? Note = null)
    {
        /// <summary>Why points differ, a line each.</summary>
        public IReadOnlyList<string> Notes { get; init; } = [];

        /// <summary>Where links lead to; null where none does.</summary>
        public string? Anchor { get; init; }

        /// <summary>What can be done about it, and where; null for nothing.</summary>
        public (string Text, string Href)? Way { get; init; }
    }
}
