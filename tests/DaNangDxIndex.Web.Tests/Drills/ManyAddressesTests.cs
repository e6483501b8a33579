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
    public async Task Five_guesses_from_five_addresses_lock_strangers_out_of_the_account_and_never_its_person_whose_browser_is_known()
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        (await TryAsync(Role.Signatory, DemoAccounts.Password, "192.0.2.1", known)).ShouldBe(HttpStatusCode.Redirect);
        for (var guess = 1; guess <= 5; guess++)
            (await TryAsync(Role.Signatory, "wrong wrong wrong", $"203.0.113.{guess}")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TryAsync(Role.Signatory, DemoAccounts.Password, "203.0.113.99")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TryAsync(Role.Signatory, DemoAccounts.Password, "192.0.2.1", known)).ShouldBe(HttpStatusCode.Redirect, "on publication day");
        (await TryAsync(Role.Office, DemoAccounts.Password, "203.0.113.1")).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Whoever_has_a_network_of_IPv6_is_one_address_however_many_are_used()
    {
        var answers = new List<HttpStatusCode>();
        for (var guess = 1; guess <= 40; guess++)
            answers.Add(await TryAsync(Role.Auditor, "wrong wrong wrong", $"2001:db8:1:2:{guess:x}::{guess:x}"));
        answers.ShouldContain(HttpStatusCode.TooManyRequests);
        (await TryAsync(Role.Office, DemoAccounts.Password, "2001:db8:1:3::1")).ShouldBe(HttpStatusCode.Redirect);
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
    /// <param name="kept">The cookies of a browser that comes again; null for one that nobody knows.</param>
    private async Task<HttpStatusCode> TryAsync(Role role, string password, string from, Dictionary<string, string>? kept = null)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = _app.Visitor().Http.BaseAddress,
            DefaultRequestHeaders = { { "X-Forwarded-For", from }, { "X-Forwarded-Proto", "https" } },
        };
        const string path = "/da-nang/vi/accounts/sign-in";
        using var page = await http.GetAsync(new Uri(path, UriKind.Relative));
        kept ??= new(StringComparer.Ordinal);
        Keep(page);
        var form = await Visitor.ReadAsync(page);
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([
                new("UserName", DemoAccounts.UserName(role, "da-nang")), new("Password", password),
                new("__RequestVerificationToken",
                    form.QuerySelector("input[name=__RequestVerificationToken]").ShouldNotBeNull().GetAttribute("value")),
            ]),
        };
        request.Headers.Add("Cookie", string.Join("; ", kept.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        using var answer = await http.SendAsync(request);
        Keep(answer);
        kept.Remove("__Host-dx-da-nang");
        return answer.StatusCode;

        void Keep(HttpResponseMessage from)
        {
            foreach (var set in from.Headers.TryGetValues("Set-Cookie", out var sent) ? sent : [])
            {
                var parts = set.Split(';')[0].Split('=', 2);
                kept[parts[0]] = parts[1];
            }
        }
    }
}
