using DaNangDxIndex.Publishing;
using DaNangDxIndex.Publishing.Corrections;

namespace DaNangDxIndex.Publications;

/// <summary>
/// A version as tables, histories and pictures over many years want it: small, where a <see cref="PublishedVersion"/> holds every figure.
/// </summary>
/// <param name="Outline">What it says but for figures, decisions and points of single criteria.</param>
/// <param name="Digest">Of the whole version: SHA-256 of its canonical text, lower-case hex.</param>
public sealed record VersionOutline(PublishedOutline Outline, string Digest)
{
    public PublishedEdition Edition => Outline.Edition;

    public VersionInBrief InBrief { get; } = VersionInBrief.Of(Outline.Edition, Digest);
}

/// <summary>What is said of a version where its results are shown.</summary>
/// <param name="Document">The document that announces the results; null marks a sample.</param>
/// <param name="Correction">What it corrects; null for one that corrects nothing.</param>
/// <param name="Printed">What others had printed of the year; null where the version's form does not hold it.</param>
public sealed record VersionInBrief(
    int Year, int Number, string Digest, DateTimeOffset PublishedAt, string AuditHead, bool Illustrative, PublishedDocument? Document,
    PublishedCorrection? Correction, Printed? Printed)
{
    public static VersionInBrief Of(PublishedEdition edition, string digest) => new(
        edition.Year, edition.Number, digest, edition.PublishedAt, edition.AuditHead, edition.Illustrative, edition.Document,
        edition.Correction, edition.Printed);
}
