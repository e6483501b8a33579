using DaNangDxIndex.Frame;

namespace DaNangDxIndex.Assessments;

/// <summary>Answers with their change links; a missing answer shows a link in the value's place.</summary>
public sealed record SummaryList(string? Heading, IReadOnlyList<SummaryList.Row> Rows)
{
    /// <summary>Of the row of a figure.</summary>
    public static string IdOf(string figure) => $"answer-{ErrorSummary.FieldId("f" + figure)}";

    /// <param name="Value">Null shows the text for "not provided".</param>
    /// <param name="Hidden">What is changed, for those who hear links out of context.</param>
    public sealed record Row(string Key, string? Value, string? ChangeHref = null, string? Hidden = null)
    {
        public string? Points { get; init; }

        /// <summary>Where a change leads back to; null for rows that nothing leads to.</summary>
        public string? Id { get; init; }
    }
}
