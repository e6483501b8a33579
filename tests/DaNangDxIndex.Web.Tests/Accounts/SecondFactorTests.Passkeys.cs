using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Accounts;

/// <summary>Passkeys, as their person, a thief of one and somebody who listens meet them.</summary>
public sealed partial class SecondFactorTests
{
    private const HttpStatusCode Refused = HttpStatusCode.UnprocessableEntity;

    [Fact]
    public async Task A_passkey_opens_its_account_without_a_password_and_every_answer_serves_once()
    {
        var person = await AddAsync("with-passkey", Role.Auditor);
        using var device = new TestAuthenticator();
        var codes = await AddPasskeyAsync(await app.SignInAsync(person, Chosen), device);
        codes.Count.ShouldBe(10, "the first second step brings recovery codes");

        var visitor = app.Visitor();
        var (state, options) = await AskedAsync(visitor);
        options["userVerification"].ShouldNotBeNull().GetValue<string>().ShouldBe("required");
        var answer = device.Get(options);
        (await AnswerAsync(visitor, state, answer)).ShouldBe(HttpStatusCode.Redirect);
        (await visitor.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await AnswerAsync(app.Visitor(), state, answer)).ShouldBe(Refused);

        var other = app.Visitor();
        var step = await PasswordAsync(other, person);
        (await other.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "the password alone opens nothing");
        (await CodeAsync(other, step, codes[0])).ShouldBe(HttpStatusCode.Redirect, "a recovery code stands in for the passkey");
        (await TimesInTrailAsync("account.passkey-add", (await app.AccountAsync(person)).Id)).ShouldBe(1);
        (await other.OpenAsync("/notices")).QuerySelector("main").ShouldNotBeNull().TextContent.ShouldContain("Đã thêm khóa truy cập");

        (await other.PostAsync("/accounts/passkeys?handler=Remove", new() { ["id"] = device.Id })).StatusCode
            .ShouldBe(HttpStatusCode.Redirect);
        (await app.AccountAsync(person)).TwoFactorEnabled.ShouldBeFalse("it was the only second step, and nobody asks for one");
    }

    [Fact]
    public async Task Whatever_is_not_signed_by_the_key_here_now_and_with_its_person_is_refused()
    {
        var person = await AddAsync("bent-passkey", Role.Auditor);
        using var device = new TestAuthenticator { Counter = 5 };
        await AddPasskeyAsync(await app.SignInAsync(person, Chosen), device);
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await RefusedAsync(device, forger => forger.Forged = foreign, forger => forger.Forged = null);
        await RefusedAsync(device, forger => forger.Origin = "https://localhost.example", forger => forger.Origin = "https://localhost");
        await RefusedAsync(device, forger => forger.Verifies = false, forger => forger.Verifies = true);
        (await AnswerAsync(app.Visitor(), "forged", "{}")).ShouldBe(Refused);
        var (_, asked) = await AskedAsync(app.Visitor());
        (await AnswerAsync(app.Visitor(), (await AskedAsync(app.Visitor())).State, device.Get(asked))).ShouldBe(
            Refused, "the answer to another question");

        var visitor = app.Visitor();
        var (state, options) = await AskedAsync(visitor);
        (await AnswerAsync(visitor, state, device.Get(options))).ShouldBe(HttpStatusCode.Redirect);
        await RefusedAsync(device, forger => forger.Counter = 5, _ => { });
        device.Counter = 100;

        var elsewhere = app.Visitor("khanh-hoa");
        (state, options) = await AskedAsync(elsewhere);
        (await AnswerAsync(elsewhere, state, device.Get(options))).ShouldBe(Refused, "another province knows no such person");
        (state, options) = await AskedAsync(elsewhere);
        (await AnswerAsync(app.Visitor(), state, device.Get(options))).ShouldBe(Refused, "another province asked");

        await TestApp.AskAsync<int>(app.Superuser, $"UPDATE account SET disabled = true WHERE user_name = '{person}'");
        await RefusedAsync(device, _ => { }, _ => { });
        await TestApp.AskAsync<int>(
            app.Superuser, $"UPDATE account SET disabled = false, password_hash = NULL WHERE user_name = '{person}'");
        await RefusedAsync(device, _ => { }, _ => { });
    }

    [Fact]
    public async Task A_removed_passkey_opens_nothing_and_the_last_one_of_a_compulsory_role_stays()
    {
        var person = await AddAsync("two-passkeys", Role.Office, "khanh-hoa");
        await AskForAsync("khanh-hoa", "office");
        try
        {
            var visitor = await app.SignInAsync(person, Chosen, "khanh-hoa");
            using var first = new TestAuthenticator();
            using var second = new TestAuthenticator();
            await AddPasskeyAsync(visitor, first);
            (await visitor.GetAsync("/work")).StatusCode.ShouldBe(HttpStatusCode.OK, "a passkey is the second step that the role asks for");
            (await AddPasskeyAsync(visitor, second)).ShouldBeEmpty("the recovery codes stay the same");

            (await visitor.PostAsync("/accounts/passkeys?handler=Remove", new() { ["id"] = first.Id }))
                .StatusCode.ShouldBe(HttpStatusCode.Redirect);
            (await visitor.PostAsync("/accounts/passkeys?handler=Remove", new() { ["id"] = second.Id }))
                .StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await visitor.PostAsync("/accounts/passkeys?handler=Rename", new() { ["id"] = second.Id, ["to"] = "Máy tính ở Sở" }))
                .StatusCode.ShouldBe(HttpStatusCode.Redirect);
            (await visitor.OpenAsync("/accounts/passkeys")).QuerySelectorAll("main section h2").Select(name => name.TextContent)
                .ShouldBe(["Máy tính ở Sở"]);

            var guest = app.Visitor("khanh-hoa");
            var (state, options) = await AskedAsync(guest);
            (await AnswerAsync(guest, state, first.Get(options))).ShouldBe(Refused);
            (state, options) = await AskedAsync(guest);
            (await AnswerAsync(guest, state, second.Get(options))).ShouldBe(HttpStatusCode.Redirect);
        }
        finally
        {
            await AskForAsync("khanh-hoa");
        }
    }

    [Fact]
    public async Task A_removed_passkey_ends_the_sign_ins_that_it_opened_elsewhere_and_no_others()
    {
        var person = await AddAsync("lost-device", Role.Auditor);
        var here = await app.SignInAsync(person, Chosen);
        using var device = new TestAuthenticator();
        var codes = await AddPasskeyAsync(here, device);
        var thief = app.Visitor();
        var (state, options) = await AskedAsync(thief);
        (await AnswerAsync(thief, state, device.Get(options))).ShouldBe(HttpStatusCode.Redirect);
        var byCode = app.Visitor();
        (await CodeAsync(byCode, await PasswordAsync(byCode, person), codes[0])).ShouldBe(HttpStatusCode.Redirect);
        (await thief.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await here.PostAsync("/accounts/passkeys?handler=Remove", new() { ["id"] = device.Id })).StatusCode
            .ShouldBe(HttpStatusCode.Redirect);

        (await thief.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await byCode.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await here.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_passkey_that_was_asked_for_one_person_cannot_be_kept_by_another()
    {
        var (mine, theirs) = (await AddAsync("asks", Role.Auditor), await AddAsync("keeps", Role.Auditor));
        using var device = new TestAuthenticator();
        var (state, options) = await AskedAsync(await app.SignInAsync(mine, Chosen), "/accounts/passkeys?handler=Question");
        var other = await app.SignInAsync(theirs, Chosen);
        (await other.PostAsync("/accounts/passkeys", new() { ["Name"] = "x", ["State"] = state, ["Answer"] = device.Create(options) }))
            .StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await other.PostAsync("/accounts/passkeys?handler=Remove", new() { ["id"] = device.Id }))
            .StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_passkey_shows_anew_who_somebody_is_and_what_was_typed_comes_back()
    {
        var person = await AddAsync("away-with-passkey", Role.Auditor);
        var visitor = await app.SignInAsync(person, Chosen);
        using var device = new TestAuthenticator();
        await AddPasskeyAsync(visitor, device);
        using var answer = await AskForTokenLongAfterSignInAsync(visitor, (await app.AccountAsync(person)).Id);
        var fields = (await Visitor.ReadAsync(answer)).QuerySelectorAll<IHtmlInputElement>("form[data-passkey] input[type=hidden]")
            .ToDictionary(input => input.Name ?? "", input => input.Value, StringComparer.Ordinal);
        var (state, options) = await AskedAsync(visitor);
        options["allowCredentials"].ShouldNotBeNull().AsArray().Count.ShouldBe(1, "who is signed in is asked for an own key");
        (fields["State"], fields["Answer"]) = (state, device.Get(options));
        using var back = await visitor.Http.PostAsync(
            new Uri(visitor.Address("/accounts/sign-in?handler=Passkey"), UriKind.Relative), new FormUrlEncodedContent(fields));
        await ComesBackWithWhatWasTypedAsync(back);
    }

    [Fact]
    public async Task Whoever_is_given_a_role_of_weight_loses_every_way_in_from_before()
    {
        var person = await AddAsync("becomes-signatory", Role.Auditor);
        using var device = new TestAuthenticator();
        await AddPasskeyAsync(await app.SignInAsync(person, Chosen), device);
        var id = (await app.AccountAsync(person)).Id;
        await TestApp.AskAsync<int>(app.Superuser, $"""
            INSERT INTO account_login (tenant_id, login_provider, provider_key, account_id)
            SELECT tenant_id, 'https://sso.example.vn', 'from-before', id FROM account WHERE id = '{id}'
            """);
        (await WaysInAsync(id)).ShouldBe(12, "a passkey, ten recovery codes, a link");

        using var asked = await (await app.SignedInAsync(Role.Administrator)).SendFormAsync(
            $"/accounts/edit/{id}", new() { ["Input.FullName"] = "Người mới", ["Input.Roles"] = "signatory" }, People.Form);
        var appointment = (await app.WaitingAsync(person)).ShouldNotBeNull();
        using var confirmed = await (await app.SecondAdministratorAsync()).SettleAsync(appointment.Id, confirmed: true);

        (await app.AccountAsync(person)).Roles.ShouldBe(["signatory"]);
        (await WaysInAsync(id)).ShouldBe(0);
        var thief = app.Visitor();
        var (state, options) = await AskedAsync(thief);
        (await AnswerAsync(thief, state, device.Get(options))).ShouldBe(Refused);
    }

    private Task<long> WaysInAsync(Guid account) => TestApp.AskAsync<long>(app.Superuser, $"""
        SELECT (SELECT count(*) FROM account_passkey WHERE account_id = '{account}')
            + (SELECT count(*) FROM recovery_code WHERE account_id = '{account}')
            + (SELECT count(*) FROM account_login WHERE account_id = '{account}')
        """);

    private async Task RefusedAsync(TestAuthenticator device, Action<TestAuthenticator> bend, Action<TestAuthenticator> back)
    {
        bend(device);
        var visitor = app.Visitor();
        var (state, options) = await AskedAsync(visitor);
        var before = await InTrailAsync();
        (await AnswerAsync(visitor, state, device.Get(options))).ShouldBe(Refused);
        (await visitor.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await InTrailAsync()).ShouldBe(before + 1);
        back(device);

        Task<long> InTrailAsync() => TestApp.AskAsync<long>(app.Superuser, """
            SELECT count(*) FROM audit_entry WHERE verb = 'account.sign-in-failed' AND after::text LIKE '%passkey%'
            """);
    }

    /// <summary>The question that the page's script would ask for.</summary>
    private static async Task<(string State, JsonNode Options)> AskedAsync(
        Visitor visitor, string from = "/accounts/sign-in?handler=PasskeyQuestion")
    {
        using var answer = await visitor.PostAsync(from, [], from.Split('?')[0]);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync()).ShouldNotBeNull();
        return (json["state"].ShouldNotBeNull().GetValue<string>(), json["options"].ShouldNotBeNull());
    }

    /// <summary>A redirect to where the person was going, or the page again with what is wrong.</summary>
    private static async Task<HttpStatusCode> AnswerAsync(Visitor visitor, string state, string answer)
    {
        using var said = await visitor.PostAsync(
            "/accounts/sign-in?handler=Passkey", new() { ["State"] = state, ["Answer"] = answer }, "/accounts/sign-in");
        if (said.StatusCode == Refused)
            (await Visitor.ReadAsync(said)).QuerySelector(".govuk-error-summary").ShouldNotBeNull();
        return said.StatusCode;
    }

    private static async Task<IReadOnlyList<string>> AddPasskeyAsync(Visitor visitor, TestAuthenticator device)
    {
        var (state, options) = await AskedAsync(visitor, "/accounts/passkeys?handler=Question");
        using var answer = await visitor.PostAsync("/accounts/passkeys",
            new() { ["Name"] = "Máy tính", ["State"] = state, ["Answer"] = device.Create(options) }, "/accounts/passkeys");
        if (answer.StatusCode == HttpStatusCode.Redirect)
            return [];
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return [.. (await Visitor.ReadAsync(answer)).QuerySelectorAll("main [role=status] code").Select(code => code.TextContent)];
    }
}
