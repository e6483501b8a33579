using System.Text.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// Checks a bundle as a stranger would: every file against its digest in the manifest, publication.json against its canonical form, the
/// other files against what follows from it, and its results against a new computation. What an earlier or a later version of the program
/// wrote stays valid: wording, layout and order of columns are not compared, only what is said.
/// </summary>
public sealed record BundleCheck(PublishedEdition Published, string Digest, IReadOnlyList<Difference> Differences)
{
    private const int Longer = 2;
    private const int Slack = 1 << 16;

    /// <exception cref="BundleFault">There is no publication or no manifest in it that this program could read.</exception>
    /// <exception cref="FormatException">The publication is none that this program could read.</exception>
    public static BundleCheck Of(IReadOnlyList<BundleFile> files)
    {
        var byPath = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        if (!byPath.TryGetValue(Bundle.PublicationPath, out var publication))
            throw new BundleFault(
                new($"Gói không có tệp {Bundle.PublicationPath}.", $"There is no {Bundle.PublicationPath} in the bundle."));
        var published = PublishedEditionJson.Read(publication.Text);
        return new BundleCheck(published, publication.Hash["sha256:".Length..],
        [
            .. Manifest(byPath),
            .. Recomputation.Unread(publication.Text, published),
            .. Form(publication.Text),
            .. Bundle.Of(publication.Text).SelectMany(expected => Content(expected, byPath.GetValueOrDefault(expected.Path))),
            .. Recomputation.Differences(published),
        ]);
    }

    /// <summary>
    /// What a bundle that was handed in says otherwise than the one that was published: nothing is computed, so that strangers may ask.
    /// </summary>
    /// <exception cref="BundleFault">A file in it is not of its kind.</exception>
    public static IReadOnlyList<Difference> Against(IReadOnlyList<BundleFile> files, IReadOnlyList<BundleFile> published)
    {
        var byPath = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        try
        {
            return
            [
                .. published.SelectMany(file => Against(file, byPath.GetValueOrDefault(file.Path))),
                .. files.Where(file => published.All(other => other.Path != file.Path))
                    .Select(file => new Difference(file.Path, DifferenceInWords.AFile, "–")),
            ];
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            throw new BundleFault(new(
                "Một tệp JSON trong gói ghi cùng một tên hai lần.", "A JSON file in the bundle says a name twice."), fault);
        }
    }

    // What is far longer than what it is held against says something else, whatever it says: it is not read.
    private static IEnumerable<Difference> Against(BundleFile published, BundleFile? found) =>
        found is not null && found.Bytes.Length > Longer * (long)published.Bytes.Length + Slack
            ? [new Difference(published.Path, DifferenceInWords.Bytes(found), DifferenceInWords.Bytes(published))]
            : published.Path == Bundle.PublicationPath ? Said(published, found) : Content(published, found);

    private static IEnumerable<Difference> Said(BundleFile published, BundleFile? found) =>
        found is null ? [new Difference(published.Path, DifferenceInWords.Missing, DifferenceInWords.AFile)]
        : found.Bytes.Span.SequenceEqual(published.Bytes.Span) ? []
        : Recomputation.Between(Json(found), Json(published), "") is { Count: > 0 } differences ? differences
        : [new Difference(published.Path, DifferenceInWords.NotCanonical, "RFC 8785")];

    private static IEnumerable<Difference> Manifest(Dictionary<string, BundleFile> files)
    {
        if (!files.TryGetValue(Bundle.ManifestPath, out var manifest))
            return [new Difference(Bundle.ManifestPath, "–", DifferenceInWords.Missing)];
        var said = Resources(manifest.Text);
        return said.Keys.Union(files.Keys, StringComparer.Ordinal)
            .Where(path => !string.Equals(path, Bundle.ManifestPath, StringComparison.Ordinal))
            .SelectMany(path => Described(path, said.TryGetValue(path, out var resource) ? resource : null, files.GetValueOrDefault(path)))
            .Where(difference => !string.Equals(difference.Published, difference.Recomputed, StringComparison.Ordinal));
    }

    private static IEnumerable<Difference> Described(string path, (string Hash, string? Bytes)? said, BundleFile? found)
    {
        yield return new Difference($"{path}#hash", said?.Hash ?? DifferenceInWords.NotDescribed, found?.Hash ?? DifferenceInWords.Missing);
        if (said?.Bytes is { } bytes && found is not null)
            yield return new Difference($"{path}#bytes", bytes, $"{found.Bytes.Length}");
    }

    private static Dictionary<string, (string Hash, string? Bytes)> Resources(string manifest)
    {
        try
        {
            return (JsonNode.Parse(manifest)?["resources"] as JsonArray ?? []).OfType<JsonObject>()
                .ToDictionary(
                    resource => resource["path"]?.GetValue<string>() ?? "",
                    resource => (resource["hash"]?.GetValue<string>() ?? "", resource["bytes"]?.ToJsonString()), StringComparer.Ordinal);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new BundleFault(new(
                $"{Bundle.ManifestPath} không phải là mô tả gói dữ liệu.",
                $"{Bundle.ManifestPath} is not a description of a data package."), fault);
        }
    }

    private static IEnumerable<Difference> Form(string text)
    {
        if (!string.Equals(CanonicalJson.Write(JsonNode.Parse(text)), text, StringComparison.Ordinal))
            yield return new Difference(Bundle.PublicationPath, DifferenceInWords.NotCanonical, "RFC 8785");
    }

    private static IEnumerable<Difference> Content(BundleFile expected, BundleFile? found)
    {
        if (found is null)
            return [new Difference(expected.Path, DifferenceInWords.Missing, DifferenceInWords.AFile)];
        if (found.Bytes.Span.SequenceEqual(expected.Bytes.Span))
            return [];
        return expected.Path switch
        {
            // Its own form and content are checked by themselves, and a reader's introduction says nothing that could be computed.
            Bundle.PublicationPath or Bundle.ReadmePath => [],
            Bundle.ManifestPath => Recomputation.Between(Facts(found), Facts(expected), Bundle.ManifestPath + "#"),
            _ when expected.Path.EndsWith(".csv", StringComparison.Ordinal) => SaidTable.Differences(found, expected),
            _ => Recomputation.Between(Json(found), Json(expected), expected.Path + "#"),
        };
    }

    // What the manifest states of the publication, in whatever words beside it: a sample must not pass for a real one.
    private static JsonObject Facts(BundleFile manifest)
    {
        var json = Json(manifest) as JsonObject ?? [];
        string[] facts = ["name", "version", "created", "illustrative"];
        return new(facts.Where(json.ContainsKey).Select(fact => KeyValuePair.Create(fact, json[fact]?.DeepClone())));
    }

    private static JsonNode? Json(BundleFile file)
    {
        try
        {
            return JsonNode.Parse(file.Text);
        }
        catch (JsonException fault)
        {
            throw new BundleFault(new($"{file.Path} không phải là JSON.", $"{file.Path} is no JSON."), fault);
        }
    }
}
