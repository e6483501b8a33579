using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Amendments;

public class AmendmentRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 1, 9, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData(AssessmentState.Appraised)]
    [InlineData(AssessmentState.Explained)]
    [InlineData(AssessmentState.Final)]
    [InlineData(AssessmentState.Reopened)]
    public void Where_points_are_settled_the_criteria_stay(AssessmentState state) =>
        Refused(() => AmendmentRules.RequireNothingSettled(
            [AssessmentRulesTests.In(AssessmentState.Submitted), AssessmentRulesTests.In(state)])).ShouldBe("amendment.settled");

    [Fact]
    public void Until_points_are_settled_the_criteria_may_change() =>
        Should.NotThrow(() => AmendmentRules.RequireNothingSettled(
            new[] { AssessmentState.Entering, AssessmentState.Submitted, AssessmentState.Returned, AssessmentState.NotSubmitted }
                .Select(AssessmentRulesTests.In)));

    [Theory]
    [InlineData(EditionStage.Open, Role.Office, null)]
    [InlineData(EditionStage.Appraisal, Role.Office, null)]
    [InlineData(EditionStage.Drafting, Role.Office, "amendment.not-now")]
    [InlineData(EditionStage.Final, Role.Office, "amendment.not-now")]
    [InlineData(EditionStage.Open, Role.LeadAppraiser, "amendment.not-office")]
    public void The_office_amends_while_figures_are_entered_and_appraised(EditionStage stage, Role role, string? refusal) =>
        Refused(() => AmendmentRules.RequireAmendable(AssessmentRulesTests.At(stage), People.Elsewhere(role))).ShouldBe(refusal);

    [Theory]
    [InlineData(EditionStage.Open, 10, 20, null)]
    [InlineData(EditionStage.Open, 10, 10, "amendment.nothing")]
    [InlineData(EditionStage.Open, -1, 20, "amendment.days-passed")]
    [InlineData(EditionStage.Open, 10, -1, "amendment.days-passed")]
    [InlineData(EditionStage.Appraisal, 10, 20, "amendment.days-passed")]
    public void The_end_of_entry_moves_while_it_lies_ahead_and_figures_are_entered(
        EditionStage stage, int closes, int moved, string? refusal)
    {
        var edition = AssessmentRulesTests.At(stage).Scheduled(Now.AddDays(closes), null, false);

        Refused(() => AmendmentRules.RequireDays(edition, edition.Calendar with { EntryClosesAt = Now.AddDays(moved) }, Now))
            .ShouldBe(refusal);
    }

    [Fact]
    public void The_end_of_appraisal_moves_when_entry_is_over()
    {
        var edition = AssessmentRulesTests.At(EditionStage.Appraisal).Scheduled(Now.AddDays(-1), null, false);

        Should.NotThrow(() => AmendmentRules.RequireDays(edition, edition.Calendar with { AppraisalEndsOn = new(2026, 3, 31) }, Now));
    }

    [Fact]
    public void A_weight_may_change_and_touches_its_criterion_alone()
    {
        var (before, after) = (SmallSet.Of(), Changed(criterion => criterion with { Maximum = criterion.Maximum * 2 }));

        Should.NotThrow(() => AmendmentRules.RequireSameForm(before, after));
        AmendmentRules.Touched(before, after).ShouldBe(["A.1"]);
    }

    [Fact]
    public void Guidance_may_change_and_touches_nothing()
    {
        var (before, after) = (SmallSet.Of(), Changed(criterion => criterion with { Guidance = new("Xem hướng dẫn", "See the guidance") }));

        Should.NotThrow(() => AmendmentRules.RequireSameForm(before, after));
        AmendmentRules.Touched(before, after).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_asked_and_how_it_is_ranked_may_not_change()
    {
        var before = SmallSet.Of();

        Refused(() => AmendmentRules.RequireSameForm(before, before)).ShouldBe("amendment.nothing");
        Refused(() => AmendmentRules.RequireSameForm(before, before with { Figures = [.. before.Figures.Skip(1)] }))
            .ShouldBe("amendment.other-form");
        Refused(() => AmendmentRules.RequireSameForm(before, before with { Method = before.Method with { Scale = 50 } }))
            .ShouldBe("amendment.other-form");
    }

    [Fact]
    public void Whoever_moves_is_told_those_that_lose_most_first()
    {
        var after = SampleEdition.Of().Groups[0].Results;
        var before = after.Select((result, index) => result with { Total = index == 0 ? "1.00" : index == 1 ? "100.00" : result.Total });

        var moved = Movement.Between([.. before], after);

        moved.Select(movement => movement.Agency).ShouldBe([after[1].Agency, after[0].Agency]);
        (moved[0].Before, moved[0].After).ShouldBe(("100.00", after[1].Total));
    }

    private static CriteriaSet Changed(Func<Criterion, Criterion> change)
    {
        var set = SmallSet.Of();
        var first = set.Components[0];
        return set with { Components = [first with { Criteria = [change(first.Criteria[0])] }, .. set.Components.Skip(1)] };
    }

    private static string? Refused(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (RuleViolation refused)
        {
            return refused.Code;
        }
    }
}
