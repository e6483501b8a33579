namespace DaNangDxIndex.Assessments;

/// <summary>The states of an assessment as every page and answer names them.</summary>
public static class AssessmentStateInWords
{
    public static Bilingual InWords(this AssessmentState state) => state switch
    {
        AssessmentState.Entering => new("Đang nhập số liệu", "Entering figures"),
        AssessmentState.AwaitingApproval => new("Chờ lãnh đạo duyệt", "Awaiting approval"),
        AssessmentState.Submitted => new("Đã nộp", "Submitted"),
        AssessmentState.Returned => new("Trả lại để bổ sung", "Returned for completion"),
        AssessmentState.NotSubmitted => new("Không nộp hồ sơ", "Not submitted"),
        AssessmentState.Appraised => new("Đã thẩm định lần 1", "First appraisal closed"),
        AssessmentState.Explained => new("Đã giải trình", "Reply given"),
        AssessmentState.Final => new("Đã có kết quả thẩm định cuối cùng", "Final"),
        AssessmentState.Reopened => new("Mở lại tiêu chí", "Criterion reopened"),
    };
}
