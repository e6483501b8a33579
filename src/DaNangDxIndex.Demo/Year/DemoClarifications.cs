using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;

namespace DaNangDxIndex.Demo;

/// <summary>
/// What agencies of the demo say to the warnings about their made figures, by the product's own act; each says it is a sample.
/// </summary>
internal static class DemoClarifications
{
    public static async Task WriteAsync(IServiceProvider at, AssessmentSheet sheet, Actor assessor, CancellationToken ct)
    {
        if (sheet.OpenDoubts is { Count: > 0 } open)
            await at.GetRequiredService<ClarifyDoubts>().HandleAsync(
                new(sheet.Assessment.Year, sheet.Agency.Code, [.. open.Select(doubt => new ClarifyDoubts.Sentence(
                    doubt.Key, SentenceTo(doubt, sheet), 0))]), assessor, ct);
    }

    private static string SentenceTo(Doubt doubt, AssessmentSheet sheet) => doubt.Kind switch
    {
        DoubtKind.AboveWhole => "Gồm cả trường hợp từ năm trước chuyển sang và người làm việc theo hợp đồng (bản minh họa).",
        DoubtKind.SameAsLastYear => "Đã rà soát, số liệu không thay đổi trong năm (bản minh họa).",
        DoubtKind.Jump when IsGrowth(doubt, sheet) =>
            "Tăng do nhận thêm nhiệm vụ sau khi sắp xếp tổ chức bộ máy; số liệu theo báo cáo cuối năm (bản minh họa).",
        DoubtKind.Jump => "Giảm do một số nhiệm vụ, thủ tục đã chuyển cơ quan khác hoặc bãi bỏ trong năm (bản minh họa).",
        DoubtKind.PartOfNothing => throw new InvalidOperationException($"The demo's figures contradict each other: {doubt.Sentence.En}"),
    };

    private static bool IsGrowth(Doubt doubt, AssessmentSheet sheet) =>
        doubt.Figure is { } figure && sheet.Value(figure)?.Number > sheet.Last?.Of(figure)?.Number;
}
