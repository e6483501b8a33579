using DaNangDxIndex.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Database.Mapping;

internal sealed class FigureEntryMapping : IEntityTypeConfiguration<FigureEntry>
{
    public void Configure(EntityTypeBuilder<FigureEntry> builder)
    {
        builder.ToTable("figure_entry");
        builder.HasKey(entry => new { entry.Year, entry.Agency, entry.Figure });
        builder.Property(entry => entry.Version).IsConcurrencyToken();
    }
}
