using System.Globalization;
using System.Text.Json.Nodes;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// What a lead appraiser answers for by closing a round: every figure in force, every decision that counts, and the points of each
/// criterion. Its digest is kept with the round, and what is changed afterwards can be seen beside it.
/// </summary>
public sealed record AppraisedContent(
    int Year, string Agency, IReadOnlyDictionary<string, string> Figures, IReadOnlyDictionary<string, string> Decisions,
    IReadOnlyDictionary<string, string> Points)
{
    private const string Format = "dx-index-appraised/1";

    /// <summary>RFC 8785 text.</summary>
    public string Canonical => CanonicalJson.Write(new JsonObject
    {
        ["format"] = Format,
        ["edition"] = Year,
        ["agency"] = Agency,
        ["figures"] = Texts(Figures),
        ["decisions"] = Texts(Decisions),
        ["points"] = Texts(Points),
    });

    public string Digest => CanonicalJson.Digest(Canonical);

    public static AppraisedContent Of(
        Assessment assessment, Scorecard appraised, IEnumerable<FigureEntry> entries, IReadOnlyDictionary<string, Verdict> inForce) => new(
        assessment.Year, assessment.Agency,
        entries.Where(entry => entry.InForce is not null)
            .ToDictionary(entry => entry.Figure, entry => entry.InForce ?? "", StringComparer.Ordinal),
        inForce.ToDictionary(
            verdict => verdict.Key,
            verdict => string.Create(
                CultureInfo.InvariantCulture, $"{verdict.Value.Decision}/{verdict.Value.Points}/{verdict.Value.Reason}"),
            StringComparer.Ordinal),
        appraised.Criteria.ToDictionary(
            result => result.Criterion.Code, result => $"{result.State}/{result.Points}/{result.Maximum}", StringComparer.Ordinal));

    /// <summary>Null where the text is none of these.</summary>
    public static AppraisedContent? Read(string? canonical) => canonical is not null && JsonNode.Parse(canonical) is JsonObject text
        && string.Equals((string?)text["format"], Format, StringComparison.Ordinal)
        ? new(
            (int?)text["edition"] ?? 0, (string?)text["agency"] ?? "", Texts(text["figures"]), Invariant(Texts(text["decisions"])),
            Texts(text["points"]))
        : null;

    /// <summary>Criteria whose points, decision or figures stand otherwise in the later content, in the order of the set.</summary>
    public IReadOnlyList<Difference> ChangedIn(AppraisedContent later, CriteriaSet set) =>
    [
        .. from criterion in set.Criteria
           let points = Differs(Points, later.Points, criterion.Code)
           let decision = Differs(Decisions, later.Decisions, criterion.Code)
           let figures = criterion.Figures.Any(figure => Differs(Figures, later.Figures, figure))
           where points || decision || figures
           select new Difference(criterion, PointsOf(criterion), later.PointsOf(criterion), decision, figures),
    ];

    /// <param name="Before">Points; null where there were none to count.</param>
    /// <param name="Decided">The decision is another one, or its reason is.</param>
    /// <param name="Corrected">A figure that it reads has another value.</param>
    public sealed record Difference(Criterion Criterion, Fraction? Before, Fraction? After, bool Decided, bool Corrected);

    /// <summary>
    /// As <see cref="Of"/> wrote them, between state and maximum; either number may be a fraction with a stroke of its own.
    /// </summary>
    private Fraction? PointsOf(Criterion criterion)
    {
        if (Points.GetValueOrDefault(criterion.Code) is not { } written || criterion.Rule is null)
            return null;
        var (numbers, maximum) = (written[(written.IndexOf('/') + 1)..], $"/{criterion.Maximum}");
        return Fraction.Parse(numbers.EndsWith(maximum, StringComparison.Ordinal)
            ? numbers[..^maximum.Length]
            : numbers[..numbers.LastIndexOf('/')]);
    }

    /// <exception cref="ChangedMeanwhile"><c>appraisal.stale-digest</c></exception>
    public void RequireSeen(string digest)
    {
        if (!string.Equals(digest, Digest, StringComparison.Ordinal))
            throw new ChangedMeanwhile("appraisal.stale-digest", new(
                "Kết quả thẩm định đã thay đổi sau khi mở trang; chưa kết thúc thẩm định. Kiểm tra lại rồi thực hiện lại.",
                "The appraisal has changed since you opened this page. Nothing was closed; look at it and try again."));
    }

    private static bool Differs(
        IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after, string code) =>
        !string.Equals(before.GetValueOrDefault(code), after.GetValueOrDefault(code), StringComparison.Ordinal);

    /// <summary>What was closed on a Vietnamese page was once kept with the comma of its points: the decision is the same.</summary>
    private static Dictionary<string, string> Invariant(Dictionary<string, string> decisions) =>
        decisions.ToDictionary(decision => decision.Key, decision => decision.Value.Replace(',', '.'), StringComparer.Ordinal);

    private static JsonObject Texts(IReadOnlyDictionary<string, string> texts) =>
        new(texts.Select(text => KeyValuePair.Create<string, JsonNode?>(text.Key, text.Value)));

    private static Dictionary<string, string> Texts(JsonNode? texts) =>
        texts?.AsObject().ToDictionary(text => text.Key, text => (string?)text.Value ?? "", StringComparer.Ordinal) ?? [];
}
