using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Assessments;

/// <summary>One component as its page shows it.</summary>
public sealed record ComponentForm(
    Component Component, IReadOnlyList<ComponentForm.Item> Items, string Points, string Maximum, TotalOnPage Total)
{
    /// <summary>Doubts about the component as a whole.</summary>
    public IReadOnlyList<ShownDoubt> Doubts { get; init; } = [];

    /// <summary>The year that stands above the column of last year's values; null where nothing is known of one.</summary>
    public int? LastYear { get; init; }

    /// <param name="Request">The agency's reason for "not applicable", where it asked.</param>
    /// <param name="MayAsk">It could ask: the criterion earns points and does apply so far.</param>
    /// <param name="Doubts">Those beside its figures.</param>
    public sealed record Item(CriterionEntry Entry, string? Request, bool MayAsk, IReadOnlyList<ShownDoubt> Doubts);
}
