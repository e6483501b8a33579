using System.Text.Json;
using System.Text.Json.Nodes;

namespace DaNangDxIndex.Publishing.OnPaper;

/// <summary>What a verification code stands for, as programs read it and as dx-verify compares it with a bundle.</summary>
/// <param name="Tenant">Slug of the city or province.</param>
/// <param name="Edition">The year that was assessed.</param>
/// <param name="Number">Of the publication.</param>
/// <param name="Digest">SHA-256 of the publication's canonical text.</param>
/// <param name="AuditHead">Head of the audit chain when it was published: number of the last entry and its hash.</param>
/// <param name="Name">In Vietnamese, as it was published.</param>
/// <param name="Rank">Null for an agency that was assessed and not ranked.</param>
/// <param name="Ranked">How many agencies it is ranked among.</param>
/// <param name="Total">With the edition's decimals: "98.06".</param>
/// <param name="Tier">Code of the tier; null without one.</param>
/// <param name="SelfTotal">Null where nothing was submitted.</param>
public sealed record CodedResult(
    string Code, string Tenant, int Edition, int Number, string Digest, string AuditHead, string Group, string Agency, string Name,
    string NameEn, int? Rank, int Ranked, string Total, string? Tier, string? SelfTotal, IReadOnlyList<CodedResult.Part> Components,
    IReadOnlyList<CodedResult.Scored> Criteria)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    public static CodedResult Of(
        PublishedEdition edition, string digest, PublishedGroup group, Entrant entrant, Result result, string code) => new(
            code, edition.Tenant.Slug, edition.Year, edition.Number, digest, edition.AuditHead, group.Code, entrant.Agency, entrant.Name.Vi,
            entrant.Name.En, result.Rank, group.RankedBeside(entrant), result.Total, result.Tier, result.SelfAssessed?.Total,
            [.. result.Components.Select(part => new Part(part.Code, part.Points.ToString(), part.Maximum.ToString()))],
            [.. result.Criteria.Select(criterion => new Scored(
                criterion.Code, JsonNamingPolicy.CamelCase.ConvertName(criterion.State.ToString()), criterion.Points.ToString(),
                criterion.Maximum.ToString()))]);

    /// <summary>Where the answer to a code says one thing and the publication another; empty where they agree.</summary>
    /// <param name="answer">As the site gives it, or its member "result".</param>
    /// <exception cref="PaperFault">The text is no answer to a code.</exception>
    public static IReadOnlyList<Difference> Differences(string answer, PublishedEdition published, string digest)
    {
        try
        {
            return Compared(Read(answer), published, digest);
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            throw NoAnswer(fault);
        }
    }

    private static IReadOnlyList<Difference> Compared(JsonObject said, PublishedEdition published, string digest)
    {
        var (code, agency) = (Text(said, "code") ?? "", Text(said, "agency") ?? "");
        if (published.GroupOf(agency) is not { } group || group.ResultOf(agency) is not { } result
            || group.Entrant(agency) is not { } entrant)
            return [new("agency", agency, "–")];
        var known = JsonSerializer.SerializeToNode(Of(published, digest, group, entrant, result, code), Form);
        return [.. Recomputation.Between(said, known, "")
            .Select(difference => difference with { Place = difference.Place.TrimStart('/') })];
    }

    private static JsonObject Read(string answer)
    {
        try
        {
            var json = JsonNode.Parse(answer) as JsonObject;
            if ((json?["result"] as JsonObject ?? json) is { } said && Text(said, "digest") is not null && Text(said, "agency") is not null)
                return said;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentException)
        {
            throw NoAnswer(fault);
        }

        throw NoAnswer(null);
    }

    private static string? Text(JsonObject json, string name) => json[name]?.GetValue<string>();

    private static PaperFault NoAnswer(Exception? cause) => new(new(
        "Tệp JSON không phải là kết quả tra cứu theo mã (/api/v1/verify/{mã}).",
        "The JSON is not the answer to a verification code (/api/v1/verify/{code})."), cause);

    /// <param name="Points">Exact: "5.548" or "1/3".</param>
    /// <param name="Maximum">Exact; what counted for this agency.</param>
    public sealed record Part(string Code, string Points, string Maximum);

    /// <param name="State">scored, nothingDue, notApplicable, decided or information.</param>
    /// <param name="Points">Exact: "5.548" or "1/3".</param>
    /// <param name="Maximum">Exact; what counted for this agency.</param>
    public sealed record Scored(string Code, string State, string Points, string Maximum);
}
