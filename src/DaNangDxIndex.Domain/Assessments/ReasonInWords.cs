namespace DaNangDxIndex.Assessments;

/// <summary>Reason codes as forms, pages and documents say them.</summary>
public static class ReasonInWords
{
    public static Bilingual Of(ReasonCode reason) => reason switch
    {
        ReasonCode.EvidenceMissing => new("Thiếu tài liệu kiểm chứng", "Evidence missing"),
        ReasonCode.EvidenceInsufficient => new("Tài liệu kiểm chứng chưa đủ căn cứ", "Evidence insufficient"),
        ReasonCode.FigureContradicted =>
            new("Số liệu không khớp với hệ thống hoặc với tài liệu", "Figure contradicted by a system or a document"),
        ReasonCode.OutsideTheYear => new("Ngoài năm đánh giá", "Outside the year assessed"),
        ReasonCode.RuleMisread => new("Áp dụng chưa đúng cách tính điểm", "Scoring rule misapplied"),
        ReasonCode.NothingDue => new("Không phát sinh trong năm", "No cases in the year"),
        ReasonCode.OutsideTheRemit => new("Không thuộc chức năng, nhiệm vụ", "Not within the agency’s functions"),
        ReasonCode.Other => new("Lý do khác", "Other reason"),
    };
}
