using DaNangDxIndex.Editions;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Assessments;

/// <summary>Whether the assessments of an edition are ready for its next stage.</summary>
public static class StageReadiness
{
    /// <param name="next">The stage that the edition is to move on to.</param>
    /// <param name="assessments">The state of every assessment of the edition.</param>
    /// <param name="silent">
    /// Agencies that did not submit, are scored all the same, and have a blank penalty
    /// figure: silence must not pay, so none may be left when the edition becomes final.
    /// </param>
    /// <returns><c>edition.not-ready</c>, <c>edition.penalty-blank</c>, or null where nothing stands in the way.</returns>
    public static RuleViolation? Obstacle(
        EditionStage next, IReadOnlyCollection<AssessmentState> assessments, IReadOnlyCollection<string> silent)
    {
        var waiting = new Counted(assessments.Count(state => !IsReady(state, next)));
        return waiting.Count > 0 ? NotReady(waiting, next) : next == EditionStage.Final && silent.Count > 0 ? PenaltyBlank(silent) : null;
    }

    private static bool IsReady(AssessmentState state, EditionStage next) => next switch
    {
        EditionStage.Appraisal =>
            state is AssessmentState.Submitted or AssessmentState.NotSubmitted or AssessmentState.Appraised or AssessmentState.Final,
        EditionStage.Explanation => state is AssessmentState.Appraised or AssessmentState.NotSubmitted or AssessmentState.Final,
        EditionStage.Review =>
            state is AssessmentState.Appraised or AssessmentState.Explained or AssessmentState.NotSubmitted or AssessmentState.Final,
        EditionStage.Final => state is AssessmentState.Final or AssessmentState.NotSubmitted,
        EditionStage.Drafting or EditionStage.Open or EditionStage.Published or EditionStage.Imported => false,
    };

    private static RuleViolation NotReady(Counted waiting, EditionStage next) => new("edition.not-ready", next == EditionStage.Appraisal
        ? new(
            $"Chưa thể chuyển giai đoạn: còn {waiting} hồ sơ chưa nộp và chưa được ghi nhận là không nộp. Xem danh sách bên dưới.",
            $"Cannot move to the next stage: {waiting} {waiting:assessment is|assessments are} neither submitted nor recorded as not "
                + "submitted. "
                + "See the list below.")
        : new(
            $"Chưa thể chuyển giai đoạn: còn {waiting} hồ sơ chưa hoàn thành. Xem danh sách bên dưới.",
            $"Cannot move to the next stage: {waiting} {waiting:assessment is|assessments are} not ready. See the list below."));

    private static RuleViolation PenaltyBlank(IEnumerable<string> silent) => new("edition.penalty-blank", new(
        "Chưa thể chuyển giai đoạn: số liệu điểm trừ còn trống ở cơ quan không nộp hồ sơ nhưng vẫn được chấm điểm "
            + $"({string.Join(", ", silent)}). "
            + "Cơ quan thường trực cần nhập trước.",
        "Cannot move to the next stage: penalty figures are blank for agencies that did not submit and are scored "
            + $"({string.Join(", ", silent)}). "
            + "The standing office must load them first."));
}
