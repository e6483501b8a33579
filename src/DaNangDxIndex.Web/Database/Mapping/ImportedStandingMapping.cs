using DaNangDxIndex.Editions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Database.Mapping;

internal sealed class ImportedStandingMapping : IEntityTypeConfiguration<ImportedStanding>
{
    public void Configure(EntityTypeBuilder<ImportedStanding> builder)
    {
        builder.ToTable("imported_standing");
        builder.HasKey(standing => new { standing.Year, standing.Group, standing.Agency });
    }
}
