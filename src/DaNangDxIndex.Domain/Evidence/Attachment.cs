namespace DaNangDxIndex.Evidence;

/// <summary>
/// A piece shown for one criterion of one assessment. What was handed in is fixed with the revision that stood then; what is attached
/// afterwards is marked as later. Detaching ends an attachment and keeps it.
/// </summary>
public sealed class Attachment(Guid id, int year, string agency, string criterion, Guid piece, string? note, Guid attachedBy,
    DateTimeOffset attachedAt)
{
    public const int MostOfCriterion = 30;
    public const int LongestNote = 300;

    public Guid Id { get; private set; } = id;

    public int Year { get; private set; } = year;

    public string Agency { get; private set; } = agency;

    public string Criterion { get; private set; } = criterion;

    public Guid Piece { get; private set; } = piece;

    /// <summary>Where in the piece to look: page, section.</summary>
    public string? Note { get; private set; } = note;

    public Guid AttachedBy { get; private set; } = attachedBy;

    public DateTimeOffset AttachedAt { get; private set; } = attachedAt;

    /// <summary>The revision that was handed in; null while it has not been, or was attached later.</summary>
    public int? SubmittedRevision { get; private set; }

    /// <summary>When that revision was handed in.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>The first revision that was ever handed in for this criterion: from there on appraisers may look at all of them.</summary>
    public int? SeenFrom { get; private set; }

    public Guid? DetachedBy { get; private set; }

    public DateTimeOffset? DetachedAt { get; private set; }

    public int Version { get; private set; }

    public bool IsAttached => DetachedAt is null;

    /// <exception cref="RuleViolation"><c>evidence.too-many-attached</c></exception>
    public static void RequireRoom(int attached)
    {
        if (attached >= MostOfCriterion)
            throw new RuleViolation("evidence.too-many-attached", new(
                $"Tiêu chí đã có {MostOfCriterion} tài liệu. Gộp các tài liệu vào một tệp, hoặc gỡ bớt.",
                $"The criterion already has {MostOfCriterion} pieces. Join them into one file, or detach some."));
    }

    public void HandIn(int revision, DateTimeOffset at)
    {
        if (SubmittedRevision == revision)
            return;
        (SubmittedRevision, SubmittedAt, SeenFrom) = (revision, at, SeenFrom ?? revision);
        Version++;
    }

    /// <summary>The form was recalled before anybody had looked at it.</summary>
    public void Recall()
    {
        (SubmittedRevision, SubmittedAt, SeenFrom) = (null, null, null);
        Version++;
    }

    public void Detach(Guid by, DateTimeOffset at)
    {
        (DetachedBy, DetachedAt) = (by, at);
        Version++;
    }
}
