using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Drills;

/// <summary>Guessing one account from many addresses, as networks of foreign machines do, behind the proxy that tells them apart.</summary>
public sealed class ManyAddressesTests : IAsyncLifetime
{
    private readonly TestApp _app = new()
    {
        OverNetwork = true,
        Settings = { ["DX_PROXIES"] = "127.0.0.0/8", ["DX_SIGN_INS_PER_MINUTE"] = "30" },
    };

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Five_guesses_from_five_addresses_lock_the_account_and_nobody_else()
    {
        for (var guess = 1; guess <= 5; guess++)
            (await TryAsync(Role.Signatory, "wrong wrong wrong", $"203.0.113.{guess}")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TryAsync(Role.Signatory, DemoAccounts.Password, "203.0.113.99")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TryAsync(Role.Office, DemoAccounts.Password, "203.0.113.1")).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Who_guesses_many_accounts_from_one_address_is_stopped_there_while_others_come_in()
    {
        var answers = new List<HttpStatusCode>();
        for (var guess = 0; guess < 40; guess++)
            answers.Add(await TryAsync(Role.Auditor, "wrong wrong wrong", "198.51.100.7"));
        answers.ShouldContain(HttpStatusCode.TooManyRequests);
        (await TryAsync(Role.Office, DemoAccounts.Password, "198.51.100.8")).ShouldBe(HttpStatusCode.Redirect);
    }

    /// <summary>Over the network cookies are "Secure" and the connection is not, so they are carried by hand.</summary>
    private async Task<HttpStatusCode> TryAsync(Role role, string password, string from)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = _app.Visitor().Http.BaseAddress,
            DefaultRequestHeaders = { { "X-Forwarded-For", from }, { "X-Forwarded-Proto", "https" } },
        };
        const string path = "/da-nang/vi/accounts/sign-in";
        using var page = await http.GetAsync(new Uri(path, UriKind.Relative));
        var cookies = string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        var form = await Visitor.ReadAsync(page);
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([
                new("UserName", DemoAccounts.UserName(role, "da-nang")), new("Password", password),
                new("__RequestVerificationToken",
                    form.QuerySelector("input[name=__RequestVerificationToken]").ShouldNotBeNull().GetAttribute("value")),
            ]),
        };
        request.Headers.Add("Cookie", cookies);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
