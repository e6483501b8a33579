using DaNangDxIndex.Criteria;
using DaNangDxIndex.Frame;

namespace DaNangDxIndex.Assessments;

/// <summary>One component as its page shows it.</summary>
public sealed record ComponentForm(
    Component Component, IReadOnlyList<ComponentForm.Item> Items, string Points, string Maximum, TotalOnPage Total)
{
    /// <param name="Request">The agency's reason for "not applicable", where it asked.</param>
    /// <param name="MayAsk">It could ask: the criterion earns points and does apply so far.</param>
    public sealed record Item(CriterionEntry Entry, string? Request, bool MayAsk);
}
