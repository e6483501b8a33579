using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting.Problems;

/// <summary>What the type of a problem document leads to.</summary>
public sealed class ProblemsTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string File = Path.Combine(Repository.Root, "src/DaNangDxIndex.Web/Hosting/problems.json");
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>DX_WRITE_PROBLEMS=true writes the file anew; read every line of the difference.</summary>
    [Fact]
    public void Every_code_of_a_refusal_stands_in_the_list_with_what_it_says()
    {
        var found = ProblemSources.Read().ToDictionary(
            problem => problem.Key, problem => new { problem.Value.Status, problem.Value.Vi, problem.Value.En }, StringComparer.Ordinal);
        found.Count.ShouldBeGreaterThan(150);
        var text = JsonSerializer.Serialize(found, Form) + "\n";
        if (Environment.GetEnvironmentVariable("DX_WRITE_PROBLEMS") == "true")
            System.IO.File.WriteAllText(File, text);

        System.IO.File.ReadAllText(File).ShouldBe(text);
    }

    [Fact]
    public async Task A_problem_leads_to_a_page_that_says_what_to_do()
    {
        var refused = await app.Visitor().GetApiAsync("editions/2024/standings?group=nowhere");
        using var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync());
        var type = problem.RootElement.GetProperty("type").GetString().ShouldNotBeNull();

        type.ShouldBe("/problems/group.unknown");
        var page = await Visitor.ReadAsync(await app.Visitor().Http.GetAsync(new Uri(type, UriKind.Relative)));
        page.QuerySelector("h1").ShouldNotBeNull().TextContent.ShouldBe("group.unknown");
        page.QuerySelectorAll(".facts dd").Select(cell => cell.TextContent).ToList().ShouldContain("404");
        page.QuerySelector(".lead").ShouldNotBeNull().TextContent.ShouldStartWith("Năm … không có khối");
    }

    [Theory]
    [InlineData("vi", "Năm … không có khối")]
    [InlineData("en", "Edition … has no group")]
    public async Task It_speaks_the_language_that_is_asked_for_and_an_unknown_one_is_not_there(string language, string sentence)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/problems/group.unknown", UriKind.Relative));
        request.Headers.AcceptLanguage.ParseAdd(language);
        (await (await app.Visitor().Http.SendAsync(request)).Content.ReadAsStringAsync()).ShouldContain(sentence);
        (await app.Visitor().Http.GetAsync(new Uri("/problems/nothing.of-the-kind", UriKind.Relative))).StatusCode
            .ShouldBe(HttpStatusCode.NotFound);
        (await app.Visitor().Http.GetAsync(new Uri("/problems", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
