using DaNangDxIndex.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Database.Mapping;

internal sealed class AssessmentMapping : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        builder.ToTable("assessment");
        builder.HasKey(assessment => new { assessment.Year, assessment.Agency });
        builder.Property(assessment => assessment.Version).IsConcurrencyToken();
    }
}
