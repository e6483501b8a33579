using DaNangDxIndex.Editions;
using DaNangDxIndex.Publishing.Corrections;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// All that a numbered publication says, and all that a page, scorecard or ranked table prints of it. <see cref="PublishedEditionJson"/>
/// writes and
/// reads it; its canonical text is what is stored, digested, bundled and checked.
/// </summary>
public sealed record PublishedEdition
{
    public required PublishedTenant Tenant { get; init; }

    public required int Year { get; init; }

    /// <summary>Results are compared with earlier ones of the same series only.</summary>
    public required Series Series { get; init; }

    /// <summary>From 1; a correction is the next.</summary>
    public required int Number { get; init; }

    /// <summary>The document that announces the results; null marks a sample.</summary>
    public PublishedDocument? Document { get; init; }

    /// <summary>In UTC, to the second.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Head of the tenant's audit chain, so that the chain cannot be rewritten behind the publication.</summary>
    public required string AuditHead { get; init; }

    public required bool Illustrative { get; init; }

    /// <summary>What others had printed of the year; null in form 2, which does not hold it.</summary>
    public Printed? Printed { get; init; }

    /// <summary>What was changed after the edition had opened, in that order; null in forms 2 and 3, which do not hold it.</summary>
    public IReadOnlyList<PublishedAmendment>? Amendments { get; init; }

    /// <summary>What this version corrects; null for one that corrects nothing.</summary>
    public PublishedCorrection? Correction { get; init; }

    /// <summary>In the order of the tabs.</summary>
    public required IReadOnlyList<PublishedGroup> Groups { get; init; }

    public PublishedGroup? Group(string code) => Groups.FirstOrDefault(group => string.Equals(group.Code, code, StringComparison.Ordinal));

    /// <summary>The group an agency stands in, or null.</summary>
    public PublishedGroup? GroupOf(string agency) => Groups.FirstOrDefault(group => group.Entrant(agency) is not null);
}

/// <summary>Whose publication it is, as it was called then.</summary>
/// <param name="Slug">Of its addresses.</param>
/// <param name="Authority">The body at the head of its documents: "Ủy ban nhân dân thành phố Đà Nẵng".</param>
/// <param name="Place">Before the date of a letterhead: "Đà Nẵng".</param>
public sealed record PublishedTenant(string Slug, Bilingual Name, Bilingual Authority, Bilingual Place);
