using DaNangDxIndex.Editions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Database.Mapping;

internal sealed class ImportedTierCountMapping : IEntityTypeConfiguration<ImportedTierCount>
{
    public void Configure(EntityTypeBuilder<ImportedTierCount> builder)
    {
        builder.ToTable("imported_tier_count");
        builder.HasKey(count => new { count.Year, count.Group, count.Tier });
    }
}
