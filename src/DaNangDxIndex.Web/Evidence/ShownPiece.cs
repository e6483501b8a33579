namespace DaNangDxIndex.Evidence;

/// <summary>A piece as it stands: what its revision says, and the file where it is one.</summary>
public sealed record ShownPiece(Piece Piece, PieceRevision Revision, StoredFile? File)
{
    /// <summary>It can prove something: neither infected nor hidden.</summary>
    public bool IsProof => !Piece.IsHidden && File?.Scan != ScanState.Infected;
}
