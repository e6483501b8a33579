using System.Net;
using System.Net.Sockets;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DaNangDxIndex.Harness;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace DaNangDxIndex.Accounts.Providers;

/// <summary>Providers as the administrator keeps them, and what their sign-ins are worth beside our own second step and presence.</summary>
public sealed class ProvidersTests(ProviderApp providers) : IClassFixture<ProviderApp>
{
    private readonly TestApp _app = providers.App;

    [Fact]
    public async Task A_provider_that_cannot_be_used_is_not_taken_into_use_and_the_sentence_says_why()
    {
        await using var provider = await TestProvider.StartAsync();
        provider.Document = said => said["issuer"] = "https://another.example";
        (await SaidAsync(provider.Issuer)).ShouldContain("tự nhận một issuer khác");
        provider.Document = said => said.Remove("token_endpoint");
        (await SaidAsync(provider.Issuer)).ShouldContain("thiếu địa chỉ hoặc khóa");
        provider.Instead = http => http.Response.WriteAsync("<html>");
        (await SaidAsync(provider.Issuer)).ShouldContain("không đọc được");
        provider.Instead = http => http.Response.WriteAsync($"\"{new string('x', 300_000)}\"");
        (await SaidAsync(provider.Issuer)).ShouldContain("không đọc được");
        provider.Instead = http => Task.Delay(TimeSpan.FromMinutes(2), http.RequestAborted);
        (await SaidAsync(provider.Issuer)).ShouldContain("không trả lời");
        provider.Instead = http =>
        {
            http.Response.Redirect("http://127.0.0.1/elsewhere");
            return Task.CompletedTask;
        };
        (await SaidAsync(provider.Issuer)).ShouldContain("không trả lời");
        (await SaidAsync("http://127.0.0.1:1")).ShouldContain("không trả lời");
        (await SaidAsync("ftp://sso.example")).ShouldContain("địa chỉ https");
        (await SaidAsync(providers.City.Issuer)).ShouldContain("Đã có hệ thống đăng nhập với issuer này");
    }

    [Fact]
    public async Task Who_stops_using_a_provider_ends_its_sign_ins_and_takes_its_button_away()
    {
        await using var provider = await TestProvider.StartAsync();
        using var added = await providers.SendAsync(provider.Issuer, "Tạm dùng");
        var edit = (added.Headers.Location?.ToString() ?? "").Split('?')[0];
        var id = Guid.Parse(edit.Split('/')[^1]);
        var person = await providers.PersonAsync("through-temporary");
        (await person.Http.GetAsync(provider.Answer(await ProviderApp.LinkAsync(person, id)))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var through = _app.Visitor();
        (await through.Http.GetAsync(provider.Answer(await providers.LeaveAsync(through, id)))).StatusCode
            .ShouldBe(HttpStatusCode.Redirect);
        (await through.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var administrator = await _app.SignedInAsync(Role.Administrator);
        (await administrator.SendFormAsync(edit, new()
        {
            ["Input.Issuer"] = provider.Issuer, ["Input.ClientId"] = TestProvider.Client, ["Input.NameVi"] = "Tạm dùng",
            ["Input.NameEn"] = "For a while", ["Input.Place"] = "2", ["Input.Active"] = "false",
        }, "main form")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await through.GetAsync("/accounts/password")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await _app.Visitor().OpenAsync("/accounts/sign-in")).QuerySelector("main").ShouldNotBeNull()
            .TextContent.ShouldNotContain("Tạm dùng");
    }

    [Fact]
    public async Task Our_second_step_follows_a_provider_whose_word_for_its_own_is_not_taken()
    {
        providers.City.Honest();
        var visitor = await providers.LinkedAsync("with-app", "subject-app");
        await TestApp.AskAsync<int>(_app.Superuser, "UPDATE account SET two_factor_enabled = true WHERE user_name = 'with-app'");
        providers.City.Lie = claims => claims["amr"] = new[] { "pwd", "mfa" };
        (await ThroughAsync()).ShouldBe((HttpStatusCode.OK, HttpStatusCode.Redirect), "the code is asked for, and nobody is signed in yet");
        await TestApp.AskAsync<int>(_app.Superuser, """
            INSERT INTO recovery_code (tenant_id, account_id, hash)
            SELECT tenant_id, id, sha256('ABCDEFGHJKMNPQRS') FROM account WHERE user_name = 'with-app'
            """);
        (await CompletedAsync("ABCD-EFGH-JKMN-PQRT")).ShouldBe(HttpStatusCode.Redirect, "a wrong code signs nobody in");
        (await CompletedAsync("ABCD-EFGH-JKMN-PQRS")).ShouldBe(HttpStatusCode.OK);

        await TrustAsync("{mfa}");
        try
        {
            (await ThroughAsync()).ShouldBe((HttpStatusCode.Redirect, HttpStatusCode.OK));
            providers.City.Lie = claims => claims["amr"] = new[] { "pwd" };
            (await ThroughAsync()).ShouldBe((HttpStatusCode.OK, HttpStatusCode.Redirect));
        }
        finally
        {
            await TrustAsync("{}");
        }
        visitor.ShouldNotBeNull();

        async Task<(HttpStatusCode Back, HttpStatusCode Then)> ThroughAsync()
        {
            var through = _app.Visitor();
            using var back = await through.Http.GetAsync(providers.City.Answer(await providers.LeaveAsync(through)));
            return (back.StatusCode, (await through.GetAsync("/accounts/password")).StatusCode);
        }

        async Task<HttpStatusCode> CompletedAsync(string code) =>
            (await (await WithCodeAsync(code)).Through.GetAsync("/accounts/password")).StatusCode;
    }

    [Fact]
    public async Task No_wrong_password_bars_the_code_of_who_comes_by_a_provider_and_wrong_codes_there_are_bounded_too()
    {
        providers.City.Honest();
        await providers.LinkedAsync("by-city", "subject-by-city");
        await TestApp.AskAsync<int>(_app.Superuser, """
            UPDATE account SET two_factor_enabled = true WHERE user_name = 'by-city';
            INSERT INTO recovery_code (tenant_id, account_id, hash)
            SELECT tenant_id, id, sha256(code::bytea) FROM account, (VALUES ('ABCDEFGHJKMNPQR2'), ('ABCDEFGHJKMNPQR3')) AS given (code)
            WHERE user_name = 'by-city'
            """);
        for (var guess = 0; guess < 5; guess++)
            (await _app.Visitor().SendFormAsync("/accounts/sign-in", new() { ["UserName"] = "by-city", ["Password"] = "wrong wrong" }))
                .StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await WithCodeAsync("ABCD-EFGH-JKMN-PQR2")).Answer.ShouldBe(HttpStatusCode.Redirect);

        for (var guess = 0; guess < 5; guess++)
            (await WithCodeAsync("ABCD-EFGH-JKMN-PQRZ")).Answer.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await WithCodeAsync("ABCD-EFGH-JKMN-PQR3")).Answer.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    /// <summary>Somebody new comes back from the provider and gives the code that is still owed.</summary>
    private async Task<(Visitor Through, HttpStatusCode Answer)> WithCodeAsync(string code)
    {
        var through = _app.Visitor();
        using var back = await through.Http.GetAsync(providers.City.Answer(await providers.LeaveAsync(through)));
        var fields = (await Visitor.ReadAsync(back)).QuerySelectorAll<IHtmlInputElement>("main form:has(#Code) input[type=hidden]")
            .ToDictionary(input => input.Name ?? "", input => input.Value, StringComparer.Ordinal);
        fields["Code"] = code;
        using var answer = await through.Http.PostAsync(
            new Uri(through.Address("/accounts/sign-in?handler=Code"), UriKind.Relative), new FormUrlEncodedContent(fields));
        return (through, answer.StatusCode);
    }

    [Fact]
    public async Task Whom_the_provider_asked_long_ago_is_not_present_and_is_asked_anew()
    {
        providers.City.Honest();
        await providers.LinkedAsync("not-present", "subject-present");
        providers.City.Lie = claims => claims["auth_time"] = DateTimeOffset.UtcNow.AddHours(-2).ToUnixTimeSeconds();
        var visitor = _app.Visitor();
        (await visitor.Http.GetAsync(providers.City.Answer(await providers.LeaveAsync(visitor)))).StatusCode
            .ShouldBe(HttpStatusCode.Redirect);
        Task<HttpResponseMessage> MakeTokenAsync() => visitor.PostAsync(
            "/accounts/tokens", new() { ["Name"] = "Một cửa", ["Scope"] = "Read", ["Days"] = "30" }, "/accounts/tokens");
        ((await MakeTokenAsync()).Headers.Location?.ToString()).ShouldNotBeNull().ShouldContain("/accounts/sign-in?returnUrl=");

        var again = await providers.LeaveAsync(visitor, returnUrl: "/da-nang/vi/accounts/tokens");
        using (var old = await visitor.Http.GetAsync(providers.City.Answer(again)))
            (await old.Content.ReadAsStringAsync()).ShouldContain("không hỏi lại bạn là ai");
        (providers.City.LastAsked["prompt"], providers.City.LastAsked["max_age"]).ShouldBe(("login", "0"));

        providers.City.Lie = _ => { };
        again = await providers.LeaveAsync(visitor, returnUrl: "/da-nang/vi/accounts/tokens");
        using (var anew = await visitor.Http.GetAsync(providers.City.Answer(again)))
            (anew.Headers.Location?.ToString()).ShouldBe("/da-nang/vi/accounts/tokens");
        (await MakeTokenAsync()).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task In_service_neither_this_machine_nor_its_own_wire_is_asked()
    {
        using var fetch = new ProviderFetch(new ConfigurationBuilder().Build());
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        foreach (var host in new[] { "127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "169.254.169.254" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"https://{host}:{port}/");
            (await Should.ThrowAsync<ProviderRefused>(() => fetch.AskAsync(request, CancellationToken.None))).Fault
                .ShouldBe(ProviderFault.Unreachable);
        }
        listener.Pending().ShouldBeFalse("nothing has come");
        using var plain = new HttpRequestMessage(HttpMethod.Get, "http://sso.example/");
        (await Should.ThrowAsync<ProviderRefused>(() => fetch.AskAsync(plain, CancellationToken.None))).Fault
            .ShouldBe(ProviderFault.Unusable);
    }

    private Task<int> TrustAsync(string values) => TestApp.AskAsync<int>(
        _app.Superuser, $"UPDATE sign_in_provider SET second_factor = '{values}' WHERE id = '{providers.CityId}'");

    private async Task<string> SaidAsync(string issuer)
    {
        using var answer = await providers.SendAsync(issuer, "Hỏng");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return (await Visitor.ReadAsync(answer)).QuerySelector("main").ShouldNotBeNull().TextContent;
    }
}
