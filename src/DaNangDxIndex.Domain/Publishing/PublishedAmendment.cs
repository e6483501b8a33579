namespace DaNangDxIndex.Publishing;

/// <summary>One change of the edition after it had opened: what, why, under which document, and whose points it moved.</summary>
/// <param name="Number">From 1 within the edition.</param>
/// <param name="Group">Code of the group whose criteria changed; null where the calendar did.</param>
/// <param name="SignedAt">In UTC, to the second.</param>
/// <param name="Document">Null in a sample, which has no document.</param>
/// <param name="Reason">In the words of the office.</param>
/// <param name="Changes">One sentence a change.</param>
/// <param name="Moved">Agencies whose total or rank became another one, by what was there when it was signed.</param>
public sealed record PublishedAmendment(
    int Number, string? Group, DateTimeOffset SignedAt, AmendmentDocument? Document, string Reason, IReadOnlyList<Bilingual> Changes,
    IReadOnlyList<MovedAgency> Moved);

/// <summary>The document by which an edition was amended.</summary>
/// <param name="Kind">As it is printed: "Quyết định".</param>
/// <param name="Number">With its sign: "684/QĐ-UBND".</param>
public sealed record AmendmentDocument(Bilingual Kind, string Number, DateOnly Date)
{
    public Bilingual Citation => PublishedDocument.Cite(Kind, Number, Date);
}

/// <param name="Before">Totals, invariant, with the method's decimals.</param>
public sealed record MovedAgency(string Agency, Bilingual Name, string Before, string After, int? RankBefore, int? RankAfter);
