using System.Text.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Publishing.OnPaper;

/// <summary>Of what a file is a print: it stands in the file's own description, where programs find it that know nothing of PDF.</summary>
/// <param name="Language">"vi" or "en".</param>
public sealed record PaperIdentity(string Tenant, int Edition, int Number, string Digest, string Language, string Group)
{
    /// <summary>Of the description's element; a name, not an address that answers.</summary>
    public const string Namespace = "urn:dx-index:paper";
    public const string Element = "paper";
    private const string Form = "dx-index-paper/1";

    /// <summary>Whose scorecard it is; null for a ranked table.</summary>
    public string? Agency { get; init; }

    /// <summary>Verification code of a scorecard.</summary>
    public string? Code { get; init; }

    /// <summary>Where the bundle of the publication is fetched, on the site of the tenant.</summary>
    public string BundlePath => $"/{Tenant}/api/v1/editions/{Edition}/bundle.zip?version={Number}";

    public static PaperIdentity Of(PublishedEdition edition, string digest, string language, string group) =>
        new(edition.Tenant.Slug, edition.Year, edition.Number, digest, language, group);

    public string Write() => CanonicalJson.Write(new JsonObject
    {
        ["format"] = Form,
        ["tenant"] = Tenant,
        ["edition"] = Edition,
        ["number"] = Number,
        ["digest"] = Digest,
        ["language"] = Language,
        ["group"] = Group,
        ["agency"] = Agency,
        ["code"] = Code,
    });

    /// <summary>Null where the text is no identity of a known form.</summary>
    public static PaperIdentity? Read(string text)
    {
        try
        {
            if (JsonNode.Parse(text) is not JsonObject json || Text(json, "format") != Form || Text(json, "language") is not ("vi" or "en"))
                return null;
            return new(
                Need(json, "tenant"), json["edition"]?.GetValue<int>() ?? 0, json["number"]?.GetValue<int>() ?? 0, Need(json, "digest"),
                Need(json, "language"), Need(json, "group")) { Agency = Text(json, "agency"), Code = Text(json, "code") };
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or OverflowException
            or ArgumentException)
        {
            return null;
        }
    }

    private static string Need(JsonObject json, string name) => Text(json, name) ?? throw new FormatException(name);

    private static string? Text(JsonObject json, string name) => json[name]?.GetValue<string>();
}
