using AngleSharp.Html.Parser;
using DaNangDxIndex.Demo;

namespace DaNangDxIndex.Harness;

/// <summary>Somebody signed in at a program of its own, with cookies that any program over the same database takes.</summary>
public sealed class Session(HttpClient http, string cookies)
{
    public static async Task<Session> BeginAsync(HttpClient http, string userName, string tenant)
    {
        var path = $"/{tenant}/vi/accounts/sign-in";
        using var page = await http.GetAsync(new Uri(path, UriKind.Relative));
        var asked = new Session(http, Cookies(page));
        using var answer = await asked
            .PostAsync(path, new() { ["UserName"] = userName, ["Password"] = DemoAccounts.Password }, await TokenAsync(page));
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        return new(http, $"{Cookies(page)}; {Cookies(answer)}");
    }

    /// <summary>The same person at another program.</summary>
    public Session At(WebProcess program) => At(program.Http);

    public Session At(HttpClient program) => new(program, cookies);

    /// <summary>The same person there, with a browser that fills in forms.</summary>
    public Visitor VisitorAt(WebProcess program, string tenant)
    {
        var asking = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        var browser = new HttpClient(asking) { BaseAddress = program.Address };
        browser.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", cookies);
        return new(browser, tenant, "vi");
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    public async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> fields, string token) =>
        await SendAsync(new(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(
                new Dictionary<string, string>(fields, StringComparer.Ordinal) { ["__RequestVerificationToken"] = token }),
        });

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Cookie", cookies);
        return http.SendAsync(request);
    }

    /// <summary>The token that stands in a page's form.</summary>
    public async Task<string> TokenAsync(string path)
    {
        using var page = await GetAsync(path);
        return await TokenAsync(page);
    }

    private static async Task<string> TokenAsync(HttpResponseMessage page) =>
        new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync())
            .QuerySelector("input[name=__RequestVerificationToken]").ShouldNotBeNull().GetAttribute("value") ?? "";

    private static string Cookies(HttpResponseMessage answer) =>
        string.Join("; ", answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(cookie => cookie.Split(';')[0]) : []);
}
