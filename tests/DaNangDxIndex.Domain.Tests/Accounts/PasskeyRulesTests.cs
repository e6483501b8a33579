namespace DaNangDxIndex.Accounts;

public sealed class PasskeyRulesTests
{
    [Theory]
    [InlineData("https://dx.danang.gov.vn", true)]
    [InlineData("https://dx.danang.gov.vn:8443", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://dx.danang.gov.vn", false)]
    [InlineData("http://127.0.0.1:5080", false)]
    [InlineData("https://10.0.0.5", false)]
    [InlineData("https://[::1]", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Passkeys_are_kept_for_sites_with_a_name_and_over_https(string? origin, bool kept) =>
        PasskeyRules.IsSite(origin).ShouldBe(kept);

    [Fact]
    public void A_passkey_has_a_name_and_nobody_has_more_than_ten()
    {
        PasskeyRules.NameFault("Máy tính ở Sở").ShouldBeNull();
        PasskeyRules.NameFault("  ").ShouldNotBeNull();
        PasskeyRules.NameFault(new('x', PasskeyRules.LongestName + 1)).ShouldNotBeNull();
        Should.NotThrow(() => PasskeyRules.RequireRoom(PasskeyRules.Most - 1));
        Should.Throw<RuleViolation>(() => PasskeyRules.RequireRoom(PasskeyRules.Most)).Code.ShouldBe("passkey.too-many");
    }
}
