using System.Net;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Accounts;

/// <summary>Sign-ins end when they must: with the very next request.</summary>
[Collection(AccountsApp.Name)]
public sealed class SessionTests(TestApp app)
{
    [Fact]
    public async Task Signing_out_ends_the_cookie_also_where_it_was_copied_to()
    {
        var (_, userName) = await app.NewAuditorAsync("leaver");
        var here = app.Visitor();
        using var answer = await here.SendFormAsync("/accounts/sign-in", new() { ["UserName"] = userName, ["Password"] = People.Chosen });
        var cookie = string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(set => set.Split(';')[0]));
        (await WithCookieAsync(cookie)).ShouldBe(HttpStatusCode.OK);
        await here.SendFormAsync("/accounts/sign-out", [], "main form[method=post]");
        await MustBeOutAsync(here);
        (await WithCookieAsync(cookie)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Everywhere_else_is_signed_out_and_this_browser_is_not()
    {
        var (id, userName) = await app.NewAuditorAsync("careful");
        var (here, there) = (await app.SignInAsync(userName, People.Chosen), await app.SignInAsync(userName, People.Chosen));
        (await here.OpenAsync("/accounts/sessions")).QuerySelectorAll("main tbody tr").Length.ShouldBe(2);
        (await here.SendFormAsync("/accounts/sessions", [], "main form[action*='handler=Elsewhere']"))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await MustBeOutAsync(there);
        (await here.OpenAsync("/accounts/sessions")).QuerySelectorAll("main tbody tr").Length.ShouldBe(1);
        (await TestApp.AskAsync<long>(app.Superuser,
            $"SELECT count(*) FROM audit_entry WHERE verb = 'account.sign-out-elsewhere' AND subject = 'accounts/{id}'")).ShouldBe(1);
    }

    [Fact]
    public async Task One_other_place_is_signed_out_and_somebody_elses_never()
    {
        var (_, userName) = await app.NewAuditorAsync("chooser");
        var (here, there) = (await app.SignInAsync(userName, People.Chosen), await app.SignInAsync(userName, People.Chosen));
        var (_, other) = await app.NewAuditorAsync("bystander");
        var bystander = await app.SignInAsync(other, People.Chosen);
        var theirs = await TestApp.AskAsync<Guid>(app.Superuser,
            $"SELECT s.id FROM account_session s JOIN account a ON a.id = s.account_id WHERE a.user_name = '{other}'");
        await here.PostAsync("/accounts/sessions?handler=End", new() { ["session"] = theirs.ToString() }, "/accounts/sessions");
        (await bystander.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await here.SendFormAsync("/accounts/sessions", [], "main form[action*='handler=End']");
        await MustBeOutAsync(there);
        (await here.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_sign_in_ends_a_day_after_it_began_however_much_was_asked_meanwhile()
    {
        var (id, userName) = await app.NewAuditorAsync("tireless");
        var here = await app.SignInAsync(userName, People.Chosen);
        await BeganAsync(id, "23 hours 50 minutes");
        (await here.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await BeganAsync(id, "24 hours 1 minute");
        await MustBeOutAsync(here);
    }

    [Fact]
    public async Task When_somebody_was_last_seen_is_kept_to_five_minutes()
    {
        var (id, userName) = await app.NewAuditorAsync("seen");
        var here = await app.SignInAsync(userName, People.Chosen);
        await BeganAsync(id, "1 hour");
        await here.GetAsync("/accounts/password");
        (await TestApp.AskAsync<bool>(app.Superuser,
            $"SELECT last_seen_at > now() - interval '5 minutes' FROM account_session WHERE account_id = '{id}'")).ShouldBeTrue();
    }

    [Fact]
    public async Task Changing_the_password_ends_all_other_sign_ins()
    {
        var (_, userName) = await app.NewAuditorAsync("changer");
        var here = await app.SignInAsync(userName, People.Chosen);
        var elsewhere = await app.SignInAsync(userName, People.Chosen);
        await here.SendFormAsync(
            "/accounts/password", new() { ["Current"] = People.Chosen, ["Chosen"] = "một câu khác hẳn câu trước" },
            "main form[method=post]");
        (await here.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await MustBeOutAsync(elsewhere);
    }

    [Fact]
    public async Task Disabling_an_account_ends_its_sign_ins_and_lets_none_in()
    {
        var (id, userName) = await app.NewAuditorAsync("disabled");
        var visitor = await app.SignInAsync(userName, People.Chosen);
        var administrator = await app.SignedInAsync(Role.Administrator);
        await administrator.SendFormAsync(
            $"/accounts/edit/{id}", new() { ["Input.FullName"] = "Tên", ["Input.Roles"] = "auditor", ["Input.Disabled"] = "true" },
            "main form[method=post]");
        await MustBeOutAsync(visitor);
        (await app.Visitor().SendFormAsync("/accounts/sign-in", new() { ["UserName"] = userName, ["Password"] = People.Chosen }))
            .StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_change_of_roles_holds_with_the_next_request()
    {
        var (id, userName) = await app.NewAuditorAsync("mover");
        var visitor = await app.SignInAsync(userName, People.Chosen);
        (await visitor.GetAsync("/audit")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await app.SignedInAsync(Role.Administrator)).SendFormAsync(
            $"/accounts/edit/{id}", new() { ["Input.FullName"] = "Tên", ["Input.Roles"] = "office" }, "main form[method=post]");
        (await visitor.GetAsync("/audit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_own_user_name_is_not_taken_as_a_new_password()
    {
        var (_, userName) = await app.NewAuditorAsync("own-name@da-nang.demo");
        var here = await app.SignInAsync(userName, People.Chosen);
        var answer = await here.SendFormAsync(
            "/accounts/password", new() { ["Current"] = People.Chosen, ["Chosen"] = userName }, "main form[method=post]");
        (await Visitor.ReadAsync(answer)).QuerySelector(".govuk-error-summary").ShouldNotBeNull().TextContent.ShouldContain("quá dễ đoán");
    }

    private Task<int> BeganAsync(Guid account, string ago) => TestApp.AskAsync<int>(app.Superuser, $"""
        UPDATE account_session SET began_at = now() - interval '{ago}', last_seen_at = now() - interval '{ago}'
        WHERE account_id = '{account}'
        """);

    private async Task<HttpStatusCode> WithCookieAsync(string cookie)
    {
        var visitor = app.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, visitor.Address("/accounts/password"));
        request.Headers.Add("Cookie", cookie);
        using var answer = await visitor.Http.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task MustBeOutAsync(Visitor visitor)
    {
        var answer = await visitor.GetAsync("/accounts/password");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location.ShouldNotBeNull().ToString().ShouldContain("/accounts/sign-in");
    }
}
