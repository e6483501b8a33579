namespace DaNangDxIndex.Accounts;

public sealed class TokenRulesTests
{
    [Fact]
    public void A_token_is_offered_no_more_than_its_person_may_do()
    {
        TokenRules.Offered([Role.Assessor]).ShouldBe([TokenScope.Read, TokenScope.Enter]);
        TokenRules.Offered([Role.Appraiser, Role.Office]).ShouldBe([TokenScope.Read, TokenScope.Appraise, TokenScope.Office]);
        TokenRules.Offered([Role.Signatory, Role.Administrator]).ShouldBe([TokenScope.Read]);
    }

    [Fact]
    public void No_token_signs_results_or_keeps_accounts() =>
        Enum.GetValues<TokenScope>().SelectMany(TokenRules.Roles).ShouldNotContain(
            role => role == Role.Signatory || role == Role.Administrator || role == Role.AgencyAdministrator);

    [Fact]
    public void What_the_roles_do_not_give_and_what_is_too_much_is_refused()
    {
        Should.Throw<RuleViolation>(() => TokenRules.Require(TokenScope.Office, [Role.Assessor], 0)).Code.ShouldBe("token.scope");
        Should.Throw<RuleViolation>(() => TokenRules.Require(TokenScope.Read, [Role.Assessor], TokenRules.Most)).Code
            .ShouldBe("token.too-many");
        TokenRules.DaysFault(365).ShouldBeNull();
        TokenRules.DaysFault(366).ShouldNotBeNull();
        TokenRules.DaysFault(0).ShouldNotBeNull();
        TokenRules.NameFault("  ").ShouldNotBeNull();
        TokenRules.NameFault(new('a', TokenRules.LongestName + 1)).ShouldNotBeNull();
    }
}
