using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// Who has merged into another during the edition is part of it no longer, wherever agencies are counted, appraised, ranked or published.
/// </summary>
internal sealed class AssessmentMapping : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> builder) => builder.HasQueryFilter(assessment => assessment.JoinedInto == null);
}
