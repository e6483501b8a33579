using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Assessments;

/// <content>Rounds of appraisal, the replies between them, and what is opened again.</content>
public sealed partial class Assessment
{
    /// <summary>
    /// With one round the result is final; with two the agency may reply first, while the stage of replies is still to come.
    /// </summary>
    /// <param name="criteriaWithoutVerdict">Criteria that still wait for a verdict; must be none.</param>
    /// <exception cref="RuleViolation"><c>assessment.verdicts-missing</c></exception>
    public void CloseRoundOne(IReadOnlyCollection<string> criteriaWithoutVerdict, Edition edition, Actor actor, DateTimeOffset now)
    {
        RequireVerdicts(criteriaWithoutVerdict);
        Move(AssessmentVerb.CloseRoundOne, edition.TakesReplies ? AssessmentState.Appraised : AssessmentState.Final, edition, actor, now);
    }

    /// <summary>The approver sends what the agency answers to the first appraisal. Who agrees with it sends nothing.</summary>
    /// <param name="digest">Of exactly the replies that the approver saw.</param>
    /// <exception cref="RuleViolation"><c>replies.none</c></exception>
    public void Explain(string digest, int replies, Edition edition, Actor actor, DateTimeOffset now)
    {
        if (replies == 0)
            throw new RuleViolation("replies.none", new(
                "Chưa có tiêu chí nào được giải trình. Nếu cơ quan đồng ý với kết quả thẩm định lần 1 thì không cần gửi.",
                "No reply has been written yet. If the agency agrees with the first appraisal, nothing needs to be sent."));
        Move(AssessmentVerb.Explain, AssessmentState.Explained, edition, actor, now);
        (RepliesDigest, RepliedAt) = (digest, now);
    }

    public void RecallReplies(Edition edition, Actor actor, DateTimeOffset now)
    {
        Move(AssessmentVerb.RecallReplies, AssessmentState.Appraised, edition, actor, now);
        (RepliesDigest, RepliedAt) = (null, null);
    }

    /// <summary>Every reply is answered by a verdict of the second round; without replies the first stands.</summary>
    /// <exception cref="RuleViolation"><c>assessment.verdicts-missing</c></exception>
    public void CloseRoundTwo(IReadOnlyCollection<string> criteriaWithoutVerdict, Edition edition, Actor actor, DateTimeOffset now)
    {
        Require(AssessmentVerb.CloseRoundTwo, edition, actor, now);
        RequireVerdicts(criteriaWithoutVerdict);
        Move(AssessmentVerb.CloseRoundTwo, AssessmentState.Final, edition, actor, now);
    }

    /// <summary>The office asks; the lead appraiser opens.</summary>
    /// <param name="number">One more than those of this assessment so far.</param>
    public Reopening AskToReopen(int number, string criterion, string request, Edition edition, Actor actor, DateTimeOffset now)
    {
        Require(AssessmentVerb.AskToReopen, edition, actor, now);
        return new(Year, Agency, number, criterion, request, actor.Account, now);
    }

    /// <summary>Opens the criterion that the office asked for; all else stays as it was decided.</summary>
    public void Reopen(Reopening asked, string reason, Edition edition, Actor actor, DateTimeOffset now)
    {
        Move(AssessmentVerb.Reopen, AssessmentState.Reopened, edition, actor, now);
        asked.Open(reason, actor.Account, now);
    }

    /// <summary>The reopened criterion is decided anew, and what read a figure that was corrected on the way.</summary>
    /// <exception cref="RuleViolation"><c>assessment.verdicts-missing</c></exception>
    public void CloseReopened(
        Reopening opened, IReadOnlyCollection<string> criteriaWithoutVerdict, Edition edition, Actor actor, DateTimeOffset now)
    {
        CloseRoundTwo(criteriaWithoutVerdict, edition, actor, now);
        opened.End(now);
    }

    private static void RequireVerdicts(IReadOnlyCollection<string> criteriaWithoutVerdict)
    {
        var count = new Counted(criteriaWithoutVerdict.Count);
        if (count.Count > 0)
            throw new RuleViolation("assessment.verdicts-missing", new(
                "Chưa thể kết thúc thẩm định: "
                + $"còn {criteriaWithoutVerdict.Count} tiêu chí chưa thẩm định ({First(criteriaWithoutVerdict)}).",
                "The round cannot be closed: "
                + $"{count} {count:criterion has|criteria have} no decision yet ({First(criteriaWithoutVerdict)})."));
    }

    private static string First(IEnumerable<string> codes) => string.Join(", ", codes.Take(5));
}
