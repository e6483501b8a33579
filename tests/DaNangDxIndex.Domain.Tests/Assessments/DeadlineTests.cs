using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Assessments;

/// <summary>What each verb does in the minute before a deadline, at it, and after it.</summary>
public class DeadlineTests
{
    private static readonly DateTimeOffset Closes = VietNamTime.At(new(2026, 1, 15), new(17, 0));
    private static readonly DateTimeOffset ExtendedDay = VietNamTime.EndOf(new(2026, 1, 18));

    /// <summary>The code of the refusal before the deadline and from it on; null where the verb is allowed.</summary>
    private static readonly (
        AssessmentVerb Verb, AssessmentState State, Role Role, bool Own, EditionStage Stage, string? Before, string? From)[] Table =
    [
        (AssessmentVerb.Enter, AssessmentState.Entering, Role.Assessor, true, EditionStage.Open, null, "assessment.deadline"),
        (AssessmentVerb.AskForApproval, AssessmentState.Entering, Role.Assessor, true, EditionStage.Open, null, "assessment.deadline"),
        (AssessmentVerb.SendBack, AssessmentState.AwaitingApproval, Role.Approver, true, EditionStage.Open, null, "assessment.deadline"),
        (AssessmentVerb.Submit, AssessmentState.Entering, Role.Approver, true, EditionStage.Open, null, "assessment.deadline"),
        (AssessmentVerb.Submit, AssessmentState.AwaitingApproval, Role.Approver, true, EditionStage.Open, null, "assessment.deadline"),
        (AssessmentVerb.Recall, AssessmentState.Submitted, Role.Approver, true, EditionStage.Open, null, "assessment.recall-late"),
        (AssessmentVerb.RecordNotSubmitted, AssessmentState.Entering, Role.Office, false, EditionStage.Open, "assessment.still-time", null),
        (AssessmentVerb.RecordNotSubmitted, AssessmentState.AwaitingApproval,
            Role.Office, false, EditionStage.Open, "assessment.still-time", null),
        (AssessmentVerb.RecordNotSubmitted, AssessmentState.Returned, Role.Office, false, EditionStage.Open, "assessment.still-time", null),
        (AssessmentVerb.RecordNotSubmitted, AssessmentState.Returned, Role.Office,
            false, EditionStage.Appraisal, "assessment.still-time", null),
        (AssessmentVerb.Enter, AssessmentState.Returned, Role.Assessor, true, EditionStage.Open, null, "assessment.deadline"),
        (AssessmentVerb.Submit, AssessmentState.Returned, Role.Approver, true, EditionStage.Appraisal, null, "assessment.deadline"),
        (AssessmentVerb.Submit, AssessmentState.Returned, Role.Approver, true, EditionStage.Final, null, "assessment.deadline"),
        (AssessmentVerb.TakeBack, AssessmentState.NotSubmitted, Role.Office, false, EditionStage.Final, null, null),
        (AssessmentVerb.AskToReopen, AssessmentState.Final, Role.Office, false, EditionStage.Final, null, null),
        (AssessmentVerb.Extend, AssessmentState.Entering, Role.Office, false, EditionStage.Open, null, null),
        (AssessmentVerb.Return, AssessmentState.Submitted, Role.LeadAppraiser, false, EditionStage.Open, null, null),
        (AssessmentVerb.Appraise, AssessmentState.Submitted, Role.Appraiser, false, EditionStage.Open, null, null),
        (AssessmentVerb.CloseRoundOne, AssessmentState.Submitted, Role.LeadAppraiser, false, EditionStage.Open, null, null),
        (AssessmentVerb.Reply, AssessmentState.Appraised, Role.Assessor, true, EditionStage.Explanation, null, null),
        (AssessmentVerb.Explain, AssessmentState.Appraised, Role.Approver, true, EditionStage.Explanation, null, null),
        (AssessmentVerb.RecallReplies, AssessmentState.Explained, Role.Approver, true, EditionStage.Explanation, null, null),
        (AssessmentVerb.CloseRoundTwo, AssessmentState.Appraised, Role.LeadAppraiser, false, EditionStage.Review, null, null),
        (AssessmentVerb.Reopen, AssessmentState.Final, Role.LeadAppraiser, false, EditionStage.Final, null, null),
    ];

    [Fact]
    public void Every_verb_stands_in_the_table() =>
        Enum.GetValues<AssessmentVerb>().Except(Table.Select(line => line.Verb)).ShouldBeEmpty();

    [Theory]
    [InlineData(-60, true)]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(60, false)]
    public void The_edition_s_deadline_is_kept_to_the_second(int seconds, bool before) => Hold(null, Closes, seconds, before);

    /// <summary>An extension to a day lasts to the last second of that day.</summary>
    [Theory]
    [InlineData(-60, true)]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(60, false)]
    public void The_agency_s_own_extension_is_kept_to_the_second(int seconds, bool before) =>
        Hold(ExtendedDay, ExtendedDay, seconds, before);

    [Fact]
    public void The_refusals_name_the_deadline_as_everybody_reads_it()
    {
        Refusal(AssessmentVerb.Enter, AssessmentState.Entering, Role.Assessor, true, EditionStage.Open, ExtendedDay, ExtendedDay)
            .ShouldNotBeNull().Sentence.Vi.ShouldContain("23:59 ngày 18/01/2026");
        Refusal(AssessmentVerb.RecordNotSubmitted, AssessmentState.Entering, Role.Office, false, EditionStage.Open, ExtendedDay, Closes)
            .ShouldNotBeNull().Sentence.Vi.ShouldContain("còn hạn nộp đến 23:59 ngày 18/01/2026");
        Refusal(
            AssessmentVerb.RecordNotSubmitted, AssessmentState.Entering, Role.Office, false, EditionStage.Open, null, Closes.AddDays(-36))
            .ShouldNotBeNull().Sentence.En.ShouldContain("until 17:00 on 15 January 2026");
        Refusal(AssessmentVerb.Recall, AssessmentState.Submitted, Role.Approver, true, EditionStage.Open, null, Closes)
            .ShouldNotBeNull().Sentence.Vi.ShouldContain("đề nghị Tổ trưởng Tổ thẩm định trả lại hồ sơ");
    }

    [Fact]
    public void Without_a_deadline_nobody_is_late_while_the_edition_is_open()
    {
        var assessment = AssessmentRulesTests.In(AssessmentState.Entering);
        AssessmentRules.Refusal(AssessmentVerb.RecordNotSubmitted, assessment,
            AssessmentRulesTests.At(EditionStage.Open), People.Elsewhere(Role.Office), Closes)
            .ShouldNotBeNull().Code.ShouldBe("edition.no-deadline");
    }

    private static void Hold(DateTimeOffset? extendedTo, DateTimeOffset deadline, int seconds, bool before)
    {
        foreach (var line in Table)
        {
            var refusal = Refusal(line.Verb, line.State, line.Role, line.Own, line.Stage, extendedTo, deadline.AddSeconds(seconds));
            (refusal?.Code).ShouldBe(before ? line.Before : line.From, $"{line.Verb} in {line.State}, {seconds} s from the deadline");
            (refusal is null).ShouldBe(
                (before ? line.Before : line.From) is null, $"{line.Verb} in {line.State}, {seconds} s from the deadline");
        }
    }

    private static RuleViolation? Refusal(
        AssessmentVerb verb, AssessmentState state, Role role, bool own, EditionStage stage, DateTimeOffset? extendedTo, DateTimeOffset now)
    {
        var edition = AssessmentRulesTests.At(stage).Scheduled(Closes, null, false);
        var actor = own ? People.AtTheAgency(role) : People.Elsewhere(role);
        return AssessmentRules.Refusal(verb, Reached(state, extendedTo), edition, actor, now);
    }

    /// <summary>In good time, by the verbs that lead there.</summary>
    private static Assessment Reached(AssessmentState state, DateTimeOffset? extendedTo)
    {
        var (soon, open) = (Closes.AddDays(-10), AssessmentRulesTests.At(EditionStage.Open, state == AssessmentState.Final ? 1 : 2)
            .Scheduled(Closes, null, false));
        var assessment = AssessmentRulesTests.In(AssessmentState.Entering);
        if (extendedTo is { } later)
            assessment.Extend(later, "Sự cố mạng ngày 14/01", open, People.Elsewhere(Role.Office), soon);
        if (state == AssessmentState.AwaitingApproval)
            assessment.AskForApproval(open, People.AtTheAgency(Role.Assessor), soon);
        if (state is AssessmentState.Submitted or AssessmentState.Returned or AssessmentState.Appraised or AssessmentState.Explained
            or AssessmentState.Final)
            assessment.Submit(new string('a', 64), open, People.AtTheAgency(Role.Approver), soon);
        if (state == AssessmentState.Returned)
            assessment.Return(null, People.Named, extendedTo ?? Closes, open, People.Elsewhere(Role.LeadAppraiser), soon);
        if (state == AssessmentState.NotSubmitted)
            assessment.RecordNotSubmitted("Hết hạn", AssessmentRulesTests.At(EditionStage.Open)
                .Scheduled(soon, null, false), People.Elsewhere(Role.Office), extendedTo ?? soon);
        if (state is AssessmentState.Appraised or AssessmentState.Explained or AssessmentState.Final)
            assessment.CloseRoundOne([], open, People.Elsewhere(Role.LeadAppraiser), soon);
        if (state == AssessmentState.Explained)
            assessment.Explain(
                new string('b', 64), 1, AssessmentRulesTests.At(EditionStage.Explanation), People.AtTheAgency(Role.Approver), soon);
        assessment.State.ShouldBe(state);
        return assessment;
    }
}
