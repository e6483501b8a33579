using System.Text.Json;
using System.Text.Json.Nodes;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// What an agency declares and its approver signs: every figure it was asked for (null is blank), its requests for "not applicable", its
/// evidence, and its sentences to warnings and to what was given back.
/// The digest covers exactly this, so a change of one character is another digest.
/// </summary>
public sealed record Declaration(
    int Year, string Agency, IReadOnlyDictionary<string, string?> Figures, IReadOnlyDictionary<string, string> NotApplicable)
{
    private const string Format = "dx-index-declaration/1";

    /// <summary>
    /// By criterion: what is shown for it, piece by piece with its revision, digest and place, or the reason why nothing is. Criteria
    /// without either are left out, and so is the whole where there are none: declarations from before there was evidence keep their
    /// digest.
    /// </summary>
    public IReadOnlyDictionary<string, string> Evidence { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// By doubt: the agency's sentence to a warning about its figures. Left out where there is none, for the same reason.
    /// </summary>
    public IReadOnlyDictionary<string, string> Clarifications { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>By criterion: the agency's sentence to what was given back in it. Left out where there is none.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>RFC 8785 text.</summary>
    public string Canonical
    {
        get
        {
            var text = new JsonObject
            {
                ["format"] = Format,
                ["edition"] = Year,
                ["agency"] = Agency,
                ["figures"] = Texts(Figures),
                ["notApplicable"] = Texts(Nullable(NotApplicable)),
            };
            if (Evidence.Count > 0)
                text["evidence"] = Texts(Nullable(Evidence));
            if (Clarifications.Count > 0)
                text["clarifications"] = Texts(Nullable(Clarifications));
            if (Answers.Count > 0)
                text["answers"] = Texts(Nullable(Answers));
            return CanonicalJson.Write(text);
        }
    }

    /// <summary>SHA-256 of the canonical text, lower-case hex.</summary>
    public string Digest => CanonicalJson.Digest(Canonical);

    /// <summary>Reads what <see cref="Canonical"/> wrote; null where the text is no declaration.</summary>
    public static Declaration? Read(string? canonical)
    {
        try
        {
            return canonical is not null && JsonNode.Parse(canonical) is JsonObject text
                && string.Equals((string?)text["format"], Format, StringComparison.Ordinal)
                && text["figures"] is JsonObject figures && text["notApplicable"] is JsonObject requests
                ? new((int?)text["edition"] ?? 0, (string?)text["agency"] ?? "",
                    figures.ToDictionary(figure => figure.Key, figure => (string?)figure.Value, StringComparer.Ordinal),
                    requests.ToDictionary(request => request.Key, request => (string?)request.Value ?? "", StringComparer.Ordinal))
                {
                    Evidence = Maybe(text, "evidence"),
                    Clarifications = Maybe(text, "clarifications"),
                    Answers = Maybe(text, "answers"),
                }
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>What is signed is what was on screen.</summary>
    /// <exception cref="ChangedMeanwhile"><c>assessment.stale-digest</c></exception>
    public void RequireSeen(string digest)
    {
        if (!string.Equals(digest, Digest, StringComparison.Ordinal))
            throw new ChangedMeanwhile("assessment.stale-digest", new(
                "Số liệu đã thay đổi sau khi mở trang; hồ sơ chưa được nộp. Kiểm tra nội dung thay đổi rồi nộp lại.",
                "Figures have changed since you opened this page. Nothing was submitted; review the changes and submit again."));
    }

    /// <summary>What stands otherwise in the later declaration, in its order.</summary>
    public IReadOnlyList<Change> ChangesTo(Declaration later) =>
        [
            .. Compare(Figures, later.Figures, ChangeOf.Figure),
            .. Compare(Nullable(NotApplicable), Nullable(later.NotApplicable), ChangeOf.Request),
            .. Compare(Nullable(Evidence), Nullable(later.Evidence), ChangeOf.Evidence),
            .. Compare(Nullable(Clarifications), Nullable(later.Clarifications), ChangeOf.Clarification),
            .. Compare(Nullable(Answers), Nullable(later.Answers), ChangeOf.Answer),
        ];

    private static IEnumerable<Change> Compare(
        IReadOnlyDictionary<string, string?> before, IReadOnlyDictionary<string, string?> after, ChangeOf of) =>
        after.Keys.Union(before.Keys, StringComparer.Ordinal)
            .Select(code => new Change(code, of, before.GetValueOrDefault(code), after.GetValueOrDefault(code)))
            .Where(change => !string.Equals(change.Before, change.After, StringComparison.Ordinal));

    private static Dictionary<string, string> Maybe(JsonObject text, string member) => text[member]?.AsObject()
        .ToDictionary(pair => pair.Key, pair => (string?)pair.Value ?? "", StringComparer.Ordinal) ?? [];

    private static JsonObject Texts(IReadOnlyDictionary<string, string?> texts) =>
        new(texts.Select(text => KeyValuePair.Create<string, JsonNode?>(text.Key, text.Value)));

    private static Dictionary<string, string?> Nullable(IReadOnlyDictionary<string, string> texts) =>
        texts.ToDictionary(text => text.Key, text => (string?)text.Value, StringComparer.Ordinal);

    /// <summary>One figure, or what a criterion bears, that changed; null is blank.</summary>
    public sealed record Change(string Code, ChangeOf Of, string? Before, string? After);

    public enum ChangeOf
    {
        Figure,

        /// <summary>The reason of a request for "not applicable".</summary>
        Request,

        Evidence,

        /// <summary>A sentence to a doubt; the code is the doubt's key.</summary>
        Clarification,

        /// <summary>A sentence to what was given back; the code is the criterion's.</summary>
        Answer,
    }
}
