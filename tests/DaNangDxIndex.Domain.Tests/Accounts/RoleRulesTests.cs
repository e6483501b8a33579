namespace DaNangDxIndex.Accounts;

public sealed class RoleRulesTests
{
    [Theory]
    [InlineData(Role.Assessor, Role.Approver, "account.enters-and-approves")]
    [InlineData(Role.Assessor, Role.AgencyAdministrator, "account.enters-and-administers")]
    [InlineData(Role.Appraiser, Role.Signatory, "account.appraises-and-signs")]
    [InlineData(Role.Signatory, Role.LeadAppraiser, "account.appraises-and-signs")]
    [InlineData(Role.Administrator, Role.Signatory, "account.administers-and-signs")]
    public void Who_does_a_thing_does_not_also_approve_it(Role role, Role other, string code) =>
        Should.Throw<RuleViolation>(() => RoleRules.RequireApart([role, Role.Auditor, other])).Code.ShouldBe(code);

    [Fact]
    public void Every_two_that_have_to_be_apart_are_told_once() =>
        RoleRules.ApartRefusals([Role.Assessor, Role.Approver, Role.Appraiser, Role.LeadAppraiser, Role.Signatory])
            .Select(refusal => refusal.Code).ShouldBe(["account.enters-and-approves", "account.appraises-and-signs"]);

    [Fact]
    public void Other_roles_go_together() =>
        Should.NotThrow(() => RoleRules.RequireApart([Role.Appraiser, Role.LeadAppraiser, Role.Office, Role.Auditor, Role.Administrator]));

    [Fact]
    public void Nobody_gives_oneself_a_role() =>
        Refused([Role.Administrator, Role.Office], otherAgency: false, disabled: false).ShouldContain("tự giao thêm vai trò");

    [Fact]
    public void Nobody_moves_oneself_to_another_agency() =>
        Refused([Role.Administrator], otherAgency: true, disabled: false).ShouldContain("tự đổi cơ quan");

    [Fact]
    public void Nobody_locks_oneself_out()
    {
        Refused([Role.Auditor], otherAgency: false, disabled: false).ShouldContain("tự gỡ vai trò quản trị");
        Refused([Role.Administrator], otherAgency: false, disabled: true).ShouldContain("tự khóa");
    }

    [Fact]
    public void A_role_besides_administering_may_be_laid_down() =>
        Should.NotThrow(() => RoleRules.RequireByAnother(
            [Role.Administrator, Role.Auditor], [Role.Administrator], otherAgency: false, disabled: false));

    [Fact]
    public void The_agencys_administrator_keeps_those_of_the_own_agency_who_enter_or_approve_and_nobody_else()
    {
        var keeper = new Actor(Guid.Empty, "", new HashSet<Role> { Role.AgencyAdministrator }, "one");
        RoleRules.Keeps(keeper, [Role.Assessor], "one").ShouldBeTrue();
        RoleRules.Keeps(keeper, [Role.Assessor], "other").ShouldBeFalse();
        RoleRules.Keeps(keeper, [Role.Assessor], null).ShouldBeFalse();
        foreach (var role in Enum.GetValues<Role>().Except([Role.Assessor, Role.Approver]))
            RoleRules.Keeps(keeper, [Role.Assessor, role], "one").ShouldBeFalse();
        RoleRules.Keeps(keeper with { Roles = new HashSet<Role> { Role.Approver } }, [Role.Assessor], "one").ShouldBeFalse();
    }

    [Fact]
    public void Alone_only_the_second_administrator_is_named_and_only_once()
    {
        RoleRules.MayBeGivenAlone(Role.Administrator, others: false, before: false).ShouldBeTrue();
        RoleRules.MayBeGivenAlone(Role.Administrator, others: true, before: false).ShouldBeFalse();
        RoleRules.MayBeGivenAlone(Role.Administrator, others: false, before: true).ShouldBeFalse();
        RoleRules.MayBeGivenAlone(Role.Signatory, others: false, before: false).ShouldBeFalse();
    }

    private static string Refused(Role[] wanted, bool otherAgency, bool disabled) => Should.Throw<RuleViolation>(
        () => RoleRules.RequireByAnother([Role.Administrator, Role.Auditor], wanted, otherAgency, disabled)).Sentence.Vi;
}
