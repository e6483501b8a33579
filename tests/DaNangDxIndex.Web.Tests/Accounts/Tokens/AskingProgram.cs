using System.Net.Http.Headers;
using System.Net.Http.Json;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Accounts.Tokens;

/// <summary>A program that asks by a personal access token, and neither has nor gets a cookie.</summary>
internal sealed class AskingProgram(TestApp app, string? token)
{
    private readonly HttpClient _http = app.Visitor().Http;

    /// <summary>The text of a new token, made through the page by the demo's account of the role.</summary>
    public static async Task<string> IssueAsync(TestApp app, Role role, TokenScope scope, string name = "thử", string days = "30")
    {
        var person = await app.SignedInAsync(role);
        using var answer = await person.SendFormAsync(
            "/accounts/tokens", new() { ["Name"] = name, ["Scope"] = scope.ToString(), ["Days"] = days }, "form:has([name=Days])");
        return (await Visitor.ReadAsync(answer)).QuerySelector(".token-text").ShouldNotBeNull().TextContent;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    /// <param name="path">"/da-nang/api/v1/…".</param>
    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, object? body, string? ifMatch = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{ifMatch}\"");
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        var answer = await _http.SendAsync(request);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse($"{method} {path}: a program is asked for its token alone and gets no cookie");
        return answer;
    }
}
