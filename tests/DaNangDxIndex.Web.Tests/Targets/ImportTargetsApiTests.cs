using System.Net;
using System.Text.Json.Nodes;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Accounts.Tokens;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Targets;

/// <summary>Programs of the office import the same file of targets as its people.</summary>
[Collection(TargetsApp.Name)]
public sealed class ImportTargetsApiTests(TestApp app)
{
    [Fact]
    public async Task Programs_of_the_office_check_and_store_the_same_file()
    {
        var token = await AskingProgram.IssueAsync(app, Role.Office, TokenScope.Office);
        var answer = await SendAsync(token, "?apply=false", TargetFile.Of(TargetFile.Rows));
        ((int?)answer["new"], (bool?)answer["applied"]).ShouldBe((4, false));
        (await app.StoredTargetsAsync()).ShouldBeEmpty();

        ((bool?)(await SendAsync(token, "?apply=true", TargetFile.Of(TargetFile.Rows)))["applied"]).ShouldBe(true);
        (await app.StoredTargetsAsync()).Count.ShouldBe(4);
        await SendAsync(token, "?apply=true", TargetFile.Of([TargetFile.Rows[0]]), HttpStatusCode.Conflict);
        (await SendAsync(token, "?apply=true", TargetFile.Of(["x"]), HttpStatusCode.UnprocessableEntity))["faults"].ShouldNotBeNull()
            .AsArray().Count.ShouldBeGreaterThan(0);
        await app.LeaveTargetsAsync();
    }

    [Theory]
    [InlineData("application/json", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/csv; charset=utf-8", HttpStatusCode.OK)]
    [InlineData("application/vnd.ms-excel", HttpStatusCode.OK)]
    [InlineData("application/octet-stream", HttpStatusCode.OK)]
    public async Task A_body_that_says_it_is_no_file_of_targets_is_not_looked_into(string type, HttpStatusCode status)
    {
        var token = await AskingProgram.IssueAsync(app, Role.Office, TokenScope.Office);
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri("/da-nang/api/v1/editions/2023/targets", UriKind.Relative));
        request.Headers.Authorization = new("Bearer", token);
        request.Content = new ByteArrayContent(TargetFile.Of(TargetFile.Rows));
        request.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        using var answer = await app.Visitor().Http.SendAsync(request);

        answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync());
        if (status == HttpStatusCode.UnsupportedMediaType)
            (answer.Content.Headers.ContentType?.MediaType).ShouldBe("application/problem+json");
    }

    private async Task<JsonNode> SendAsync(string token, string query, byte[] file, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri("/da-nang/api/v1/editions/2023/targets" + query, UriKind.Relative));
        request.Headers.Authorization = new("Bearer", token);
        request.Content = new ByteArrayContent(file);
        using var answer = await app.Visitor().Http.SendAsync(request);
        answer.StatusCode.ShouldBe(status);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync()).ShouldNotBeNull();
    }
}
