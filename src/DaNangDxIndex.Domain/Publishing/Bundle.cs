using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

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

    /// <summary>The files of a publication from its canonical text, the manifest last.</summary>
    /// <exception cref="FormatException">The text is not a publication.</exception>
    public static IReadOnlyList<BundleFile> Of(string canonical) =>
        Of(PublishedEditionJson.Read(canonical), Encoding.UTF8.GetBytes(canonical));

    /// <summary>The same of a text that this program has stored, by its bytes: as a string a province's would be twice as much.</summary>
    public static IReadOnlyList<BundleFile> Of(ReadOnlyMemory<byte> canonical) => Of(PublishedEditionJson.Read(canonical), canonical);

    private static List<BundleFile> Of(PublishedEdition edition, ReadOnlyMemory<byte> canonical)
    {
        List<BundleFile> files =
        [
            new(PublicationPath, canonical),
            .. CriteriaFiles(canonical.Span),
            BundleFile.OfText("agencies.csv", BundleTables.Agencies(edition)),
            BundleFile.OfText("declared.csv", BundleTables.Declared(edition)),
            BundleFile.OfText("figures.csv", BundleTables.Figures(edition)),
            BundleFile.OfText("verdicts.csv", BundleTables.Verdicts(edition)),
            BundleFile.OfText("results.csv", BundleTables.Results(edition)),
            BundleFile.OfText(ReadmePath, BundleReadme.Of(edition, Convert.ToHexStringLower(SHA256.HashData(canonical.Span)))),
        ];
        files.Add(BundleFile.OfText(ManifestPath, Written(BundleManifest.Of(edition, files))));
        return files;
    }

    // Taken from the canonical text as it stands: a later version of the program may write criteria in other words, never a published set.
    private static List<BundleFile> CriteriaFiles(ReadOnlySpan<byte> canonical)
    {
        List<BundleFile> files = [];
        var publication = new Utf8JsonReader(canonical);
        for (publication.Read(); publication.Read() && publication.TokenType == JsonTokenType.PropertyName;)
        {
            var isGroups = publication.ValueTextEquals("groups");
            publication.Read();
            if (!isGroups)
                publication.Skip();
            else
                while (publication.Read() && publication.TokenType == JsonTokenType.StartObject)
                    files.Add(CriteriaFileOf(ref publication));
        }

        return files;
    }

    private static BundleFile CriteriaFileOf(ref Utf8JsonReader group)
    {
        var (code, criteria) = ("", default(JsonNode));
        while (group.Read() && group.TokenType == JsonTokenType.PropertyName)
        {
            var (isCode, isCriteria) = (group.ValueTextEquals("code"), group.ValueTextEquals("criteria"));
            group.Read();
            if (isCode)
                code = group.GetString();
            else if (isCriteria)
                criteria = JsonNode.Parse(ref group);
            else
                group.Skip();
        }

        return BundleFile.OfText($"criteria/{code}.json", Written(criteria));
    }

    private static string Written(JsonNode? value) => (value?.ToJsonString(Indented) ?? "null") + "\n";
}
