using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Assessments;

public class AssessmentTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 9, 0, 0, TimeSpan.FromHours(7));
    private static readonly Edition Open = AssessmentRulesTests.At(EditionStage.Open);
    private static readonly string Digest = new('a', 64);

    [Fact]
    public void Submitting_keeps_who_when_and_the_digest_of_what_was_on_screen()
    {
        var assessment = AssessmentRulesTests.In(AssessmentState.AwaitingApproval);
        var approver = People.AtTheAgency(Role.Approver);

        assessment.Submit(Digest, Open, approver, Now);

        assessment.State.ShouldBe(AssessmentState.Submitted);
        (assessment.SubmittedDigest, assessment.SubmittedAt, assessment.SubmittedBy).ShouldBe((Digest, Now, approver.Account));
    }

    [Fact]
    public void It_can_be_recalled_until_the_first_verdict()
    {
        var assessment = AssessmentRulesTests.In(AssessmentState.Submitted);

        Should.Throw<RuleViolation>(() => assessment.Recall(hasVerdicts: true, Open, People.AtTheAgency(Role.Approver), Now))
            .Code.ShouldBe("assessment.has-verdicts");
        assessment.State.ShouldBe(AssessmentState.Submitted);

        assessment.Recall(hasVerdicts: false, Open, People.AtTheAgency(Role.Approver), Now);
        assessment.State.ShouldBe(AssessmentState.Entering);
        assessment.SubmittedDigest.ShouldBeNull();
    }

    [Theory]
    [InlineData(1, AssessmentState.Final)]
    [InlineData(2, AssessmentState.Appraised)]
    public void Closing_the_first_round_is_the_end_only_where_there_is_one_round(int rounds, AssessmentState expected)
    {
        var assessment = AssessmentRulesTests.In(AssessmentState.Submitted);

        assessment.CloseRoundOne([], AssessmentRulesTests.At(EditionStage.Appraisal, rounds), People.Elsewhere(Role.LeadAppraiser), Now);

        assessment.State.ShouldBe(expected);
    }

    [Fact]
    public void A_round_cannot_close_while_a_criterion_has_no_verdict()
    {
        var refusal = Should.Throw<RuleViolation>(() => AssessmentRulesTests.In(AssessmentState.Submitted)
            .CloseRoundOne(["DVC.2", "DVC.3"], AssessmentRulesTests.At(EditionStage.Appraisal), People.Elsewhere(Role.LeadAppraiser), Now));

        refusal.Sentence.Vi.ShouldContain("DVC.2, DVC.3");
    }

    [Fact]
    public void A_refused_verb_changes_nothing()
    {
        var assessment = AssessmentRulesTests.In(AssessmentState.Entering);

        Should.Throw<RuleViolation>(
            () => assessment.SendBack("Thiếu số liệu", ReturnedCriteria.None, Open, People.AtTheAgency(Role.Approver), Now));

        (assessment.State, assessment.Note, assessment.Version).ShouldBe((AssessmentState.Entering, null, 0));
    }

    [Fact]
    public void A_returned_assessment_is_approved_past_the_deadline_while_the_edition_is_still_open()
    {
        var open = new Edition(2025, EditionStage.Open, 1, new(2025, 12, 31)).Scheduled(Now, null, false);
        var assessment = AssessmentRulesTests.In(AssessmentState.Entering);
        assessment.Submit(Digest, open, People.AtTheAgency(Role.Approver), Now.AddDays(-1));
        assessment.Return(null, People.Named, Now.AddDays(5), open, People.Elsewhere(Role.LeadAppraiser), Now.AddDays(1));
        assessment.AskForApproval(open, People.AtTheAgency(Role.Assessor), Now.AddDays(2));

        assessment.SendBack("Bổ sung cả DVC.3", ReturnedCriteria.None, open, People.AtTheAgency(Role.Approver), Now.AddDays(2));
        assessment.State.ShouldBe(AssessmentState.Returned);

        assessment.AskForApproval(open, People.AtTheAgency(Role.Assessor), Now.AddDays(3));
        assessment.Submit(Digest, open, People.AtTheAgency(Role.Approver), Now.AddDays(3));
        assessment.State.ShouldBe(AssessmentState.Submitted);
    }

    [Fact]
    public void A_returned_assessment_finds_its_way_back_during_appraisal()
    {
        var appraisal = AssessmentRulesTests.At(EditionStage.Appraisal);
        var assessment = AssessmentRulesTests.In(AssessmentState.Entering);
        assessment.Submit(Digest, Open, People.AtTheAgency(Role.Approver), Now);

        assessment.Return(null, People.Named, Now.AddDays(5), appraisal, People.Elsewhere(Role.LeadAppraiser), Now);
        assessment.AskForApproval(appraisal, People.AtTheAgency(Role.Assessor), Now);
        assessment.SendBack("Bổ sung cả DVC.3", ReturnedCriteria.None, appraisal, People.AtTheAgency(Role.Approver), Now);
        assessment.State.ShouldBe(AssessmentState.Returned);
        assessment.AskForApproval(appraisal, People.AtTheAgency(Role.Assessor), Now);
        assessment.Submit(Digest, appraisal, People.AtTheAgency(Role.Approver), Now);

        assessment.State.ShouldBe(AssessmentState.Submitted);
    }

    [Fact]
    public void What_is_given_back_never_ends_before_the_deadline_everybody_has()
    {
        var open = new Edition(2025, EditionStage.Open, 1, new(2025, 12, 31)).Scheduled(Now.AddDays(20), null, false);
        var assessment = AssessmentRulesTests.In(AssessmentState.Submitted);

        Should.Throw<RuleViolation>(
            () => assessment.Return(null, People.Named, Now.AddDays(5), open, People.Elsewhere(Role.LeadAppraiser), Now))
            .Code.ShouldBe("assessment.completion-shortens");
        assessment.State.ShouldBe(AssessmentState.Submitted);
        assessment.LastDayOffered(open, Now).ShouldBe(new(2026, 2, 4));
        assessment.LastDayOffered(open, Now.AddDays(19)).ShouldBe(new(2026, 2, 10), "a week is left in any case");
    }

    [Fact]
    public void A_record_made_by_mistake_leads_back_to_entry_for_who_never_submitted()
    {
        var final = AssessmentRulesTests.At(EditionStage.Final, 1).Scheduled(Now.AddDays(-9), null, false);
        var assessment = AssessmentRulesTests.In(AssessmentState.NotSubmitted);

        assessment.TakeBack("Ghi nhận nhầm", Now.AddDays(5), final, People.Elsewhere(Role.Office), Now);
        assessment.AskForApproval(final, People.AtTheAgency(Role.Assessor), Now);
        assessment.SendBack("Thiếu DVC.3", ReturnedCriteria.None, final, People.AtTheAgency(Role.Approver), Now);

        (assessment.State, assessment.NoteOf).ShouldBe((AssessmentState.Entering, AssessmentVerb.SendBack));
        Should.Throw<RuleViolation>(() => assessment.Submit(Digest, final, People.AtTheAgency(Role.Approver), Now.AddDays(5)))
            .Code.ShouldBe("assessment.deadline");
        assessment.Extend(Now.AddDays(8), "Mất điện", final, People.Elsewhere(Role.Office), Now);
        assessment.Submit(Digest, final, People.AtTheAgency(Role.Approver), Now.AddDays(6));
        (assessment.State, assessment.CompletesBy, assessment.Note).ShouldBe((AssessmentState.Submitted, null, null));
    }
}
