namespace DaNangDxIndex.Publishing.Findings;

/// <summary>Each finding in words: what it is, and what can be done about it.</summary>
public static class FindingWords
{
    public static Bilingual Title(this FindingKind kind) => kind switch
    {
        FindingKind.NotFinal => new("Hồ sơ chưa có kết quả thẩm định cuối cùng", "Assessments that are not final"),
        FindingKind.BlockedFigure => new("Số liệu không hợp lệ", "Figures that are not valid"),
        FindingKind.NotSubmitted => new("Không nộp hồ sơ", "Not submitted"),
        FindingKind.BlankFigure => new("Số liệu còn trống", "Blank figures"),
        FindingKind.BlankPenalty => new("Số liệu điểm trừ còn trống", "Blank figures of deductions"),
        FindingKind.AboveWhole => new("Số liệu thành phần lớn hơn tổng số", "Parts above their wholes"),
        FindingKind.OpenRequest => new("Đề nghị không áp dụng chưa được xem xét", "Requests for “not applicable” that nobody decided"),
        FindingKind.StaleVerdict => new("Số liệu thay đổi sau khi thẩm định", "Figures that changed after the decision"),
        FindingKind.VerdictWithoutReason => new("Kết quả thẩm định không nêu lý do", "Decisions without a reason"),
        FindingKind.CorrectionWithoutReason => new("Số liệu được sửa không nêu lý do", "Corrected figures without a reason"),
        FindingKind.Extension => new("Được gia hạn nộp hồ sơ", "Extended deadlines"),
        FindingKind.TieOnFirst => new("Đồng hạng nhất", "Ties on rank 1"),
        FindingKind.OnTierBound => new("Tổng điểm đúng bằng mức xếp loại", "Totals exactly on the bound of a tier"),
        FindingKind.NearTierBound => new("Tổng điểm cách mức xếp loại không quá 0,5 điểm", "Totals within 0.5 points of the bound of a tier"),
        FindingKind.Jump => new("Tăng, giảm từ 10 điểm hoặc 10 bậc", "Changes of 10 points or 10 places and more"),
        FindingKind.AtCap => new("Tổng điểm bị giới hạn theo thang điểm", "Totals cut off at the scale"),
        FindingKind.NothingApplies => new("Không có tiêu chí nào áp dụng", "Agencies to which no criterion applies"),
    };

    public static Bilingual Remedy(this FindingKind kind) => kind switch
    {
        FindingKind.NotFinal => new(
            "Tổ trưởng Tổ thẩm định kết thúc thẩm định các hồ sơ này trước khi công bố.",
            "The lead appraiser closes these assessments before anything is published."),
        FindingKind.BlockedFigure => new(
            "Đơn vị xác minh sửa lại số liệu; khi chưa sửa, số liệu được coi là trống và không công bố được.",
            "The verifying unit corrects the figure; until then it counts as blank and nothing can be published."),
        FindingKind.NotSubmitted => new(
            "Kiểm tra lại việc ghi nhận không nộp hồ sơ; bảng xếp hạng và phiếu kết quả sẽ ghi rõ.",
            "Check that this was rightly recorded; the ranked table and the scorecard will say so."),
        FindingKind.BlankFigure => new(
            "Phần điểm dựa trên số liệu trống được tính bằng 0. Nếu số liệu có thật, trả lại hồ sơ để bổ sung trước khi công bố.",
            "What rests on a blank figure earns 0. If the figure exists, have the assessment completed before publishing."),
        FindingKind.BlankPenalty => new(
            "Chưa trừ điểm vì chưa có số liệu. Cơ quan thường trực phải xác nhận không phát sinh.",
            "Nothing was deducted because there is no figure. The standing office must confirm that there is nothing to deduct."),
        FindingKind.AboveWhole => new(
            "Tiêu chí không được tính điểm. Tổ thẩm định cần làm rõ với cơ quan.",
            "The criterion earns nothing. The appraisers should clarify it with the agency."),
        FindingKind.OpenRequest => new(
            "Tiêu chí vẫn được tính như có áp dụng. Tổ thẩm định cần trả lời đề nghị.",
            "The criterion is counted as applicable. The appraisers should answer the request."),
        FindingKind.StaleVerdict => new(
            "Tổ thẩm định cần xem lại kết quả thẩm định theo số liệu mới.",
            "The appraisers should look at the decision again with the new figure."),
        FindingKind.VerdictWithoutReason or FindingKind.CorrectionWithoutReason => new(
            "Cơ quan sẽ không biết vì sao bị điều chỉnh. Tổ thẩm định cần bổ sung lý do.",
            "The agency will not learn why it was changed. The appraisers should give the reason."),
        FindingKind.Extension => new(
            "Việc gia hạn đã được ghi trong nhật ký hệ thống; kiểm tra lý do.", "The extension stands in the audit trail; check its reason."),
        FindingKind.TieOnFirst => new(
            "Các cơ quan, đơn vị này cùng đứng đầu khối; kiểm tra tiêu chí phụ trong cách tính điểm.",
            "These agencies share the first place of their group; check the tie keys of the scoring method."),
        FindingKind.OnTierBound or FindingKind.NearTierBound => new(
            "Một thay đổi nhỏ có thể đổi mức xếp loại; đối chiếu lại kết quả thẩm định.",
            "A small change would move the tier; compare the decisions once more."),
        FindingKind.Jump => new(
            "Chuẩn bị giải thích nguyên nhân; đối chiếu số liệu với năm trước.", "Be ready to explain why; compare the figures with those of the year before."),
        FindingKind.AtCap => new(
            "Điểm thưởng đưa tổng điểm vượt thang điểm; phần vượt không được tính.", "Bonus points raise the total above the scale; what is above does not count."),
        FindingKind.NothingApplies => new(
            "Cơ quan không được xếp hạng, xếp loại; kiểm tra loại cơ quan và các tiêu chí không áp dụng.",
            "The agency gets neither rank nor tier; check its kind and what was found not applicable."),
    };
}
