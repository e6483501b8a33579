using System.Net;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Accounts;

/// <summary>What somebody with a stolen sign-in cannot do in silence, or not at all.</summary>
public sealed partial class SecondFactorTests
{
    [Fact]
    public async Task A_new_password_is_no_second_step_and_makes_nobody_present()
    {
        var person = await AddAsync("password-alone", Role.Auditor);
        var visitor = await app.SignInAsync(person, Chosen);
        await SetUpAsync(visitor);
        var id = (await app.AccountAsync(person)).Id;
        await TestApp.AskAsync<int>(
            app.Superuser, $"UPDATE account_session SET began_at = now() - interval '16 minutes' WHERE account_id = '{id}'");

        using var changed = await ChangePasswordAsync(visitor);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await TimesInTrailAsync("account.password-change", id)).ShouldBe(1);
        (await visitor.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.OK, "the sign-in goes on");
        foreach (var weighty in new[] { "/accounts/second-factor?handler=Codes", "/accounts/second-factor?handler=Off" })
        {
            using var answer = await visitor.PostAsync(weighty, [], "/accounts/second-factor");
            (answer.Headers.Location?.ToString() ?? "").ShouldStartWith("/da-nang/vi/accounts/sign-in", Case.Sensitive, weighty);
        }
        (await TimesInTrailAsync("account.recovery-codes", id)).ShouldBe(0);
        (await app.AccountAsync(person)).TwoFactorEnabled.ShouldBeTrue();
        (await TestApp.AskAsync<long>(app.Superuser, $"""
            SELECT count(*) FROM account_session WHERE account_id = '{id}' AND began_at > now() - interval '15 minutes'
            """)).ShouldBe(0, "nor has it more time than before");
    }

    [Fact]
    public async Task Whoever_owns_an_account_is_told_of_each_change_of_app_codes_and_password()
    {
        var person = await AddAsync("is-told", Role.Auditor);
        var visitor = await app.SignInAsync(person, Chosen);
        await SetUpAsync(visitor);
        foreach (var handler in new[] { "Codes", "Off" })
        {
            using var answer = await visitor.PostAsync($"/accounts/second-factor?handler={handler}", [], "/accounts/second-factor");
            ((int)answer.StatusCode).ShouldBeLessThan(400);
        }
        using var changed = await ChangePasswordAsync(visitor);

        var told = (await visitor.OpenAsync("/notices")).QuerySelector("main").ShouldNotBeNull().TextContent;
        foreach (var sentence in new[]
        {
            "Đã thiết lập ứng dụng tạo mã ở tài khoản của bạn.", "Đã tạo bộ mã khôi phục mới ở tài khoản của bạn.",
            "Đã bỏ ứng dụng tạo mã ở tài khoản của bạn.", "Đã đổi mật khẩu ở tài khoản của bạn.",
        })
            told.ShouldContain(sentence);
    }

    [Fact]
    public async Task A_passkey_that_is_not_taken_stands_in_the_trail_of_its_account()
    {
        var person = await AddAsync("bent-new-key", Role.Auditor);
        var visitor = await app.SignInAsync(person, Chosen);
        using var device = new TestAuthenticator { Origin = "https://localhost.example" };
        var (state, options) = await AskedAsync(visitor, "/accounts/passkeys?handler=Question");
        using var answer = await visitor.PostAsync("/accounts/passkeys",
            new() { ["Name"] = "Máy tính", ["State"] = state, ["Answer"] = device.Create(options) }, "/accounts/passkeys");
        answer.StatusCode.ShouldBe(Refused);
        (await TimesInTrailAsync("account.passkey-refused", (await app.AccountAsync(person)).Id)).ShouldBe(1);
    }

    private static Task<HttpResponseMessage> ChangePasswordAsync(Visitor visitor) => visitor.SendFormAsync(
        "/accounts/password", new() { ["Current"] = Chosen, ["Chosen"] = "một câu khác hẳn câu trước" }, "main form[method=post]");
}
