namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>
/// A published version that is in force no longer, without another one in its place. It stays readable under a banner; what is published
/// next takes the next number.
/// </summary>
/// <param name="cause">In the words of the signatory, public.</param>
public sealed class Withdrawal(int year, int number, string cause, Guid withdrawnBy, DateTimeOffset withdrawnAt)
{
    public int Year { get; private set; } = year;

    public int Number { get; private set; } = number;

    public string Cause { get; private set; } = cause;

    public Guid WithdrawnBy { get; private set; } = withdrawnBy;

    public DateTimeOffset WithdrawnAt { get; private set; } = withdrawnAt;

    /// <summary>Null in a sample, which has no document.</summary>
    public DocumentKind? DocumentKind { get; private set; }

    public string? DocumentNumber { get; private set; }

    public DateOnly? DocumentDate { get; private set; }

    /// <summary>"Quyết định số 684/QĐ-UBND ngày 05/03/2027"; null in a sample.</summary>
    public Bilingual? Document => this is { DocumentKind: { } kind, DocumentNumber: { } number, DocumentDate: { } date }
        ? PublishedDocument.Cite(kind.Name(), number, date)
        : null;

    public Withdrawal Under(DocumentKind? kind, string? number, DateOnly? date)
    {
        (DocumentKind, DocumentNumber, DocumentDate) = (kind, number, date);
        return this;
    }
}
