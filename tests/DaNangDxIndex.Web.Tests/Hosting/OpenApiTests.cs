using System.Text.Json.Nodes;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting;

/// <summary>The description of the API that programs are made from.</summary>
public sealed class OpenApiTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string Kept = Path.Combine(Repository.Root, "docs/openapi.json");

    /// <summary>DX_WRITE_OPENAPI=true writes the file anew; read every line of the difference: others rest on it.</summary>
    [Fact]
    public async Task The_document_that_is_served_is_the_one_that_is_kept()
    {
        var served = await app.Visitor().Http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative));
        if (Environment.GetEnvironmentVariable("DX_WRITE_OPENAPI") == "true")
            await File.WriteAllTextAsync(Kept, served.ReplaceLineEndings("\n").TrimEnd() + "\n");

        served.ReplaceLineEndings("\n").TrimEnd().ShouldBe((await File.ReadAllTextAsync(Kept)).TrimEnd());
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
}
