using DaNangDxIndex.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Database.Mapping;

internal sealed class NotApplicableRequestMapping : IEntityTypeConfiguration<NotApplicableRequest>
{
    public void Configure(EntityTypeBuilder<NotApplicableRequest> builder)
    {
        builder.ToTable("not_applicable_request");
        builder.HasKey(request => new { request.Year, request.Agency, request.Criterion });
    }
}
