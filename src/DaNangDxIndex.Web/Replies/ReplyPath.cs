using DaNangDxIndex.Assessments;

namespace DaNangDxIndex.Replies;

/// <summary>Where an agency reads, writes and sends its replies.</summary>
internal static class ReplyPath
{
    public static string Of(int year, string agency) => $"{AssessmentPath.Of(year, agency)}/replies";

    public static string To(int year, string agency, string criterion) => $"{Of(year, agency)}/{criterion}";

    /// <summary>The agency's own result, which the replies answer.</summary>
    public static string Result(int year, string agency) => $"{AssessmentPath.Of(year, agency)}/result";
}
