using DaNangDxIndex.Appraisal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Database.Mapping;

internal sealed class VerdictMapping : IEntityTypeConfiguration<Verdict>
{
    public void Configure(EntityTypeBuilder<Verdict> builder)
    {
        builder.ToTable("verdict");
        builder.HasKey(verdict => new { verdict.Year, verdict.Agency, verdict.Criterion, verdict.Round });
        builder.Property(verdict => verdict.Version).IsConcurrencyToken();
    }
}
