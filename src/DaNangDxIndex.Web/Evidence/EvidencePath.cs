namespace DaNangDxIndex.Evidence;

/// <summary>Where the pages and files of an agency's folder are.</summary>
public static class EvidencePath
{
    public static string Folder(string agency) => $"/evidence/{agency}";

    public static string New(string agency) => $"{Folder(agency)}/new";

    public static string Of(Piece piece) => $"{Folder(piece.Agency)}/pieces/{piece.Id}";

    /// <summary>Where one piece is attached to criteria, several at once.</summary>
    public static string ToCriteria(int year, Piece piece) => $"/assessments/{year}/{piece.Agency}/evidence/{piece.Id}";

    /// <summary>What is shown for one criterion.</summary>
    public static string Criterion(int year, string agency, string criterion) =>
        $"/assessments/{year}/{agency}/criteria/{criterion}/evidence";

    /// <summary>Below the API; "file" to save, "preview" to look at.</summary>
    public static string Api(ShownPiece shown, string what) =>
        $"agencies/{shown.Piece.Agency}/evidence/{shown.Piece.Id}/revisions/{shown.Revision.Number}/{what}";
}
