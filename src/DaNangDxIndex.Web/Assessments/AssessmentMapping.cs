using DaNangDxIndex.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Assessments;

internal sealed class AssessmentMapping : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        // Who has merged into another during the edition is part of it no longer, wherever agencies are counted, appraised, ranked or
        // published.
        builder.HasQueryFilter(assessment => assessment.JoinedInto == null);
        builder.Property(assessment => assessment.Returned).AsJson();
        builder.Property(assessment => assessment.SentBack).AsJson();
        builder.Property(assessment => assessment.Answers).AsJson();
    }
}
