using DaNangDxIndex.Appraisal;

namespace DaNangDxIndex.Scorecards;

/// <summary>The published reason of a verdict in words. The appraiser's own sentence is never published.</summary>
public static class PublishedReasons
{
    public static Bilingual InWords(ReasonCode reason) => reason switch
    {
        ReasonCode.EvidenceMissing => new("Thiếu tài liệu kiểm chứng", "Evidence missing"),
        ReasonCode.EvidenceInsufficient => new("Tài liệu kiểm chứng chưa đủ căn cứ", "Evidence insufficient"),
        ReasonCode.FigureContradicted => new("Số liệu không khớp với hệ thống hoặc với tài liệu", "Figure contradicted by a system or a document"),
        ReasonCode.OutsideTheYear => new("Ngoài năm đánh giá", "Outside the year"),
        ReasonCode.RuleMisread => new("Hiểu chưa đúng cách tính điểm", "Rule misread"),
        ReasonCode.NothingDue => new("Không phát sinh trong năm", "Nothing was due"),
        ReasonCode.OutsideTheRemit => new("Không thuộc chức năng, nhiệm vụ", "Outside the remit"),
        ReasonCode.Other => new("Lý do khác", "Other reason"),
    };
}
