using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Access;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;

namespace DaNangDxIndex.Accounts;

/// <summary>The second step of the sign-in, as its person, a thief of the password and an administrator meet it.</summary>
public sealed partial class SecondFactorTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Chosen = "một câu chỉ mình tôi biết";

    [Fact]
    public async Task Once_set_up_the_password_alone_opens_nothing_and_no_code_is_taken_twice()
    {
        var person = await AddAsync("two-steps", Role.Auditor);
        var (secret, codes, shown) = await SetUpAsync(await app.SignInAsync(person, Chosen));
        codes.Count.ShouldBe(10);
        var next = CodeOf(secret, 1);

        var visitor = app.Visitor();
        var step = await PasswordAsync(visitor, person);
        (await visitor.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await CodeAsync(visitor, step, shown)).ShouldBe(HttpStatusCode.UnprocessableEntity, "it was taken at the set-up");
        (await CodeAsync(visitor, step, next)).ShouldBe(HttpStatusCode.Redirect);
        (await visitor.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var other = app.Visitor();
        step = await PasswordAsync(other, person);
        (await CodeAsync(other, step, next)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await CodeAsync(other, step, codes[0].ToLowerInvariant())).ShouldBe(HttpStatusCode.Redirect);
        var third = app.Visitor();
        (await CodeAsync(third, await PasswordAsync(third, person), codes[0])).ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Whoever_opens_the_set_up_anew_is_shown_the_same_secret_until_it_is_in_use_and_nobody_else_is()
    {
        var (person, other) = (await AddAsync("opens-anew", Role.Auditor), await AddAsync("same-browser", Role.Auditor));
        var visitor = await app.SignInAsync(person, Chosen);
        var scanned = await SecretAsync(visitor);
        (await SecretAsync(visitor)).ShouldBe(scanned);

        await SignInHereAsync(visitor, other);
        (await SecretAsync(visitor)).ShouldNotBe(scanned);
        using var first = await (await app.SignInAsync(other, Chosen)).GetAsync("/accounts/second-factor");
        first.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("__Host-dxo-", StringComparison.Ordinal))
            .ShouldEndWith("; path=/; secure; samesite=strict; httponly", customMessage: "no script reads it");

        var again = await app.SignInAsync(person, Chosen);
        var (used, _, _) = await SetUpAsync(again);
        used.ShouldNotBe(scanned, "another browser");
        (await SecretAsync(again)).ShouldNotBe(used);
    }

    [Fact]
    public async Task Neither_secret_nor_recovery_code_can_be_read_in_the_database()
    {
        var person = await AddAsync("sealed", Role.Auditor);
        var (secret, codes, _) = await SetUpAsync(await app.SignInAsync(person, Chosen));
        var all = await TestApp.AskAsync<string>(app.Superuser, """
            SELECT concat((SELECT json_agg(f) FROM second_factor f), (SELECT json_agg(c) FROM recovery_code c),
                (SELECT json_agg(e) FROM audit_entry e))
            """);
        all.ShouldNotBeNull().ShouldNotContain(secret);
        codes.ShouldAllBe(code => !all.Contains(code) && !all.Contains(code.Replace("-", "")));
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_account_whatever_right_passwords_come_between()
    {
        var person = await AddAsync("guessed", Role.Auditor);
        var (_, codes, _) = await SetUpAsync(await app.SignInAsync(person, Chosen));
        for (var guess = 0; guess < 5; guess++)
        {
            var visitor = app.Visitor();
            var step = await PasswordAsync(visitor, person);
            (await CodeAsync(visitor, step, "ZZZZ-ZZZZ-ZZZZ-ZZZZ")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        }
        var account = await app.AccountAsync(person);
        (await TestApp.AskAsync<bool>(app.Superuser, $"""
            SELECT closed_until > now() + interval '10 minutes' FROM account_door WHERE account_id = '{account.Id}' AND id = '{Guid.Empty}'
            """)).ShouldBeTrue();
        (await app.Visitor().SendFormAsync("/accounts/sign-in", new() { ["UserName"] = person, ["Password"] = Chosen }))
            .StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        codes.ShouldNotBeEmpty();
        (await TimesInTrailAsync("account.second-step-failed", account.Id)).ShouldBe(5);
    }

    [Fact]
    public async Task A_half_sign_in_of_somebody_who_has_changed_the_password_since_is_worth_nothing()
    {
        var person = await AddAsync("changed", Role.Auditor);
        var (_, codes, _) = await SetUpAsync(await app.SignInAsync(person, Chosen));
        var visitor = app.Visitor();
        var step = await PasswordAsync(visitor, person);
        await TestApp.AskAsync<int>(app.Superuser, $"UPDATE account SET security_stamp = 'other' WHERE user_name = '{person}'");
        (await CodeAsync(visitor, step, codes[0])).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await CodeAsync(visitor, new() { ["Half"] = "forged" }, codes[0])).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await visitor.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Whose_role_asks_for_it_is_led_to_the_set_up_and_does_nothing_before()
    {
        var person = await AddAsync("asked", Role.Office, "khanh-hoa");
        await AskForAsync("khanh-hoa", "office");
        try
        {
            var visitor = await app.SignInAsync(person, Chosen, "khanh-hoa");
            var answer = await visitor.GetAsync("/work");
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            (answer.Headers.Location?.ToString()).ShouldBe("/khanh-hoa/vi/accounts/second-factor");
            (await visitor.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);

            await SetUpAsync(visitor);
            (await visitor.GetAsync("/work")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await visitor.OpenAsync("/accounts/second-factor")).QuerySelector("form[action*='handler=Off']").ShouldBeNull();
            (await visitor.PostAsync("/accounts/second-factor?handler=Off", [])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }
        finally
        {
            await AskForAsync("khanh-hoa");
        }
    }

    [Fact]
    public async Task An_administrator_resets_it_with_an_entry_and_a_notice_and_never_the_own()
    {
        var person = await AddAsync("lost-phone", Role.Auditor);
        var visitor = await app.SignInAsync(person, Chosen);
        await SetUpAsync(visitor);
        var id = (await app.AccountAsync(person)).Id;
        var administrator = await app.SignedInAsync(Role.Administrator);

        (await administrator.SendFormAsync($"/accounts/second-factor-of/{id}", [], "main form[method=post]"))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await visitor.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var again = await app.SignInAsync(person, Chosen);
        (await again.OpenAsync("/notices")).QuerySelector("main").ShouldNotBeNull()
            .TextContent.ShouldContain("đã đặt lại xác thực hai bước");
        (await TimesInTrailAsync("account.second-factor-reset", id)).ShouldBe(1);
        var office = await app.SignedInAsync(Role.Office);
        (await office.GetAsync($"/accounts/second-factor-of/{id}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_form_that_wants_somebody_present_leads_through_the_sign_in_and_comes_back_with_what_was_typed()
    {
        var person = await AddAsync("away", Role.Auditor);
        var visitor = await app.SignInAsync(person, Chosen);
        var id = (await app.AccountAsync(person)).Id;
        using var answer = await AskForTokenLongAfterSignInAsync(visitor, id);
        (await TestApp.AskAsync<long>(app.Superuser, $"SELECT count(*) FROM access_token WHERE account_id = '{id}'")).ShouldBe(0);

        var page = await Visitor.ReadAsync(answer);
        page.QuerySelector("main").ShouldNotBeNull().TextContent.ShouldContain("Đăng nhập lại để tiếp tục");
        var fields = page.QuerySelectorAll<IHtmlInputElement>("main form:has(#Password) input[type=hidden]")
            .ToDictionary(input => input.Name ?? "", input => input.Value, StringComparer.Ordinal);
        (fields["UserName"], fields["Password"]) = (person, Chosen);
        using var back = await visitor.Http.PostAsync(
            new Uri(visitor.Address("/accounts/sign-in"), UriKind.Relative), new FormUrlEncodedContent(fields));
        await ComesBackWithWhatWasTypedAsync(back);
    }

    /// <summary>A form that wants somebody present, sent when the sign-in is too long ago.</summary>
    private async Task<HttpResponseMessage> AskForTokenLongAfterSignInAsync(Visitor visitor, Guid account)
    {
        await TestApp.AskAsync<int>(
            app.Superuser, $"UPDATE account_session SET began_at = now() - interval '16 minutes' WHERE account_id = '{account}'");
        using var request = new HttpRequestMessage(HttpMethod.Post, visitor.Address("/accounts/tokens"))
        {
            Content = new FormUrlEncodedContent(
            [
                new("__RequestVerificationToken", await visitor.TokenAsync("/accounts/tokens")), new("Name", "Phần mềm một cửa"),
                new("Scope", "Read"), new("Days", "30"),
            ]),
        };
        request.Headers.Add("Origin", "https://localhost");
        var answer = await visitor.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        return answer;
    }

    private static async Task ComesBackWithWhatWasTypedAsync(HttpResponseMessage answer) =>
        (await Visitor.ReadAsync(answer)).QuerySelector<IHtmlInputElement>("form[action*='/accounts/tokens'] input[name=Name]")
            .ShouldNotBeNull().Value.ShouldBe("Phần mềm một cửa");

    private Task<long> TimesInTrailAsync(string verb, Guid account) => TestApp.AskAsync<long>(
        app.Superuser, $"SELECT count(*) FROM audit_entry WHERE verb = '{verb}' AND subject = 'accounts/{account}'");

    private async Task AskForAsync(string tenant, params string[] roles)
    {
        await using var owner = new Npgsql.NpgsqlDataSourceBuilder(app.Owner).Build();
        await NewTenant.AskForSecondFactorAsync(owner, tenant, roles, CancellationToken.None);
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        app.Services.GetRequiredService<Tenants>().Forget();
    }

    /// <summary>An account of its own, with the password chosen.</summary>
    private async Task<string> AddAsync(string name, Role role, string tenant = "da-nang")
    {
        var administrator = await app.SignedInAsync(Role.Administrator, tenant);
        await app.Visitor(tenant).ChooseAsync(await People.LinkAsync(await administrator.AddAsync(name, role.Code())), Chosen);
        return name;
    }

    private static async Task<string> SecretAsync(Visitor visitor) =>
        SecretOn(await visitor.OpenAsync("/accounts/second-factor"));

    private static string SecretOn(IHtmlDocument page) =>
        page.QuerySelector("main ol code").ShouldNotBeNull().TextContent.Replace(" ", "");

    /// <summary>At the same browser, in the place of whoever was signed in.</summary>
    private static async Task SignInHereAsync(Visitor visitor, string person)
    {
        (await visitor.PostAsync("/accounts/sign-out", [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.SendFormAsync("/accounts/sign-in", new() { ["UserName"] = person, ["Password"] = Chosen })).StatusCode
            .ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task<(string Secret, IReadOnlyList<string> Codes, string Shown)> SetUpAsync(Visitor visitor)
    {
        var page = await visitor.OpenAsync("/accounts/second-factor");
        var secret = SecretOn(page);
        page.QuerySelector("svg.qr").ShouldNotBeNull();
        var fields = page.QuerySelectorAll<IHtmlInputElement>("main form:has(#Code) input[type=hidden]")
            .ToDictionary(input => input.Name ?? "", input => input.Value, StringComparer.Ordinal);
        fields["Code"] = CodeOf(secret, 0);
        using var answer = await visitor.Http.PostAsync(
            new Uri(visitor.Address("/accounts/second-factor"), UriKind.Relative), new FormUrlEncodedContent(fields));
        var done = await Visitor.ReadAsync(answer);
        done.QuerySelector("main [role=status] a[href$='/work']").ShouldNotBeNull("whoever has kept the codes goes on from here");
        done.QuerySelector("main form:has(#Code) button").ShouldNotBeNull().TextContent.ShouldBe("Chuyển sang điện thoại này");
        return (secret, [.. done.QuerySelectorAll("main [role=status] code").Select(code => code.TextContent)], fields["Code"]);
    }

    /// <summary>The fields of the second step's form.</summary>
    private static async Task<Dictionary<string, string>> PasswordAsync(Visitor visitor, string person)
    {
        using var answer = await visitor.SendFormAsync("/accounts/sign-in", new() { ["UserName"] = person, ["Password"] = Chosen });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await Visitor.ReadAsync(answer)).QuerySelectorAll<IHtmlInputElement>("main form:has(#Code) input[type=hidden]")
            .ToDictionary(input => input.Name ?? "", input => input.Value, StringComparer.Ordinal);
    }

    private static async Task<HttpStatusCode> CodeAsync(Visitor visitor, Dictionary<string, string> step, string code)
    {
        var token = await visitor.TokenAsync("/accounts/sign-in");
        using var answer = await visitor.Http.PostAsync(
            new Uri(visitor.Address("/accounts/sign-in?handler=Code"), UriKind.Relative),
            new FormUrlEncodedContent(new Dictionary<string, string>(step, StringComparer.Ordinal)
            {
                ["Code"] = code, ["__RequestVerificationToken"] = token,
            }));
        return answer.StatusCode;
    }

    /// <param name="later">Half minutes from now.</param>
    private static string CodeOf(string secret, int later) =>
        new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(DateTime.UtcNow.AddSeconds(30 * later));
}
