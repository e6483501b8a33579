namespace DaNangDxIndex.Publishing;

/// <summary>
/// A numbered, frozen version of an edition's results in canonical form (RFC 8785). Nothing in it changes later, whatever the program becomes;
/// a correction is the next number.
/// </summary>
public sealed class Publication(int year, int number, string canonical, string digest, string? decisionNumber, DateOnly? decisionDate, DateTimeOffset publishedAt, Guid? publishedBy, string auditHead)
{
    public int Year { get; private set; } = year;

    /// <summary>From 1; a correction is the next.</summary>
    public int Number { get; private set; } = number;

    /// <summary>The canonical JSON text whose UTF-8 bytes the digest is taken of.</summary>
    public string Canonical { get; private set; } = canonical;

    /// <summary>SHA-256 of the canonical bytes, lower-case hex.</summary>
    public string Digest { get; private set; } = digest;

    /// <summary>As on the decision ("684/QĐ-UBND"); null marks a demonstration.</summary>
    public string? DecisionNumber { get; private set; } = decisionNumber;

    public DateOnly? DecisionDate { get; private set; } = decisionDate;

    public DateTimeOffset PublishedAt { get; private set; } = publishedAt;

    public Guid? PublishedBy { get; private set; } = publishedBy;

    /// <summary>Head of the tenant's audit chain at the moment of publication.</summary>
    public string AuditHead { get; private set; } = auditHead;

    public bool Demo => DecisionNumber is null;
}
