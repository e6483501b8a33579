using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Assessments;

/// <summary>A component of the form, given to a colleague.</summary>
public class FormPartTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 9, 0, 0, TimeSpan.FromHours(7));
    private static readonly Edition Open = AssessmentRulesTests.At(EditionStage.Open);
    private static readonly Actor Holder = People.AtTheAgency(Role.Assessor);

    [Fact]
    public void It_is_late_from_the_day_after_its_last_one()
    {
        Given(2026, 1, 15).StateOf(here: true, null, Now).ShouldBe(FormPartState.InHand);
        Given(2026, 1, 14).StateOf(here: true, null, Now).ShouldBe(FormPartState.Late);
    }

    [Fact]
    public void It_is_nobodys_when_its_holder_has_left_unless_it_was_done()
    {
        var part = Given(2026, 1, 20);
        part.StateOf(here: false, null, Now).ShouldBe(FormPartState.Nobodys);

        part.SignOff(Holder, Now);
        part.StateOf(here: false, null, Now).ShouldBe(FormPartState.Done);
    }

    [Fact]
    public void What_is_changed_after_it_was_signed_off_shows()
    {
        var part = Given(2026, 1, 20);
        part.SignOff(Holder, Now);

        part.StateOf(here: true, Now.AddMinutes(-1), Now).ShouldBe(FormPartState.Done);
        part.StateOf(here: true, Now.AddMinutes(1), Now).ShouldBe(FormPartState.ChangedSince);
    }

    [Fact]
    public void Given_again_it_is_not_done_any_more()
    {
        var part = Given(2026, 1, 20);
        part.SignOff(Holder, Now);

        part.Give(Guid.NewGuid(), new(2026, 1, 25), Guid.NewGuid(), Now);

        (part.DoneAt, part.Version).ShouldBe((null, 3));
    }

    [Fact]
    public void Only_its_holder_signs_it_off_or_takes_it_up_again()
    {
        var part = Given(2026, 1, 20);
        var another = Holder with { Account = Guid.NewGuid() };

        Should.Throw<RuleViolation>(() => part.SignOff(another, Now)).Code.ShouldBe("part.not-holder");
        Should.Throw<RuleViolation>(() => part.TakeUpAgain(another)).Code.ShouldBe("part.not-holder");
        part.DoneAt.ShouldBeNull();
    }

    [Fact]
    public void Only_the_agencys_approver_divides_the_form_and_only_while_it_can_be_filled_in()
    {
        var entering = AssessmentRulesTests.In(AssessmentState.Entering);
        FormPartRules.Refusal(entering, Open, People.AtTheAgency(Role.Approver), Now).ShouldBeNull();
        FormPartRules.Refusal(entering, Open, Holder, Now).ShouldNotBeNull().Code.ShouldBe("part.not-approver");
        FormPartRules.Refusal(entering, Open, People.Elsewhere(Role.Approver), Now)
            .ShouldNotBeNull().Code.ShouldBe("assessment.wrong-person");
        FormPartRules.Refusal(AssessmentRulesTests.In(AssessmentState.Submitted), Open, People.AtTheAgency(Role.Approver), Now)
            .ShouldNotBeNull().Code
            .ShouldBe("assessment.submitted");
    }

    [Fact]
    public void It_runs_from_today_to_the_agencys_own_deadline()
    {
        var edition = AssessmentRulesTests.At(EditionStage.Open).Scheduled(
            new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.FromHours(7)), null, false);
        var entering = AssessmentRulesTests.In(AssessmentState.Entering);

        FormPartRules.DueFault(new(2026, 1, 14), entering, edition, Now).ShouldNotBeNull();
        FormPartRules.DueFault(new(2026, 1, 15), entering, edition, Now).ShouldBeNull();
        FormPartRules.DueFault(new(2026, 1, 31), entering, edition, Now).ShouldBeNull();
        FormPartRules.DueFault(new(2026, 2, 1), entering, edition, Now).ShouldNotBeNull().Vi.ShouldContain("31/01/2026");
        FormPartRules.DueOffered(entering, edition, Now).ShouldBe(new(2026, 1, 28));
        FormPartRules.DueOffered(entering, edition, new(2026, 1, 29, 9, 0, 0, TimeSpan.FromHours(7))).ShouldBe(new(2026, 1, 31));
    }

    private static FormPart Given(int year, int month, int day)
    {
        var part = new FormPart(2025, "w25-hai-chau", "A");
        part.Give(Holder.Account, new(year, month, day), Guid.NewGuid(), Now);
        return part;
    }
}
