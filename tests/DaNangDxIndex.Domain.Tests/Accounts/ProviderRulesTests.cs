namespace DaNangDxIndex.Accounts;

/// <summary>How far the word of a provider of sign-ins goes.</summary>
public sealed class ProviderRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("https://sso.danang.gov.vn/realms/tp", true)]
    [InlineData("http://sso.danang.gov.vn/realms/tp", false)]
    [InlineData("https://sso.danang.gov.vn/?realm=tp", false)]
    [InlineData("https://sso.danang.gov.vn/#tp", false)]
    [InlineData("https://user:secret@sso.danang.gov.vn/", false)]
    [InlineData("https://sso.danang.gov.vn/cổng", false)]
    [InlineData("https://sso.danang.gov.vn/ tp", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("sso.danang.gov.vn", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_issuer_is_a_whole_https_address_with_nothing_hidden_in_it(string? issuer, bool taken) =>
        (ProviderRules.IssuerFault(issuer, overHttp: false) is null).ShouldBe(taken);

    [Fact]
    public void Plain_http_is_for_trying_out_alone() =>
        ProviderRules.IssuerFault("http://127.0.0.1:9000/tp", overHttp: true).ShouldBeNull();

    [Fact]
    public void A_provider_that_does_not_say_when_it_asked_the_person_leaves_nobody_present()
    {
        ProviderRules.PresentSince(null, Now).ShouldBe(DateTimeOffset.UnixEpoch);
        ProviderRules.PresentSince(Now.AddMinutes(-20), Now).ShouldBe(Now.AddMinutes(-20));
        ProviderRules.PresentSince(Now.AddHours(1), Now).ShouldBe(Now, "its clock is ahead");
    }

    [Fact]
    public void Asked_anew_means_after_leaving_within_what_clocks_differ()
    {
        ProviderRules.IsAnew(Now, left: Now).ShouldBeTrue();
        ProviderRules.IsAnew(Now - ProviderRules.Skew, left: Now).ShouldBeTrue();
        ProviderRules.IsAnew(Now - ProviderRules.Skew - TimeSpan.FromSeconds(1), left: Now).ShouldBeFalse();
        ProviderRules.IsAnew(null, left: Now).ShouldBeFalse();
    }

    [Fact]
    public void Only_what_the_tenant_takes_for_one_is_a_second_factor()
    {
        ProviderRules.IsSecondFactor(["pwd", "otp"], ["mfa"]).ShouldBeFalse();
        ProviderRules.IsSecondFactor(["pwd", "mfa"], ["mfa"]).ShouldBeTrue();
        ProviderRules.IsSecondFactor(["mfa"], []).ShouldBeFalse();
    }

    [Fact]
    public void Two_missing_names_are_told_apart()
    {
        ProviderRules.NameFault(" ", new("tiếng Việt", "Vietnamese")).ShouldNotBeNull().Vi.ShouldStartWith("Nhập tên tiếng Việt");
        ProviderRules.NameFault(null, new("tiếng Anh", "English")).ShouldNotBeNull().En.ShouldStartWith("Enter the English name");
    }
}
