using System.Text.Json;
using System.Text.Json.Nodes;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// Checks a bundle as a stranger would: every file against its digest in the manifest, publication.json against its canonical form, the other files
/// against what follows from it, and its results against a new computation.
/// </summary>
public sealed record BundleCheck(PublishedEdition Published, string Digest, IReadOnlyList<Difference> Differences)
{
    /// <exception cref="FormatException">There is no publication in it that this program could read.</exception>
    public static BundleCheck Of(IReadOnlyList<BundleFile> files)
    {
        var byPath = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        if (!byPath.TryGetValue(Bundle.PublicationPath, out var publication))
            throw new FormatException($"There is no {Bundle.PublicationPath} in the bundle.");
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

    private static IEnumerable<Difference> Manifest(Dictionary<string, BundleFile> files)
    {
        if (!files.TryGetValue(Bundle.ManifestPath, out var manifest))
            return [new Difference(Bundle.ManifestPath, "–", "missing")];
        var said = Hashes(manifest.Text);
        return said.Keys.Union(files.Keys, StringComparer.Ordinal)
            .Where(path => !string.Equals(path, Bundle.ManifestPath, StringComparison.Ordinal))
            .Select(path => new Difference($"{path}#hash", said.GetValueOrDefault(path, "not in datapackage.json"), files.GetValueOrDefault(path)?.Hash ?? "missing"))
            .Where(difference => !string.Equals(difference.Published, difference.Recomputed, StringComparison.Ordinal));
    }

    private static Dictionary<string, string> Hashes(string manifest)
    {
        try
        {
            return (JsonNode.Parse(manifest)?["resources"] as JsonArray ?? []).OfType<JsonObject>()
                .ToDictionary(resource => resource["path"]?.GetValue<string>() ?? "", resource => resource["hash"]?.GetValue<string>() ?? "", StringComparer.Ordinal);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"{Bundle.ManifestPath} is not a data package: {fault.Message}", fault);
        }
    }

    private static IEnumerable<Difference> Form(string text)
    {
        if (!string.Equals(CanonicalJson.Write(JsonNode.Parse(text)), text, StringComparison.Ordinal))
            yield return new Difference(Bundle.PublicationPath, "not in canonical form", "RFC 8785");
    }

    private static IEnumerable<Difference> Content(BundleFile expected, BundleFile? found)
    {
        if (found is null)
            return [new Difference(expected.Path, "missing", "a file")];
        // Digests of a changed file are reported once, above, and not again as lines of the manifest.
        if (found.Bytes.Span.SequenceEqual(expected.Bytes.Span) || expected.Path is Bundle.ManifestPath or Bundle.PublicationPath)
            return [];
        var said = found.Text.Split('\n');
        var follows = expected.Text.Split('\n');
        return Enumerable.Range(0, Math.Max(said.Length, follows.Length))
            .Where(line => !string.Equals(said.ElementAtOrDefault(line), follows.ElementAtOrDefault(line), StringComparison.Ordinal))
            .Select(line => new Difference($"{expected.Path}:{line + 1}", said.ElementAtOrDefault(line) ?? "–", follows.ElementAtOrDefault(line) ?? "–"));
    }
}
