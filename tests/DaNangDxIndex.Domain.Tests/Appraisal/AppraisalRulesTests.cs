using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;

namespace DaNangDxIndex.Appraisal;

public sealed class AppraisalRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 1, 9, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData(Role.Appraiser, null, true)]
    [InlineData(Role.Appraiser, "so-khcn", true)]
    [InlineData(Role.Appraiser, "so-tai-chinh", false)]
    [InlineData(Role.LeadAppraiser, "so-tai-chinh", true)]
    [InlineData(Role.Auditor, "so-tai-chinh", false)]
    public void An_appraiser_decides_what_the_own_unit_verifies_and_what_no_unit_is_named_for(
        Role role, string? verifyingUnit, bool allowed)
    {
        var actor = People.Elsewhere(role);
        AppraisalRules.IsInFieldOf(actor, verifyingUnit).ShouldBe(allowed);
        if (allowed)
            AppraisalRules.RequireField(actor, verifyingUnit);
        else
            Should.Throw<RuleViolation>(() => AppraisalRules.RequireField(actor, verifyingUnit)).Code.ShouldBe("appraisal.not-your-field");
    }

    [Fact]
    public void What_waits_has_no_verdict_of_this_round_or_one_that_went_stale()
    {
        var (stands, stale, earlier) = (Accepted("A.1", 2), Accepted("B.1", 2), Accepted("B.2", 1));
        stale.GoStale();

        AppraisalRules.Waiting(SmallSet.Of(), [stands, stale, earlier], round: 2, reopening: null).ShouldBe(["B.1", "B.2"]);
    }

    [Fact]
    public void What_is_only_collected_waits_for_nobody()
    {
        var set = SmallSet.Of();
        var informing = set with { Components = [.. set.Components.Select(
            component => component with { Criteria = [.. component.Criteria.Select(one => one with { Rule = null })] })] };

        AppraisalRules.Waiting(informing, [], round: 1, reopening: null).ShouldBeEmpty();
    }

    private static Verdict Accepted(string criterion, int round)
    {
        var verdict = new Verdict(2025, People.Agency, criterion, round);
        verdict.Accept(Guid.NewGuid(), Now);
        return verdict;
    }
}
