using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Documents;

/// <summary>A template of the tenant's own, in the place of the product's; one a kind.</summary>
public sealed class DocumentTemplate(
    TemplateKind kind, string fileName, byte[] content, string digest, Guid keptBy, DateTimeOffset keptAt)
{
    public TemplateKind Kind { get; private set; } = kind;

    public string FileName { get; private set; } = fileName;

    public byte[] Content { get; private set; } = content;

    /// <summary>SHA-256, lower-case hex.</summary>
    public string Digest { get; private set; } = digest;

    public Guid KeptBy { get; private set; } = keptBy;

    public DateTimeOffset KeptAt { get; private set; } = keptAt;

    public void Replace(string fileName, byte[] content, string digest, Guid keptBy, DateTimeOffset keptAt) =>
        (FileName, Content, Digest, KeptBy, KeptAt) = (fileName, content, digest, keptBy, keptAt);

    internal sealed class Mapping : IEntityTypeConfiguration<DocumentTemplate>
    {
        public void Configure(EntityTypeBuilder<DocumentTemplate> builder) => builder.HasKey(template => template.Kind);
    }
}
