namespace DaNangDxIndex.Evidence;

/// <summary>A piece as it is shown for a criterion.</summary>
/// <param name="Revisions">All of the piece, oldest first.</param>
public sealed record ShownAttachment(Attachment Attachment, IReadOnlyList<ShownPiece> Revisions)
{
    public Piece Piece => Revisions[0].Piece;

    /// <summary>What was handed in; the newest where nothing has been, or it came later.</summary>
    public ShownPiece Shown => Attachment.SubmittedRevision is { } number ? Of(number) ?? Newest : Newest;

    public ShownPiece Newest => Revisions[^1];

    /// <summary>A revision that came after what was handed in; null for none.</summary>
    public ShownPiece? Later => Attachment.SubmittedRevision is { } number && Newest.Revision.Number > number ? Newest : null;

    /// <summary>Attached after the form was handed in, so that it is not among what was signed.</summary>
    public bool IsLater(DateTimeOffset? submittedAt) => Attachment.SubmittedRevision is null && submittedAt is { } at
        && Attachment.AttachedAt > at;

    /// <summary>Handed in with the agency's replies to the first appraisal.</summary>
    /// <param name="repliedAt">Null while nothing was sent.</param>
    public bool IsWithReply(DateTimeOffset? repliedAt) => repliedAt is { } at && Attachment.SubmittedAt >= at;

    /// <summary>Appraisers see the revisions from the first that was ever handed in; of what came later, the newest.</summary>
    public ShownPiece? ForAppraiser(int number) => number >= (Attachment.SeenFrom ?? Newest.Revision.Number) ? Of(number) : null;

    private ShownPiece? Of(int number) => Revisions.FirstOrDefault(piece => piece.Revision.Number == number);
}
