namespace DaNangDxIndex.Accounts;

public sealed class SecondFactorRulesTests
{
    [Theory]
    [InlineData("123456", "123456")]
    [InlineData(" 123 456 ", "123456")]
    [InlineData("123-456", "123456")]
    [InlineData("12345", null)]
    [InlineData("1234567", null)]
    [InlineData("12345a", null)]
    [InlineData("١٢٣٤٥٦", null)]
    [InlineData(null, null)]
    public void A_code_of_the_app_is_six_digits_in_whatever_groups(string? typed, string? code) =>
        SecondFactorRules.AppCode(typed).ShouldBe(code);

    [Theory]
    [InlineData("ABCD-EFGH-JKMN-PQRS", "ABCDEFGHJKMNPQRS")]
    [InlineData("abcd efgh jkmn pqrs", "ABCDEFGHJKMNPQRS")]
    [InlineData("ABCD-EFGH-JKMN", null)]
    [InlineData("123456", null)]
    public void A_recovery_code_is_read_however_it_is_typed(string typed, string? code)
    {
        SecondFactorRules.RecoveryCode(typed).ShouldBe(code);
        if (code is not null)
            SecondFactorRules.InGroups(code).ShouldBe("ABCD-EFGH-JKMN-PQRS");
    }

    [Fact]
    public void It_is_compulsory_for_whoever_holds_one_of_the_roles_that_the_tenant_names()
    {
        SecondFactorRules.IsCompulsory(["assessor", "office"], ["office", "signatory"]).ShouldBeTrue();
        SecondFactorRules.IsCompulsory(["assessor"], ["office", "signatory"]).ShouldBeFalse();
        SecondFactorRules.IsCompulsory(["office"], []).ShouldBeFalse();
        Should.Throw<RuleViolation>(() => SecondFactorRules.RequireOneLeft(compulsory: true, left: 0))
            .Code.ShouldBe("second-factor.compulsory");
        Should.NotThrow(() => SecondFactorRules.RequireOneLeft(compulsory: true, left: 1));
        Should.NotThrow(() => SecondFactorRules.RequireOneLeft(compulsory: false, left: 0));
    }

    [Fact]
    public void Somebody_counts_as_present_for_a_quarter_of_an_hour_after_the_sign_in()
    {
        var signedIn = new DateTimeOffset(2026, 11, 26, 8, 0, 0, TimeSpan.Zero);
        SecondFactorRules.IsPresent(signedIn, signedIn.AddMinutes(14)).ShouldBeTrue();
        SecondFactorRules.IsPresent(signedIn, signedIn.AddMinutes(15)).ShouldBeFalse();
    }
}
