namespace DaNangDxIndex.Evidence;

/// <summary>What is typed beside a file, or for a document that is cited.</summary>
/// <param name="Note">Where in the file to look, when it is attached at once.</param>
/// <param name="Place">The same for a document.</param>
public sealed record PieceInput(string? Title, string? Number, string? Date, string? Issuer, string? DocumentTitle, string? Note,
    string? Place);
