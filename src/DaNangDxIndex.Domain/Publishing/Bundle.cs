using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// The files from which anybody can compute a publication again: publication.json (the canonical text that was digested), one criteria
/// file for each
/// group, agencies, declared and accepted figures, verdicts and results as CSV, a README, and datapackage.json (Frictionless Data Package)
/// with the SHA-256 of every other file.
/// </summary>
/// <remarks>All of them follow from the canonical text alone, so that the same publication gives the same bytes whenever the bundle is
/// asked for.</remarks>
public static class Bundle
{
    public const string PublicationPath = "publication.json";
    public const string ManifestPath = "datapackage.json";
    public const string ReadmePath = "README.md";

    // Vietnamese stays readable in the files; they are never put into HTML.
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<BundleFile> Of(PublishedEdition edition) => Of(PublishedEditionJson.Canonical(edition));

    /// <summary>The files of a publication from its stored canonical text, the manifest last.</summary>
    /// <exception cref="FormatException">The text is not a publication.</exception>
    public static IReadOnlyList<BundleFile> Of(string canonical)
    {
        var edition = PublishedEditionJson.Read(canonical);
        List<BundleFile> files =
        [
            BundleFile.OfText(PublicationPath, canonical),
            .. CriteriaFiles(canonical),
            BundleFile.OfText("agencies.csv", BundleTables.Agencies(edition)),
            BundleFile.OfText("declared.csv", BundleTables.Declared(edition)),
            BundleFile.OfText("figures.csv", BundleTables.Figures(edition)),
            BundleFile.OfText("verdicts.csv", BundleTables.Verdicts(edition)),
            BundleFile.OfText("results.csv", BundleTables.Results(edition)),
            BundleFile.OfText(ReadmePath, BundleReadme.Of(edition, CanonicalJson.Digest(canonical))),
        ];
        files.Add(BundleFile.OfText(ManifestPath, Written(BundleManifest.Of(edition, files))));
        return files;
    }

    // Taken from the canonical text as it stands: a later version of the program may write criteria in other words, never a published set.
    private static List<BundleFile> CriteriaFiles(string canonical)
    {
        using var publication = JsonDocument.Parse(canonical);
        return [.. publication.RootElement.GetProperty("groups").EnumerateArray().Select(group => BundleFile.OfText(
            $"criteria/{group.GetProperty("code").GetString()}.json",
            Written(JsonNode.Parse(group.GetProperty("criteria").GetRawText()))))];
    }

    private static string Written(JsonNode? value) => (value?.ToJsonString(Indented) ?? "null") + "\n";
}
