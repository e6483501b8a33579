namespace DaNangDxIndex.Evidence;

/// <param name="File">Address from which the file is saved.</param>
/// <param name="Preview">Address from which it is shown in the page.</param>
public sealed record PiecePreview(ShownPiece Shown, string File, string Preview, bool ToOwnAgency);
