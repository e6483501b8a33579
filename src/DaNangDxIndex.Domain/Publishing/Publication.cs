using DaNangDxIndex.Publishing.Findings;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// A numbered, frozen version of an edition's results in canonical form (RFC 8785). Nothing in it changes later, whatever the program
/// becomes;
/// a correction is the next number.
/// </summary>
public sealed class Publication(
    int year, int number, string canonical, string digest, DateTimeOffset publishedAt, Guid? publishedBy, string auditHead)
{
    public int Year { get; private set; } = year;

    /// <summary>From 1; a correction is the next.</summary>
    public int Number { get; private set; } = number;

    /// <summary>The canonical JSON text whose UTF-8 bytes the digest is taken of; <see cref="PublishedEditionJson"/> reads it.</summary>
    public string Canonical { get; private set; } = canonical;

    /// <summary>SHA-256 of the canonical bytes, lower-case hex.</summary>
    public string Digest { get; private set; } = digest;

    public DateTimeOffset PublishedAt { get; private set; } = publishedAt;

    public Guid? PublishedBy { get; private set; } = publishedBy;

    /// <summary>Head of the tenant's audit chain at the moment of publication.</summary>
    public string AuditHead { get; private set; } = auditHead;

    /// <summary>What the signatory was told before signing, as canonical JSON (<see cref="FindingsJson"/>).</summary>
    public string Findings { get; private set; } = "[]";

    /// <summary>Digest of results and findings, which leads to who acknowledged them; null where nobody was asked.</summary>
    public string? FindingsDigest { get; private set; }

    public Publication SignedOver(EditionFindings found)
    {
        (Findings, FindingsDigest) = (FindingsJson.Write(found.All), found.Digest);
        return this;
    }
}
