using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Amendments;

/// <summary>
/// What changed in an edition after it was opened, why, and under which document. Stored once and never changed; the only way to other
/// criteria or other days.
/// </summary>
/// <param name="number">From 1 within the edition.</param>
/// <param name="group">Code of the group whose criteria changed; null where the calendar did.</param>
/// <param name="before">The criteria file, or the calendar as JSON, as it stood.</param>
/// <param name="after">As it stands since.</param>
/// <param name="reason">In the words of the office, public.</param>
/// <param name="moved">The <see cref="Movement"/> of every agency concerned, as JSON.</param>
public sealed class Amendment(
    int year, int number, string? group, string before, string after, string reason, string moved, Guid signedBy, DateTimeOffset signedAt)
{
    public int Year { get; private set; } = year;

    public int Number { get; private set; } = number;

    public string? Group { get; private set; } = group;

    public string Before { get; private set; } = before;

    public string After { get; private set; } = after;

    public string Reason { get; private set; } = reason;

    public string Moved { get; private set; } = moved;

    public Guid SignedBy { get; private set; } = signedBy;

    public DateTimeOffset SignedAt { get; private set; } = signedAt;

    /// <summary>Null in a sample, which has no document.</summary>
    public DocumentKind? DocumentKind { get; private set; }

    public string? DocumentNumber { get; private set; }

    public DateOnly? DocumentDate { get; private set; }

    public AmendingDocument? Document =>
        this is { DocumentKind: { } kind, DocumentNumber: { } number, DocumentDate: { } date } ? new(kind, number, date) : null;

    public Amendment Under(AmendingDocument? document)
    {
        (DocumentKind, DocumentNumber, DocumentDate) = (document?.Kind, document?.Number, document?.Date);
        return this;
    }
}
