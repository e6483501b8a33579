using System.Net;
using System.Web;
using DaNangDxIndex.Access;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Accounts;

/// <summary>The administrator's work, and that sign-ins end when they must: with the very next request.</summary>
public sealed class SessionTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Chosen = "một câu chỉ mình tôi biết";

    [Fact]
    public async Task Signing_out_ends_the_cookie_also_where_it_was_copied_to()
    {
        var (_, userName) = await NewAccountAsync("leaver", Role.Auditor);
        var here = app.Visitor();
        using var answer = await here.SendFormAsync("/accounts/sign-in", new() { ["UserName"] = userName, ["Password"] = Chosen });
        var cookie = string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(set => set.Split(';')[0]));
        (await WithCookieAsync(cookie)).ShouldBe(HttpStatusCode.OK);
        await here.SendFormAsync("/accounts/sign-out", [], "main form[method=post]");
        await MustBeOutAsync(here);
        (await WithCookieAsync(cookie)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Everywhere_else_is_signed_out_and_this_browser_is_not()
    {
        var (id, userName) = await NewAccountAsync("careful", Role.Auditor);
        var (here, there) = (await app.SignInAsync(userName, Chosen), await app.SignInAsync(userName, Chosen));
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
        var (_, userName) = await NewAccountAsync("chooser", Role.Auditor);
        var (here, there) = (await app.SignInAsync(userName, Chosen), await app.SignInAsync(userName, Chosen));
        var (_, other) = await NewAccountAsync("bystander", Role.Auditor);
        var bystander = await app.SignInAsync(other, Chosen);
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
        var (id, userName) = await NewAccountAsync("tireless", Role.Auditor);
        var here = await app.SignInAsync(userName, Chosen);
        await BeganAsync(id, "23 hours 50 minutes");
        (await here.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await BeganAsync(id, "24 hours 1 minute");
        await MustBeOutAsync(here);
    }

    [Fact]
    public async Task When_somebody_was_last_seen_is_kept_to_five_minutes()
    {
        var (id, userName) = await NewAccountAsync("seen", Role.Auditor);
        var here = await app.SignInAsync(userName, Chosen);
        await BeganAsync(id, "1 hour");
        await here.GetAsync("/accounts/password");
        (await TestApp.AskAsync<bool>(app.Superuser,
            $"SELECT last_seen_at > now() - interval '5 minutes' FROM account_session WHERE account_id = '{id}'")).ShouldBeTrue();
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

    [Fact]
    public async Task Changing_the_password_ends_all_other_sign_ins()
    {
        var (_, userName) = await NewAccountAsync("changer", Role.Auditor);
        var here = await app.SignInAsync(userName, Chosen);
        var elsewhere = await app.SignInAsync(userName, Chosen);
        await here.SendFormAsync(
            "/accounts/password", new() { ["Current"] = Chosen, ["Chosen"] = "một câu khác hẳn câu trước" }, "main form[method=post]");
        (await here.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await MustBeOutAsync(elsewhere);
    }

    [Fact]
    public async Task Disabling_an_account_ends_its_sign_ins_and_lets_none_in()
    {
        var (id, userName) = await NewAccountAsync("disabled", Role.Auditor);
        var visitor = await app.SignInAsync(userName, Chosen);
        var administrator = await app.SignedInAsync(Role.Administrator);
        await administrator.SendFormAsync(
            $"/accounts/edit/{id}", new() { ["Input.FullName"] = "Tên", ["Input.Roles"] = "auditor", ["Input.Disabled"] = "true" },
            "main form[method=post]");
        await MustBeOutAsync(visitor);
        (await app.Visitor().SendFormAsync("/accounts/sign-in", new() { ["UserName"] = userName, ["Password"] = Chosen }))
            .StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_change_of_roles_holds_with_the_next_request()
    {
        var (id, userName) = await NewAccountAsync("mover", Role.Auditor);
        var visitor = await app.SignInAsync(userName, Chosen);
        (await visitor.GetAsync("/audit")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await app.SignedInAsync(Role.Administrator)).SendFormAsync(
            $"/accounts/edit/{id}", new() { ["Input.FullName"] = "Tên", ["Input.Roles"] = "office" }, "main form[method=post]");
        (await visitor.GetAsync("/audit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_reset_link_works_once_and_is_kept_nowhere()
    {
        var (id, userName) = await NewAccountAsync("forgetful", Role.Auditor);
        var link = await LinkAsync(
            await (await app.SignedInAsync(Role.Administrator)).SendFormAsync($"/accounts/edit/{id}", [], "form[action*='handler=Reset']"));
        var visitor = app.Visitor();
        (await visitor.SendFormAsync(link, new() { ["Chosen"] = "câu mới sau khi quên" }, "main form[method=post]"))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.OpenAsync(link)).QuerySelector("main form").ShouldBeNull();
        await app.SignInAsync(userName, "câu mới sau khi quên");
        var token = HttpUtility.ParseQueryString(link.Split('?')[1])["token"];
        (await TestApp.AskAsync<long>(
            app.Superuser, $"SELECT count(*) FROM audit_entry WHERE to_jsonb(audit_entry)::text LIKE '%{token}%'")).ShouldBe(0);
    }

    [Theory]
    [InlineData("reset_expires_at = now() - interval '1 minute'")]
    [InlineData("disabled = true")]
    public async Task A_reset_link_that_expired_or_of_an_account_that_was_disabled_meanwhile_opens_nothing(string meanwhile)
    {
        var (id, _) = await NewAccountAsync($"late-{meanwhile[0]}", Role.Auditor);
        var link = await LinkAsync(
            await (await app.SignedInAsync(Role.Administrator)).SendFormAsync($"/accounts/edit/{id}", [], "form[action*='handler=Reset']"));
        var visitor = app.Visitor();
        var fields = (await visitor.OpenAsync(link)).QuerySelectorAll<IHtmlInputElement>("main form input[type=hidden]")
            .Select(input => KeyValuePair.Create(input.Name ?? "", input.Value)).Append(new("Chosen", "câu mới sau khi quên")).ToList();
        var before = await TestApp.AskAsync<string>(
            app.Superuser, $"UPDATE account SET {meanwhile} WHERE id = '{id}' RETURNING password_hash");

        (await visitor.OpenAsync(link)).QuerySelector("main form").ShouldBeNull();
        using var answer = await visitor.Http.PostAsync(
            new Uri(visitor.Address(link), UriKind.Relative), new FormUrlEncodedContent(fields));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await TestApp.AskAsync<string>(app.Superuser, $"SELECT password_hash FROM account WHERE id = '{id}'")).ShouldBe(before);
    }

    [Fact]
    public async Task A_reset_link_used_four_times_at_once_works_once_and_tells_the_others_so()
    {
        var (id, _) = await NewAccountAsync("hurried", Role.Auditor);
        var link = await LinkAsync(
            await (await app.SignedInAsync(Role.Administrator)).SendFormAsync($"/accounts/edit/{id}", [], "form[action*='handler=Reset']"));
        var people = Enumerable.Range(0, 4).Select(_ => app.Visitor()).ToList();
        // Each has the form open before the first sends it.
        var tokens = await Task.WhenAll(people.Select(person => person.TokenAsync(link)));
        var answers = await Task.WhenAll(people.Zip(tokens).Select((pair, i) => pair.First.Http.PostAsync(
            new Uri(pair.First.Address(link), UriKind.Relative),
            new FormUrlEncodedContent([
                new("Token", link[(link.IndexOf("token=", StringComparison.Ordinal) + 6)..]),
                new("Chosen", $"câu mới thứ {i} sau khi quên"), new("__RequestVerificationToken", pair.Second)]))));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        foreach (var late in answers.Where(answer => answer.StatusCode != HttpStatusCode.Redirect))
        {
            late.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await Visitor.ReadAsync(late)).QuerySelector("main").ShouldNotBeNull().TextContent.ShouldContain("Liên kết đã được sử dụng");
        }
    }

    [Fact]
    public async Task An_account_belongs_to_no_agency_that_is_not_there()
    {
        var answer = await (await app.SignedInAsync(Role.Administrator)).SendFormAsync(
            "/accounts/edit", new()
            {
                ["Input.UserName"] = "stray",
                ["Input.FullName"] = "Tên",
                ["Input.Roles"] = "appraiser",
                ["Input.Agency"] = "so-khong-co",
            },
            "main form[method=post]");
        (await Visitor.ReadAsync(answer)).QuerySelector(".govuk-error-summary")
            .ShouldNotBeNull().TextContent.ShouldContain("Không có cơ quan này");
        (await app.InDatabaseAsync("da-nang", db => db.Set<Account>().AnyAsync(account => account.UserName == "stray"))).ShouldBeFalse();
    }

    [Fact]
    public async Task Another_tenants_account_is_not_there()
    {
        var (id, _) = await NewAccountAsync("danang-only", Role.Auditor);
        (await (await app.SignedInAsync(Role.Administrator, "khanh-hoa")).GetAsync($"/accounts/edit/{id}"))
            .StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_own_user_name_is_not_taken_as_a_new_password()
    {
        var (_, userName) = await NewAccountAsync("own-name@da-nang.demo", Role.Auditor);
        var here = await app.SignInAsync(userName, Chosen);
        var answer = await here.SendFormAsync(
            "/accounts/password", new() { ["Current"] = Chosen, ["Chosen"] = userName }, "main form[method=post]");
        (await Visitor.ReadAsync(answer)).QuerySelector(".govuk-error-summary").ShouldNotBeNull().TextContent.ShouldContain("quá dễ đoán");
    }

    [Fact]
    public async Task A_password_is_the_same_however_the_keyboard_composes_its_accents()
    {
        var (_, userName) = await NewAccountAsync("composer", Role.Auditor);
        await app.SignInAsync(userName, Chosen.Normalize(System.Text.NormalizationForm.FormD));
    }

    private async Task<(Guid Id, string UserName)> NewAccountAsync(string userName, Role role)
    {
        var administrator = await app.SignedInAsync(Role.Administrator);
        var link = await LinkAsync(await administrator.SendFormAsync(
            "/accounts/edit", new() { ["Input.UserName"] = userName, ["Input.FullName"] = "Tên", ["Input.Roles"] = role.Code() },
            "main form[method=post]"));
        (await app.Visitor().SendFormAsync(link, new() { ["Chosen"] = Chosen }, "main form[method=post]"))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var id = await app.InDatabaseAsync(
            "da-nang", db => db.Set<Account>().Where(account => account.UserName == userName).Select(account => account.Id).SingleAsync());
        return (id, userName);
    }

    private static async Task<string> LinkAsync(HttpResponseMessage answer)
    {
        var link = (await Visitor.ReadAsync(answer)).QuerySelector("main code")?.TextContent;
        return new Uri(link.ShouldNotBeNull()).PathAndQuery;
    }

    private static async Task MustBeOutAsync(Visitor visitor)
    {
        var answer = await visitor.GetAsync("/accounts/password");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location.ShouldNotBeNull().ToString().ShouldContain("/accounts/sign-in");
    }
}
