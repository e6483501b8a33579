namespace DaNangDxIndex.Papers;

public enum PaperKind
{
    /// <summary>The agency's self-assessment report, báo cáo tự đánh giá.</summary>
    Report,

    /// <summary>The minutes of its appraisal, biên bản thẩm định.</summary>
    Minutes,
}
