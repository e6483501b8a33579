using System.Net;
using System.Security.Cryptography;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>The sign-in of the city, against a provider of our own that is honest, mistaken or hostile.</summary>
public sealed partial class SignInThroughProviderTests(ProviderApp providers) : IClassFixture<ProviderApp>
{
    private const string Used = "đã dùng rồi";
    private readonly TestApp _app = providers.App;

    [Fact]
    public async Task A_linked_person_signs_in_where_they_were_going_and_the_trail_names_the_provider()
    {
        providers.City.Honest();
        await providers.LinkedAsync("linked", "subject-linked");
        var visitor = _app.Visitor();
        var leave = await providers.LeaveAsync(visitor, returnUrl: "/da-nang/vi/notices");
        using var back = await visitor.Http.GetAsync(providers.City.Answer(leave));
        (back.Headers.Location?.ToString()).ShouldBe("/da-nang/vi/notices", await back.Content.ReadAsStringAsync());
        (await visitor.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var asked = providers.City.LastAsked;
        (asked["response_type"], asked["code_challenge_method"], asked["scope"]).ShouldBe(("code", "S256", "openid"));
        var id = (await _app.AccountAsync("linked")).Id;
        (await TestApp.AskAsync<long>(_app.Superuser, $"""
            SELECT count(*) FROM audit_entry WHERE subject = 'accounts/{id}' AND verb IN ('account.sign-in', 'account.provider-link')
                AND after::text LIKE '%SSO thành phố%'
            """)).ShouldBe(2);
    }

    [Fact]
    public async Task Neither_the_secret_nor_what_an_attempt_holds_can_be_read_in_the_database()
    {
        providers.City.Honest();
        var leave = await providers.LeaveAsync(_app.Visitor());
        var all = await TestApp.AskAsync<string>(_app.Superuser, """
            SELECT concat((SELECT json_agg(p) FROM sign_in_provider p), (SELECT json_agg(a) FROM sign_in_attempt a),
                (SELECT json_agg(e) FROM audit_entry e))
            """);
        providers.City.Answer(leave);
        all.ShouldNotBeNull().ShouldNotContain(TestProvider.Secret);
        all.ShouldNotContain(providers.City.LastAsked["nonce"]);
        all.ShouldNotContain(providers.City.LastAsked["state"]);
    }

    public static TheoryData<string> Lies => new("iss", "aud", "exp", "nonce", "azp", "sub", "none", "foreign key", "public key as secret");

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task What_is_not_signed_for_us_and_for_now_opens_nothing(string lie)
    {
        providers.City.Honest();
        await providers.LinkedAsync($"lied-to-{lie.Replace(' ', '-')}", $"subject-{lie}");
        using var foreign = RSA.Create(2048);
        var old = DateTimeOffset.UtcNow.AddMinutes(-30).ToUnixTimeSeconds();
        providers.City.Lie = claims => _ = lie switch
        {
            "iss" => claims["iss"] = providers.Other.Issuer,
            "aud" => claims["aud"] = "another-program",
            "exp" => (claims["iat"] = old - 300, claims["exp"] = old),
            "nonce" => claims["nonce"] = "of another attempt",
            "azp" => (claims["aud"] = new[] { TestProvider.Client, "another-program" }, claims["azp"] = "another-program"),
            "sub" => claims["sub"] = new string('s', 256),
            _ => claims,
        };
        providers.City.Forge = lie switch
        {
            "none" => TestProvider.Unsigned,
            "foreign key" => payload => TestProvider.Signed(payload, foreign),
            "public key as secret" => providers.City.SignedByPublicKey,
            _ => null,
        };
        await RefusedAsync(providers.City.Answer, "không hợp lệ");
    }

    [Fact]
    public async Task An_answer_serves_once_in_the_browser_that_left_and_from_the_provider_it_left_for()
    {
        providers.City.Honest();
        await providers.LinkedAsync("once", "subject-once");
        var visitor = _app.Visitor();
        var back = providers.City.Answer(await providers.LeaveAsync(visitor));
        (await visitor.Http.GetAsync(back)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await RefusedAsync(_ => back, Used);
        await RefusedAsync(_ => new(back.ToString().Replace("state=", "state=x", StringComparison.Ordinal)), Used);

        var others = providers.City.Answer(await providers.LeaveAsync(_app.Visitor()));
        await RefusedAsync(_ => others, "trình duyệt khác");

        await RefusedAsync(leave => new(providers.City.Answer(leave).ToString()
            .Replace(providers.CityId.ToString(), providers.OtherId.ToString(), StringComparison.Ordinal)), "hệ thống khác");
        await RefusedAsync(
            leave => new($"{providers.City.Answer(leave)}&iss={Uri.EscapeDataString(providers.Other.Issuer)}"), "hệ thống khác");
        // A code of another attempt: the verifier does not fit.
        var stolen = providers.City.Answer(await providers.LeaveAsync(_app.Visitor()));
        await RefusedAsync(leave => new(providers.City.Answer(leave).ToString().Split("code=")[0] + stolen.Query[1..].Split('&')[0]
            + "&state=" + providers.City.LastAsked["state"]), "không nhận mã");
        await RefusedAsync(
            leave => new(providers.City.Answer(leave).ToString().Replace("code=", "error=", StringComparison.Ordinal)), "dừng giữa chừng");
    }

    [Fact]
    public async Task The_answer_to_one_tenant_opens_nothing_at_another()
    {
        providers.City.Honest();
        await providers.LinkedAsync("of-da-nang", "subject-tenant");
        var visitor = _app.Visitor();
        var back = providers.City.Answer(await providers.LeaveAsync(visitor)).ToString();
        using var answer = await visitor.Http.GetAsync(new Uri(back.Replace("/da-nang/", "/khanh-hoa/", StringComparison.Ordinal)));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await _app.Visitor("khanh-hoa").OpenAsync("/accounts/sign-in")).QuerySelector("form[action*='handler=With']").ShouldBeNull();
    }

    [Fact]
    public async Task Whom_the_provider_knows_and_nobody_has_linked_reads_what_to_do()
    {
        providers.City.Honest();
        providers.City.Subject = "administrator@da-nang.demo";
        // As its name and mail are those of an account: neither is looked at.
        providers.City.Lie = claims => (claims["email"], claims["preferred_username"]) = ("office@da-nang.demo", "office@da-nang.demo");
        await RefusedAsync(providers.City.Answer, "chưa có tài khoản đang hoạt động nào ở đây liên kết");
    }

    [Fact]
    public async Task An_identity_opens_one_account_and_none_any_more_once_its_link_is_removed()
    {
        providers.City.Honest();
        var first = await providers.LinkedAsync("first-of-two", "subject-shared");
        var second = await providers.PersonAsync("second-of-two");
        using (var answer = await second.Http.GetAsync(providers.City.Answer(await ProviderApp.LinkAsync(second, providers.CityId))))
            (await answer.Content.ReadAsStringAsync()).ShouldContain("đã liên kết với một tài khoản khác");

        var through = _app.Visitor();
        (await through.Http.GetAsync(providers.City.Answer(await providers.LeaveAsync(through)))).StatusCode
            .ShouldBe(HttpStatusCode.Redirect);
        (await first.PostAsync("/accounts/linked?handler=Unlink", new() { ["issuer"] = providers.City.Issuer })).StatusCode
            .ShouldBe(HttpStatusCode.Redirect);
        (await through.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await first.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var told = (await first.OpenAsync("/notices")).QuerySelector("main").ShouldNotBeNull().TextContent;
        told.ShouldContain("Đã liên kết với hệ thống đăng nhập");
        told.ShouldContain("Đã bỏ liên kết với hệ thống đăng nhập");
        await RefusedAsync(providers.City.Answer, "chưa có tài khoản đang hoạt động nào ở đây liên kết");
    }

    [Theory]
    [InlineData("whole", "https://evil.example/")]
    [InlineData("no-scheme", "//evil.example/")]
    [InlineData("backslash", "/\\evil.example/")]
    public async Task Nobody_is_sent_elsewhere_after_the_sign_in(string form, string elsewhere)
    {
        providers.City.Honest();
        var name = $"elsewhere-{form}";
        await providers.LinkedAsync(name, name);
        var visitor = _app.Visitor();
        using var back = await visitor.Http.GetAsync(providers.City.Answer(await providers.LeaveAsync(visitor, returnUrl: elsewhere)));
        (back.Headers.Location?.ToString()).ShouldBe("/da-nang/vi/work");
    }

    [Fact]
    public async Task A_reader_of_english_comes_back_in_english()
    {
        providers.City.Honest();
        providers.City.Subject = "nobody";
        var visitor = _app.Visitor(language: "en");
        using var first = await visitor.Http.GetAsync(providers.City.Answer(await providers.LeaveAsync(visitor)));
        using var answer = await visitor.Http.GetAsync(first.Headers.Location);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("no open account here is linked");
    }

    /// <summary>Refused with a sentence, nobody signed in, and one line in the log.</summary>
    private async Task RefusedAsync(Func<string, Uri> answer, string sentence)
    {
        var visitor = _app.Visitor();
        var address = answer(await providers.LeaveAsync(visitor));
        providers.Warned();
        var before = await RefusedInTrailAsync();
        using var refused = await visitor.Http.GetAsync(address);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ReadAsync(refused);
        page.QuerySelector("main [role=alert]").ShouldNotBeNull().TextContent.ShouldContain(sentence);
        page.QuerySelector("main form[action*='handler=Again']").ShouldNotBeNull();
        (await visitor.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        providers.Warned().ShouldHaveSingleItem().ShouldNotContain("code=");
        // What was not begun here, or has been answered before, is in the log alone: anybody could fill the trail with it.
        (await RefusedInTrailAsync()).ShouldBe(sentence == Used ? before : before + 1);
    }

    private Task<long> RefusedInTrailAsync() => TestApp.AskAsync<long>(_app.Superuser, """
        SELECT count(*) FROM audit_entry WHERE verb = 'account.sign-in-failed' AND after::text LIKE '%why%'
        """);
}
