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
        FindingKind.NearTierBound => new(
            "Tổng điểm cách mức xếp loại không quá 0,5 điểm",
            "Totals within 0.5 points of the bound of a tier"),
        FindingKind.Jump => new("Tăng, giảm từ 10 điểm hoặc 10 bậc", "Changes of 10 points or 10 places and more"),
        FindingKind.AtCap => new("Tổng điểm bị giới hạn theo thang điểm", "Totals cut off at the scale"),
        FindingKind.NothingApplies => new("Không có tiêu chí nào áp dụng", "Agencies to which no criterion applies"),
    };

    public static Bilingual Remedy(this FindingKind kind) => kind switch
    {
        FindingKind.NotFinal => new(
            "Hồ sơ phải được nộp, thẩm định và kết thúc thẩm định trước khi công bố; tiêu chí đang mở lại phải được thẩm định lại.",
            "These assessments must be submitted, appraised and closed before anything is published; "
            + "a reopened criterion must be decided again."),
        FindingKind.BlockedFigure => new(
            "Khi chưa điều chỉnh, số liệu được coi là trống và không công bố được. Mở lại tiêu chí để đơn vị xác minh điều chỉnh số liệu.",
            "Until it is corrected, the figure counts as blank and nothing can be published. "
            + "Have the criterion reopened so that the verifying unit corrects it."),
        FindingKind.NotSubmitted => new(
            "Bảng xếp hạng và phiếu kết quả sẽ ghi rõ. Nếu ghi nhận nhầm, cơ quan thường trực hủy ghi nhận và cho cơ quan nộp bổ sung.",
            "The ranked table and the scorecard will say so. "
            + "If it was recorded by mistake, the standing office takes the record back and the agency submits late."),
        FindingKind.BlankFigure => new(
            "Phần điểm dựa trên số liệu trống được tính bằng 0. Nếu có số liệu, mở lại tiêu chí để đơn vị xác minh nhập trước khi công bố.",
            "What rests on a blank figure earns 0. "
            + "If the figure exists, have the criterion reopened so that the verifying unit enters it before publishing."),
        FindingKind.BlankPenalty => new(
            "Chưa trừ điểm vì chưa có số liệu. Mở lại tiêu chí để nhập số liệu; không phát sinh thì nhập 0.",
            "Nothing was deducted because there is no figure. Have the criterion reopened to enter it; 0 if there is nothing to deduct."),
        FindingKind.AboveWhole => new(
            "Tiêu chí không được tính điểm. Mở lại tiêu chí để Tổ thẩm định làm rõ với cơ quan.",
            "The criterion earns nothing. Have it reopened so that the appraisers clarify it with the agency."),
        FindingKind.OpenRequest => new(
            "Tiêu chí vẫn được tính như có áp dụng. Mở lại tiêu chí để Tổ thẩm định trả lời đề nghị.",
            "The criterion is counted as applicable. Have it reopened so that the appraisers answer the request."),
        FindingKind.StaleVerdict => new(
            "Mở lại tiêu chí để Tổ thẩm định xem lại kết quả theo số liệu mới.",
            "Have the criterion reopened so that the appraisers look at the decision again with the new figure."),
        FindingKind.VerdictWithoutReason or FindingKind.CorrectionWithoutReason => new(
            "Cơ quan sẽ không biết vì sao bị điều chỉnh. Mở lại tiêu chí để Tổ thẩm định bổ sung lý do.",
            "The agency will not learn why it was changed. Have the criterion reopened so that the appraisers give the reason."),
        FindingKind.Extension => new(
            "Việc gia hạn đã được ghi trong nhật ký hệ thống; kiểm tra lý do.",
            "The extension stands in the audit trail; check its reason."),
        FindingKind.TieOnFirst => new(
            "Các cơ quan, đơn vị này cùng đứng đầu khối; kiểm tra tiêu chí phụ trong cách tính điểm.",
            "These agencies share the first place of their group; check the tie keys of the scoring method."),
        FindingKind.OnTierBound or FindingKind.NearTierBound => new(
            "Một thay đổi nhỏ có thể đổi mức xếp loại; đối chiếu lại kết quả thẩm định.",
            "A small change would move the tier; compare the decisions once more."),
        FindingKind.Jump => new(
            "Chuẩn bị giải thích nguyên nhân; đối chiếu số liệu với năm trước.",
            "Be ready to explain why; compare the figures with those of the year before."),
        FindingKind.AtCap => new(
            "Điểm thưởng đưa tổng điểm vượt thang điểm; phần vượt không được tính.",
            "Bonus points raise the total above the scale; what is above does not count."),
        FindingKind.NothingApplies => new(
            "Cơ quan không được xếp hạng, xếp loại; kiểm tra loại cơ quan và các tiêu chí không áp dụng.",
            "The agency gets neither rank nor tier; check its kind and what was found not applicable."),
    };
}
