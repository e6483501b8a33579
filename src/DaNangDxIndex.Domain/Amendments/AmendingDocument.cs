using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Amendments;

/// <summary>The official document by which an edition is amended.</summary>
/// <param name="Number">With its sign: "684/QĐ-UBND".</param>
public sealed record AmendingDocument(DocumentKind Kind, string Number, DateOnly Date)
{
    /// <summary>"Quyết định số 684/QĐ-UBND ngày 05/03/2027".</summary>
    public Bilingual Citation => Published.Citation;

    public AmendmentDocument Published => new(Kind.Name(), Number, Date);
}
