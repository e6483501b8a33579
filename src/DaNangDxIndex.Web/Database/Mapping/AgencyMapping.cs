using DaNangDxIndex.Agencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Database.Mapping;

internal sealed class AgencyMapping : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.ToTable("agency");
        builder.HasKey(agency => agency.Code);
        builder.ComplexProperty(agency => agency.Name);
        builder.Property(agency => agency.Successors).HasColumnType("text[]");
    }
}
