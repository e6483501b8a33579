using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Tokens;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting;

/// <summary>Runs every line of curl in docs/api.md: what the guide shows is what the program does.</summary>
public sealed class ApiGuideTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Every_line_is_answered_as_the_guide_says()
    {
        var tokens = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["$TOKEN"] = await AskingProgram.IssueAsync(app, Role.Assessor, TokenScope.Enter),
            ["$OFFICE"] = await AskingProgram.IssueAsync(app, Role.Office, TokenScope.Office),
            ["$ADMINISTRATOR"] = await AskingProgram.IssueAsync(app, Role.Administrator, TokenScope.Read),
        };
        var lines = (await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "docs/api.md")))
            .Where(line => line.StartsWith("curl ", StringComparison.Ordinal)).ToList();
        lines.Count.ShouldBeGreaterThan(10);

        var others = new List<string>();
        foreach (var line in lines)
        {
            var said = Regex.Match(line, @"# (?<status>\d{3})$", RegexOptions.ExplicitCapture, Patience) is { Success: true } end
                ? (HttpStatusCode)int.Parse(end.Groups["status"].Value, System.Globalization.CultureInfo.InvariantCulture)
                : HttpStatusCode.OK;
            using var request = Request(line, tokens);
            var answer = await app.Visitor().Http.SendAsync(request);
            if (answer.StatusCode != said)
                others.Add($"{line}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            else if ((int)said >= 400 && answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
                others.Add($"{line}: no problem document");
        }
        others.ShouldBeEmpty();
    }

    private static HttpRequestMessage Request(string line, Dictionary<string, string> tokens)
    {
        const string word = """'(?<word>[^']*)'|"(?<word>[^"]*)"|(?<word>\S+)""";
        var words = Regex.Matches(line.Split(" # ")[0], word, RegexOptions.ExplicitCapture, Patience)
            .Select(found => found.Groups["word"].Value).ToList();
        string? After(string option) => words.IndexOf(option) is >= 0 and var at ? words[at + 1] : null;
        var request = new HttpRequestMessage(
            new(After("-X") ?? "GET"), new Uri(words[^1].Replace("$DX", "/da-nang", StringComparison.Ordinal), UriKind.Relative));
        if (After("-d") is { } body)
            request.Content = new StringContent(body, Encoding.UTF8);
        foreach (var (at, _) in words.Index().Where(word => word.Item == "-H"))
        {
            var (name, value) = words[at + 1].Split(": ", 2) is [var head, var rest] ? (head, rest) : (words[at + 1], "");
            if (name == "Content-Type" && request.Content is not null)
                request.Content.Headers.ContentType = new MediaTypeHeaderValue(value);
            else
                request.Headers.TryAddWithoutValidation(name, value.StartsWith("Bearer ", StringComparison.Ordinal)
                    ? "Bearer " + tokens[value["Bearer ".Length..]] : value);
        }
        return request;
    }
}
