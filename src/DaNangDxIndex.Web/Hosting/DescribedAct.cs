using System.Text.Json;

namespace DaNangDxIndex.Hosting;

/// <summary>One operation of the API, as the readable page tells it.</summary>
/// <param name="Section">The first tag.</param>
/// <param name="Summary">In English.</param>
/// <param name="Example">One line of curl.</param>
/// <param name="Parameters">Beside those of the path.</param>
/// <param name="MediaTypes">Of what is answered when it succeeds.</param>
public sealed record DescribedAct(
    string Section, string Id, string Method, string Path, string? Summary, string Example,
    IReadOnlyList<DescribedAct.Parameter> Parameters, IReadOnlyList<string> Statuses, IReadOnlyList<string> MediaTypes)
{
    public sealed record Parameter(string Name, bool InHeader, bool Required, string? Description);

    /// <summary>All of the description that is checked in, in its order.</summary>
    public static IReadOnlyList<DescribedAct> All()
    {
        using var description = DescriptionOnFile.Open();
        return
        [
            .. from path in description.RootElement.GetProperty("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               select Of(operation.Name.ToUpperInvariant(), path.Name, operation.Value, description.RootElement),
        ];
    }

    private static DescribedAct Of(string method, string path, JsonElement operation, JsonElement description)
    {
        var answers = Members(operation, "responses").ToList();
        return new(
            Items(operation, "tags").FirstOrDefault() is { ValueKind: JsonValueKind.String } tag ? tag.GetString() ?? "" : "",
            Word(operation, "operationId") ?? "", method, path, Word(operation, "summary"),
            new ApiExample(description).Of(method, path, operation),
            [
                .. Items(operation, "parameters").Where(parameter => Word(parameter, "in") != "path").Select(parameter => new Parameter(
                    Word(parameter, "name") ?? "", Word(parameter, "in") == "header",
                    parameter.TryGetProperty("required", out var required) && required.GetBoolean(), Word(parameter, "description"))),
            ],
            [.. answers.Select(answer => answer.Name).Where(status => status != "default")],
            [
                .. answers.Where(answer => answer.Name.StartsWith('2')).SelectMany(answer => Members(answer.Value, "content"))
                    .Select(content => content.Name).Distinct(StringComparer.Ordinal),
            ]);
    }

    internal static string? Word(JsonElement of, string member) => of.TryGetProperty(member, out var word) ? word.ToString() : null;

    internal static IEnumerable<JsonElement> Items(JsonElement of, string member) =>
        of.TryGetProperty(member, out var items) ? items.EnumerateArray() : [];

    internal static IEnumerable<JsonProperty> Members(JsonElement of, string member) =>
        of.TryGetProperty(member, out var members) ? members.EnumerateObject() : [];
}
