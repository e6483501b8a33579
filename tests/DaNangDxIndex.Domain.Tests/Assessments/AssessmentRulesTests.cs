using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Assessments;

public class AssessmentRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 9, 0, 0, TimeSpan.FromHours(7));

    /// <summary>
    /// The table of stages (design, section 4): who may do what, in which state, while the edition stands at a stage that allows it.
    /// No deadline is set here; what a deadline changes is in <see cref="DeadlineTests"/>.
    /// </summary>
    private static readonly (AssessmentVerb Verb, Role[] Roles, bool Own, AssessmentState[] States, EditionStage[] Stages)[] Table =
    [
        (AssessmentVerb.Enter, [Role.Assessor, Role.Approver], true,
            [AssessmentState.Entering, AssessmentState.Returned], [EditionStage.Open]),
        (AssessmentVerb.AskForApproval, [Role.Assessor], true, [AssessmentState.Entering, AssessmentState.Returned], [EditionStage.Open]),
        (AssessmentVerb.SendBack, [Role.Approver], true, [AssessmentState.AwaitingApproval], [EditionStage.Open]),
        (AssessmentVerb.Submit, [Role.Approver], true,
            [AssessmentState.Entering, AssessmentState.Returned, AssessmentState.AwaitingApproval], [EditionStage.Open]),
        (AssessmentVerb.Recall, [Role.Approver], true, [AssessmentState.Submitted], [EditionStage.Open]),
        (AssessmentVerb.Return, [Role.LeadAppraiser], false, [AssessmentState.Submitted],
            [EditionStage.Open, EditionStage.Appraisal, EditionStage.Final]),
        (AssessmentVerb.RecordNotSubmitted, [Role.Office], false,
            [AssessmentState.Entering, AssessmentState.Returned, AssessmentState.AwaitingApproval], [EditionStage.Appraisal]),
        (AssessmentVerb.TakeBack, [Role.Office], false, [AssessmentState.NotSubmitted],
            [EditionStage.Open, EditionStage.Appraisal, EditionStage.Final]),
        (AssessmentVerb.Extend, [Role.Office], false,
            [AssessmentState.Entering, AssessmentState.Returned, AssessmentState.AwaitingApproval], [EditionStage.Open]),
        (AssessmentVerb.Appraise, [Role.Appraiser, Role.LeadAppraiser], false,
            [AssessmentState.Submitted, AssessmentState.NotSubmitted, AssessmentState.Explained, AssessmentState.Reopened],
            [EditionStage.Open, EditionStage.Appraisal, EditionStage.Review, EditionStage.Final]),
        (AssessmentVerb.CloseRoundOne, [Role.LeadAppraiser], false, [AssessmentState.Submitted],
            [EditionStage.Open, EditionStage.Appraisal, EditionStage.Final]),
        (AssessmentVerb.Reply, [Role.Assessor, Role.Approver], true, [AssessmentState.Appraised], [EditionStage.Explanation]),
        (AssessmentVerb.Explain, [Role.Approver], true, [AssessmentState.Appraised], [EditionStage.Explanation]),
        (AssessmentVerb.RecallReplies, [Role.Approver], true, [AssessmentState.Explained], [EditionStage.Explanation]),
        (AssessmentVerb.CloseRoundTwo, [Role.LeadAppraiser], false,
            [AssessmentState.Appraised, AssessmentState.Explained, AssessmentState.Reopened], [EditionStage.Review, EditionStage.Final]),
        (AssessmentVerb.AskToReopen, [Role.Office], false, [AssessmentState.Final], [EditionStage.Review, EditionStage.Final]),
        (AssessmentVerb.Reopen, [Role.LeadAppraiser], false, [AssessmentState.Final], [EditionStage.Review, EditionStage.Final]),
    ];

    [Fact]
    public void Every_verb_is_allowed_exactly_where_the_table_of_stages_says_so()
    {
        var faults = new List<string>();
        foreach (var verb in Enum.GetValues<AssessmentVerb>())
        foreach (var state in Enum.GetValues<AssessmentState>())
        foreach (var role in Enum.GetValues<Role>())
        foreach (var own in new[] { true, false })
        foreach (var stage in Enum.GetValues<EditionStage>())
        {
            var line = Table.Single(row => row.Verb == verb);
            var completesReturned = stage == EditionStage.Appraisal
                && ((verb is AssessmentVerb.Enter or AssessmentVerb.AskForApproval or AssessmentVerb.Submit
                    && state == AssessmentState.Returned)
                    || (verb is AssessmentVerb.SendBack or AssessmentVerb.Submit && state == AssessmentState.AwaitingApproval));
            var isTooLate = verb == AssessmentVerb.Appraise && stage == EditionStage.Final
                && state is not (AssessmentState.Reopened or AssessmentState.Submitted);
            var expected = line.Own == own && line.Roles.Contains(role) && line.States.Contains(state)
                && (line.Stages.Contains(stage) || completesReturned) && !isTooLate;
            var actor = own ? People.AtTheAgency(role) : People.Elsewhere(role);
            var refusal = AssessmentRules.Refusal(verb, In(state), At(stage), actor, Now);
            if (expected != refusal is null)
                faults.Add($"{verb} by {role}{(own ? " of the agency" : "")} in {state} at {stage}: {refusal?.Code ?? "allowed"}");
        }

        faults.ShouldBeEmpty();
    }

    internal static Assessment In(AssessmentState state) => new(2025, People.Agency, "wards", null, true, state);

    internal static Edition At(EditionStage stage, int rounds = 2) => new(2025, stage, rounds, new(2025, 12, 31));
}
