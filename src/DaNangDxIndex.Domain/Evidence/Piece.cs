namespace DaNangDxIndex.Evidence;

public enum PieceKind
{
    File,

    /// <summary>Cited by its number, date, issuer and title.</summary>
    Document,
}

/// <summary>
/// One piece of an agency's evidence, kept in its folder the whole year round and shown for as many criteria as it proves. What it says
/// stands in its revisions; a piece is hidden and never deleted.
/// </summary>
public sealed class Piece(Guid id, string agency, PieceKind kind, Guid addedBy, DateTimeOffset addedAt)
{
    public const int MostRevisions = 50;

    public Guid Id { get; private set; } = id;

    public string Agency { get; private set; } = agency;

    public PieceKind Kind { get; private set; } = kind;

    public Guid AddedBy { get; private set; } = addedBy;

    public DateTimeOffset AddedAt { get; private set; } = addedAt;

    public Guid? HiddenBy { get; private set; }

    public DateTimeOffset? HiddenAt { get; private set; }

    public int Version { get; private set; }

    public bool IsHidden => HiddenAt is not null;

    /// <summary>It leaves the folder's list and cannot be attached any more. Where it was handed in it stays to be seen.</summary>
    /// <param name="isInUse">It is attached in a form that has not been handed in.</param>
    /// <exception cref="RuleViolation"><c>evidence.in-use</c></exception>
    public void Hide(bool isInUse, Guid by, DateTimeOffset at)
    {
        if (isInUse)
            throw new RuleViolation("evidence.in-use", new(
                "Tài liệu đang được đính kèm cho tiêu chí trong hồ sơ chưa nộp. Gỡ khỏi các tiêu chí trước, rồi ẩn.",
                "The piece is attached to criteria of a form that has not been submitted. Detach it there first, then hide it."));
        (HiddenBy, HiddenAt) = (by, at);
        Version++;
    }

    public void ShowAgain()
    {
        (HiddenBy, HiddenAt) = (null, null);
        Version++;
    }

    public void RequireShown()
    {
        if (IsHidden)
            throw new RuleViolation("evidence.hidden", new(
                "Tài liệu đã được ẩn. Cho hiện lại trong Hồ sơ minh chứng trước khi dùng.",
                "The piece is hidden. Show it again in the evidence folder before using it."));
    }

    public static void RequireRoomForRevision(int revisions)
    {
        if (revisions >= MostRevisions)
            throw new RuleViolation("evidence.too-many-revisions", new(
                $"Tài liệu đã có {MostRevisions} bản, không thêm được nữa. Thêm thành tài liệu mới.",
                $"The piece already has {MostRevisions} revisions. Add a new piece instead."));
    }
}
