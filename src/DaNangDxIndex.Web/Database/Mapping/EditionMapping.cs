using DaNangDxIndex.Editions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Database.Mapping;

internal sealed class EditionMapping : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> builder)
    {
        builder.ToTable("edition");
        builder.HasKey(edition => edition.Year);
        builder.Property(edition => edition.Year).ValueGeneratedNever();
        builder.Property(edition => edition.Version).IsConcurrencyToken();
    }
}
