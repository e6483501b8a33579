namespace DaNangDxIndex.Papers;

/// <summary>
/// An official paper before it is set, in one language: the same words in PDF and in DOCX. Number and day are left open, to be filled in
/// when it is signed.
/// </summary>
/// <param name="Superior">Over the name of who issues it; capitals.</param>
/// <param name="Issuer">Capitals.</param>
/// <param name="Digest">SHA-256 of the content that the paper tells, so that what was signed can be found again.</param>
public sealed record Paper(
    string Language, string Superior, string Issuer, string PlaceAndDate, string Number, string Kind, string Title, string Digest)
{
    /// <summary>Across the head, where it is not final; null for none.</summary>
    public string? Draft { get; init; }

    public IReadOnlyList<Part> Parts { get; init; } = [];

    /// <summary>Who signs, from left to right.</summary>
    public IReadOnlyList<string> Signatures { get; init; } = [];

    public abstract record Part;

    public sealed record Heading(string Text) : Part;

    public sealed record Paragraph(string Text) : Part;

    /// <param name="Columns">Each with its share of the width.</param>
    public sealed record Table(IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows) : Part;

    public sealed record Column(string Heading, double Share, bool Centred = false);

    /// <param name="Strong">A component or a total.</param>
    public sealed record Row(IReadOnlyList<string> Cells, bool Strong = false);
}
