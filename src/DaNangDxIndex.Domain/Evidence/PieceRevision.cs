namespace DaNangDxIndex.Evidence;

/// <summary>What a piece says from this revision on: a file, or a cited document. Never changed.</summary>
public sealed class PieceRevision(Guid piece, int number, string title, Guid addedBy, DateTimeOffset addedAt)
{
    public Guid Piece { get; private set; } = piece;

    /// <summary>1 for the first.</summary>
    public int Number { get; private set; } = number;

    /// <summary>What the document is, in its own words or the agency's.</summary>
    public string Title { get; private set; } = title;

    public string? FileDigest { get; private set; }

    /// <summary>As it is handed out: without a folder, with the ending of its content.</summary>
    public string? FileName { get; private set; }

    public string? DocumentNumber { get; private set; }

    public DateOnly? DocumentDate { get; private set; }

    public string? DocumentIssuer { get; private set; }

    public Guid AddedBy { get; private set; } = addedBy;

    public DateTimeOffset AddedAt { get; private set; } = addedAt;

    public static PieceRevision OfFile(Guid piece, int number, string title, string digest, string name, Guid by, DateTimeOffset at) =>
        new(piece, number, title, by, at) { FileDigest = digest, FileName = name };

    public static PieceRevision OfDocument(Guid piece, int number, Citation cited, Guid by, DateTimeOffset at) =>
        new(piece, number, cited.Title, by, at) { DocumentNumber = cited.Number, DocumentDate = cited.Date, DocumentIssuer = cited.Issuer };

    /// <summary>"Số 12/QĐ-UBND ngày 05/03/2025, UBND phường …"; null for a file.</summary>
    public Bilingual? Cited => (DocumentNumber, DocumentDate, DocumentIssuer) is ({ } number, { } date, { } issuer)
        ? new Citation(number, date, issuer, Title).InWords
        : null;
}
