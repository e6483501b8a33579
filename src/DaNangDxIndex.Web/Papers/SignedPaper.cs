using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Papers;

/// <summary>The scan of a paper that was printed here and signed: a piece of the agency's folder, kept with the submission.</summary>
/// <param name="digest">Of the content as it stood when the scan came.</param>
public sealed class SignedPaper(Guid id, int year, string agency, PaperKind kind, Guid piece, int revision, string digest, Guid keptBy,
    DateTimeOffset keptAt)
{
    public Guid Id { get; private set; } = id;

    public int Year { get; private set; } = year;

    public string Agency { get; private set; } = agency;

    public PaperKind Kind { get; private set; } = kind;

    public Guid Piece { get; private set; } = piece;

    public int Revision { get; private set; } = revision;

    public string Digest { get; private set; } = digest;

    public Guid KeptBy { get; private set; } = keptBy;

    public DateTimeOffset KeptAt { get; private set; } = keptAt;

    internal sealed class Mapping : IEntityTypeConfiguration<SignedPaper>
    {
        public void Configure(EntityTypeBuilder<SignedPaper> builder) => builder.HasKey(paper => paper.Id);
    }
}
