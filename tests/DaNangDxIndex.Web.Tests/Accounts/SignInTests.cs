using System.Net;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Accounts;

public sealed class SignInTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_right_password_signs_in_and_leads_to_work()
    {
        var visitor = app.Visitor();
        var answer = await SignInAsync(visitor, Role.Office, DemoAccounts.Password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location.ShouldNotBeNull().ToString().ShouldBe("/da-nang/vi/work");
        (await visitor.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_cookie_is_of_this_host_and_this_tenant_alone()
    {
        var answer = await SignInAsync(app.Visitor(), Role.Office, DemoAccounts.Password);
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        cookies.Select(cookie => cookie.Split('=')[0]).ShouldBe(["__Host-dxb-da-nang", "__Host-dx-da-nang"], ignoreOrder: true);
        foreach (var cookie in cookies)
        {
            cookie.ShouldContain("path=/");
            cookie.ShouldContain("secure");
            cookie.ShouldContain("httponly");
            cookie.ShouldContain("samesite=lax");
        }
    }

    [Fact]
    public async Task A_wrong_password_an_unknown_name_and_a_locked_account_read_the_same()
    {
        var visitor = app.Visitor();
        var wrong = await RefusalAsync(await SignInAsync(visitor, Role.Auditor, "wrong wrong wrong"));
        var unknown = await RefusalAsync(
            await visitor.SendFormAsync("/accounts/sign-in", new() { ["UserName"] = "nobody", ["Password"] = "wrong wrong wrong" }));
        for (var i = 0; i < 4; i++)
            await SignInAsync(visitor, Role.Auditor, "wrong wrong wrong");
        var locked = await RefusalAsync(await SignInAsync(visitor, Role.Auditor, DemoAccounts.Password));
        unknown.ShouldBe(wrong);
        locked.ShouldBe(wrong);
    }

    [Fact]
    public async Task Guesses_sent_at_once_are_counted_one_by_one()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SignInAsync(app.Visitor(), Role.Signatory, "wrong wrong wrong")));
        (await SignInAsync(app.Visitor(), Role.Signatory, DemoAccounts.Password)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SignInAsync(app.Visitor(), Role.Office, DemoAccounts.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_guess_is_counted_on_top_of_those_that_are_being_counted_while_it_waits()
    {
        var name = DemoAccounts.UserName(Role.LeadAppraiser, "da-nang");
        await using var others = await HeldLock.ByAsync(
            app, $"""
            UPDATE account SET version = version + 1 WHERE user_name = '{name}';
            INSERT INTO account_door (tenant_id, account_id, id, stamp, used_at, failed, failed_at)
                SELECT tenant_id, id, '{Guid.Empty}', security_stamp, now(), 4, now() FROM account WHERE user_name = '{name}'
            """);
        var guess = SignInAsync(app.Visitor(), Role.LeadAppraiser, "wrong wrong wrong");
        await others.WaitedForAsync(1);
        await others.CommitAsync();

        (await guess).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TestApp.AskAsync<bool>(app.Superuser, $"""
            SELECT d.closed_until > now() FROM account_door d JOIN account a ON a.id = d.account_id WHERE a.user_name = '{name}'
            """)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_sign_in_of_one_tenant_is_none_under_anothers_path()
    {
        var visitor = await app.SignInAsync(DemoAccounts.UserName(Role.Approver, "da-nang"), DemoAccounts.Password);
        (await visitor.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var elsewhere = await visitor.Http.GetAsync(new Uri("/khanh-hoa/vi/accounts/password", UriKind.Relative));
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        // Also when the cookie is carried over under the other tenant's name.
        var stolen = (await SignInAsync(app.Visitor(), Role.Office, DemoAccounts.Password))
            .Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("__Host-dx-", StringComparison.Ordinal)).Split(';')[0];
        using var request = new HttpRequestMessage(HttpMethod.Get, "/khanh-hoa/vi/accounts/password");
        request.Headers.Add("Cookie", stolen.Replace("__Host-dx-da-nang", "__Host-dx-khanh-hoa", StringComparison.Ordinal));
        (await app.Visitor().Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Another_sites_form_is_refused()
    {
        var answer = await app.Visitor().Http.PostAsync(
            new Uri("/da-nang/vi/accounts/sign-in", UriKind.Relative),
            new FormUrlEncodedContent([new("UserName", "office@da-nang.demo"), new("Password", DemoAccounts.Password)]));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_return_address_elsewhere_is_not_followed()
    {
        var answer = await app.Visitor().SendFormAsync(
            "/accounts/sign-in?ReturnUrl=https://example.org/",
            new() { ["UserName"] = DemoAccounts.UserName(Role.Appraiser, "da-nang"), ["Password"] = DemoAccounts.Password });
        answer.Headers.Location.ShouldNotBeNull().ToString().ShouldBe("/da-nang/vi/work");
    }

    [Fact]
    public async Task A_password_is_the_same_however_the_keyboard_composes_its_accents() =>
        (await SignInAsync(app.Visitor(), Role.Office, DemoAccounts.Password.Normalize(System.Text.NormalizationForm.FormD)))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);

    private static Task<HttpResponseMessage> SignInAsync(Visitor visitor, Role role, string password) =>
        visitor.SendFormAsync(
            "/accounts/sign-in", new() { ["UserName"] = DemoAccounts.UserName(role, "da-nang"), ["Password"] = password });

    private static async Task<string> RefusalAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return (await Visitor.ReadAsync(answer)).QuerySelector(".govuk-error-summary").ShouldNotBeNull().TextContent;
    }
}
