using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Assessments;

/// <summary>A total with its name, its scale and what it does not count yet.</summary>
/// <param name="Beside">"tạm tính; chưa tính: tối đa 6,00 điểm"; null where the total is whole.</param>
public sealed record TotalOnPage(string Label, string Total, string Scale, string? Beside)
{
    public static TotalOnPage Of(string label, Scorecard card, Method method, bool provisional = false) =>
        new(label, PrintedPoints.Of(card.Total, method), PrintedPoints.Of(method.Scale, method), PrintedPoints.Beside(
            card.Open, provisional));
}
