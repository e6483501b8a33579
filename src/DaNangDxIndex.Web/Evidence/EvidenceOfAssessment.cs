using System.Globalization;

namespace DaNangDxIndex.Evidence;

/// <summary>What one agency shows in one edition, by criterion.</summary>
/// <param name="all">Detached ones too, where they had been handed in.</param>
public sealed class EvidenceOfAssessment(IReadOnlyList<ShownAttachment> all, IReadOnlyDictionary<string, ReasonWithoutEvidence> reasons)
{
    private readonly ILookup<string, ShownAttachment> _attached =
        all.Where(attachment => attachment.Attachment.IsAttached)
            .ToLookup(attachment => attachment.Attachment.Criterion, StringComparer.Ordinal);

    public static EvidenceOfAssessment None { get; } = new([], new Dictionary<string, ReasonWithoutEvidence>(StringComparer.Ordinal));

    public IReadOnlyDictionary<string, ReasonWithoutEvidence> Reasons => reasons;

    public IEnumerable<ShownAttachment> Attached => all.Where(attached => attached.Attachment.IsAttached);

    public IReadOnlyList<ShownAttachment> Of(string criterion) => [.. _attached[criterion]];

    /// <summary>Handed in once, and taken away when the form had been returned.</summary>
    public IReadOnlyList<ShownAttachment> TakenAway(string criterion) =>
        [.. all.Where(attached => !attached.Attachment.IsAttached && attached.Attachment.Criterion == criterion)];

    public ShownAttachment? Find(Guid attachment) => all.FirstOrDefault(attached => attached.Attachment.Id == attachment);

    /// <summary>Criteria that have evidence, or a reason why not.</summary>
    public IReadOnlySet<string> Shown =>
        Attached.Where(attachment => attachment.Newest.IsProof).Select(attachment => attachment.Attachment.Criterion).Concat(reasons.Keys)
            .ToHashSet(StringComparer.Ordinal);

    public ProofOfCriterion ProofOf(string criterion) =>
        new(_attached[criterion].Count(), _attached[criterion].Count(attachment => attachment.Newest.IsProof),
            reasons.ContainsKey(criterion));

    /// <summary>For the declaration: what would be handed in now, one line a piece.</summary>
    public IReadOnlyDictionary<string, string> Declared =>
        _attached.Select(group => (group.Key, Line: string.Join('\n', group.OrderBy(attachment => attachment.Attachment.Id).Select(Line))))
            .Concat(reasons.Values.Where(reason => !_attached.Contains(reason.Criterion))
                .Select(reason => (Key: reason.Criterion, Line: reason.Sentence)))
            .ToDictionary(pair => pair.Key, pair => pair.Line, StringComparer.Ordinal);

    private static string Line(ShownAttachment attachment) => LineOf(attachment, attachment.Newest.Revision);

    /// <summary>What is shown, down to the content, as digests cover it.</summary>
    public static string LineOf(ShownAttachment attached, PieceRevision revision)
    {
        var note = attached.Attachment.Note;
        var what = revision.FileDigest is { } digest
            ? $"sha256:{digest}"
            : string.Create(CultureInfo.InvariantCulture,
                $"{revision.DocumentNumber}, {revision.DocumentDate:yyyy-MM-dd}, {revision.DocumentIssuer}");
        return string.Create(
            CultureInfo.InvariantCulture, $"{attached.Piece.Id} r{revision.Number} {what}{(note is null ? "" : $" ({note})")}");
    }
}
