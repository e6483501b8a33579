namespace DaNangDxIndex.Assessments;

/// <summary>
/// What a saved figure, or a saved sentence to a doubt, looks like now and what the figures earn, in the numbers of the language it was
/// sent in.
/// </summary>
/// <param name="Version">To be sent as If-Match with the next change.</param>
/// <param name="Criteria">Every criterion that reads the figure.</param>
/// <param name="Doubts">What can hardly be true in the component, beside other figures or those of the year before.</param>
public sealed record SavedFigure(
    string? Value, int Version, string? SavedAt, IReadOnlyList<SavedFigure.CriterionPoints> Criteria,
    SavedFigure.Sum Component, SavedFigure.Sum Total, SavedFigure.Done Progress, IReadOnlyList<ShownDoubt> Doubts)
{
    public sealed record CriterionPoints(string Code, string Points, string Maximum, string Explanation);

    /// <param name="Open">What the total does not count yet, in words; null where nothing is open.</param>
    public sealed record Sum(string Points, string Maximum, string? Open = null);

    /// <param name="Doubts">Errors and unexplained warnings of the whole form.</param>
    public sealed record Done(int Filled, int Of, int Doubts);
}
