using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace DaNangDxIndex.Harness;

/// <summary>A browser without a script: knows its tenant and language, keeps its cookies, fills in forms.</summary>
public sealed class Visitor(HttpClient http, string tenant, string language)
{
    public HttpClient Http => http;

    /// <summary>"/work" is "/da-nang/vi/work"; "/assets/…" and full addresses stay as they are.</summary>
    public string Address(string path) =>
        path.StartsWith($"/{tenant}/", StringComparison.Ordinal)
            || path.StartsWith("/assets/", StringComparison.Ordinal) ? path : $"/{tenant}/{language}{path}";

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(new Uri(Address(path), UriKind.Relative));

    /// <summary>"editions" is "/da-nang/api/v1/editions".</summary>
    public Task<HttpResponseMessage> GetApiAsync(string path) => http.GetAsync(new Uri($"/{tenant}/api/v1/{path}", UriKind.Relative));

    public async Task<IHtmlDocument> OpenAsync(string path)
    {
        var answer = await GetAsync(path);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path} answered {(int)answer.StatusCode} {answer.Headers.Location}");
        return await ReadAsync(answer);
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>Opens the page, takes over what its form holds, fills in the rest and sends it.</summary>
    /// <param name="form">CSS selector of the form where the page has several.</param>
    public async Task<HttpResponseMessage> SendFormAsync(string path, Dictionary<string, string> fields, string form = "form[method=post]")
    {
        var page = await OpenAsync(path);
        var found = page.QuerySelectorAll(form).OfType<IHtmlFormElement>().FirstOrDefault();
        found.ShouldNotBeNull($"{path} has no {form}");
        var sent = found.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>()
            .Where(input => input.Name is not null).ToDictionary(input => input.Name ?? "", input => input.Value, StringComparer.Ordinal);
        foreach (var (name, value) in fields)
            sent[name] = value;
        var action = found.GetAttribute("action") is { Length: > 0 } given ? given : Address(path);
        return await http.PostAsync(new Uri(action, UriKind.Relative), new FormUrlEncodedContent(sent));
    }

    /// <summary>Sends what no form offers to this person, with a token that is good.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> fields, string tokenFrom = "/work")
    {
        var sent = new Dictionary<string,
            string>(fields, StringComparer.Ordinal) { ["__RequestVerificationToken"] = await TokenAsync(tokenFrom) };
        return await http.PostAsync(new Uri(Address(path), UriKind.Relative), new FormUrlEncodedContent(sent));
    }

    /// <summary>The token that a script sends with its own requests, in the header RequestVerificationToken.</summary>
    public async Task<string> TokenAsync(string path) =>
        (await OpenAsync(path)).QuerySelector("input[name=__RequestVerificationToken]")
            .ShouldNotBeNull($"{path} has no form").GetAttribute("value").ShouldNotBeNull();
}
