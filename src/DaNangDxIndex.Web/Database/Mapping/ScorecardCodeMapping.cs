using DaNangDxIndex.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Database.Mapping;

internal sealed class ScorecardCodeMapping : IEntityTypeConfiguration<ScorecardCode>
{
    public void Configure(EntityTypeBuilder<ScorecardCode> builder)
    {
        builder.ToTable("scorecard_code");
        builder.HasKey(code => code.Code);
    }
}
