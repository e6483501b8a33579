using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;

namespace DaNangDxIndex.Appraisal;

public sealed class AppraisalRulesTests
{
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
}
