using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using DaNangDxIndex.Harness;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace DaNangDxIndex.Hosting;

/// <summary>The description of the API that programs are made from.</summary>
[Collection(OnlyRead.Name)]
public sealed class OpenApiTests(TestApp app)
{
    private static readonly string Kept = Path.Combine(Repository.Root, "docs/openapi.json");

    /// <summary>DX_WRITE_OPENAPI=true writes the file anew; read every line of the difference: others rest on it.</summary>
    [Fact]
    public async Task The_document_that_is_kept_is_the_one_that_the_program_makes()
    {
        var document = await app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1").GetOpenApiDocumentAsync();
        var made = (await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1)).ReplaceLineEndings("\n").TrimEnd();
        if (Environment.GetEnvironmentVariable("DX_WRITE_OPENAPI") == "true")
            await File.WriteAllTextAsync(Kept, made + "\n");

        made.ShouldBe((await File.ReadAllTextAsync(Kept)).TrimEnd());
    }

    [Fact]
    public async Task The_document_that_is_served_is_the_one_that_is_kept_with_the_tenants_there_are()
    {
        using var answer = await app.Visitor().Http.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative));
        var served = JsonNode.Parse(await answer.Content.ReadAsStringAsync()).ShouldNotBeNull();
        var tenant = (served["servers"]?[0]?["variables"]?["tenant"]).ShouldNotBeNull().AsObject();

        answer.Content.Headers.ContentType.ShouldNotBeNull().ToString().ShouldBe("application/json; charset=utf-8");
        tenant["default"].ShouldNotBeNull().GetValue<string>().ShouldBe("da-nang");
        tenant["enum"].ShouldNotBeNull().AsArray().Select(slug => slug?.GetValue<string>())
            .ShouldBe(await TestApp.ListAsync(app.Superuser, "SELECT slug FROM tenant ORDER BY slug COLLATE \"C\""));
        tenant.Remove("enum");
        JsonNode.DeepEquals(served, JsonNode.Parse(await File.ReadAllTextAsync(Kept))).ShouldBeTrue();
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_who_may_ask_and_how_it_refuses()
    {
        var document = JsonNode.Parse(await File.ReadAllTextAsync(Kept)).ShouldNotBeNull();
        var lacking = new List<string>();
        foreach (var (path, operations) in document["paths"].ShouldNotBeNull().AsObject())
            foreach (var (method, operation) in operations.ShouldNotBeNull().AsObject())
            {
                var said = operation.ShouldNotBeNull().AsObject();
                foreach (var member in (string[])["operationId", "summary", "security", "tags"])
                    if (said[member] is null)
                        lacking.Add($"{method} {path}: {member}");
                if (!said["responses"].ShouldNotBeNull().AsObject().Any(answer => answer.Key.StartsWith('4')))
                    lacking.Add($"{method} {path}: no refusal");
            }
        lacking.ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_of_operations_are_each_given_once() =>
        JsonNode.Parse(await File.ReadAllTextAsync(Kept)).ShouldNotBeNull()["paths"].ShouldNotBeNull().AsObject()
            .SelectMany(path => path.Value.ShouldNotBeNull().AsObject())
            .Select(operation => operation.Value?["operationId"]?.GetValue<string>()).ShouldBeUnique();

    [Fact]
    public async Task Every_operation_has_its_sentence_in_Vietnamese_and_no_sentence_is_left_over() =>
        JsonNode.Parse(await File.ReadAllTextAsync(Kept)).ShouldNotBeNull()["paths"].ShouldNotBeNull().AsObject()
            .SelectMany(path => path.Value.ShouldNotBeNull().AsObject())
            .Select(operation => operation.Value?["operationId"]?.GetValue<string>()).Order(StringComparer.Ordinal)
            .ShouldBe(ApiDocumentModel.InVietnamese.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task Every_parameter_beside_the_path_is_described_and_in_Vietnamese_as_well()
    {
        var said = JsonNode.Parse(await File.ReadAllTextAsync(Kept)).ShouldNotBeNull()["paths"].ShouldNotBeNull().AsObject()
            .SelectMany(path => path.Value.ShouldNotBeNull().AsObject())
            .SelectMany(operation => operation.Value?["parameters"]?.AsArray() ?? [])
            .Where(parameter => parameter?["in"]?.GetValue<string>() != "path")
            .Select(parameter => ApiDocumentModel.OneLine(parameter?["description"]?.GetValue<string>() ?? "")).ToHashSet();

        said.Order(StringComparer.Ordinal).ShouldBe(ApiDocumentModel.ParametersInVietnamese.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("vi", "Bảng xếp hạng của một khối")]
    [InlineData("en", "The ranked table of one group")]
    public async Task The_readable_page_tells_each_operation_in_the_language_asked_for_with_a_line_to_try(string language, string sentence)
    {
        var page = new HtmlParser().ParseDocument(
            await app.Visitor().Http.GetStringAsync(new Uri($"/api?lang={language}", UriKind.Relative)));
        var act = page.QuerySelector("section[aria-labelledby=getStandings]").ShouldNotBeNull();
        act.TextContent.ShouldContain(sentence);
        act.QuerySelector("pre").ShouldNotBeNull().TextContent.ShouldBe(
            "curl \"$DX/api/v1/editions/2024/standings?group=districts\"");
        page.QuerySelector("section[aria-labelledby=decideCriterion] pre").ShouldNotBeNull().TextContent
            .ShouldStartWith("curl -X PUT -H \"Authorization: Bearer $TOKEN\" -H 'If-Match: \"3\"' -H \"Content-Type: application/json\"");
    }
}
