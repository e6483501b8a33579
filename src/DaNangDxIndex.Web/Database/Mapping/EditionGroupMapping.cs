using DaNangDxIndex.Editions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Database.Mapping;

internal sealed class EditionGroupMapping : IEntityTypeConfiguration<EditionGroup>
{
    public void Configure(EntityTypeBuilder<EditionGroup> builder)
    {
        builder.ToTable("edition_group");
        builder.HasKey(group => new { group.Year, group.Code });
        builder.ComplexProperty(group => group.Name);
    }
}
