using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Audit;

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    /// <summary>Derived from the entry by the database, to find entries by (0491_trail_columns).</summary>
    public const string Agency = nameof(Agency);

    /// <summary>Code of the criterion or figure; derived as <see cref="Agency"/>.</summary>
    public const string About = nameof(About);

    /// <summary>What the verb begins with: "figure", "verdict"; derived as <see cref="Agency"/>.</summary>
    public const string Kind = nameof(Kind);

    /// <summary>Number and hash are the database's: it never takes them from us, and gives the number back.</summary>
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasKey(entry => entry.Number);
        builder.Property(entry => entry.Number).ValueGeneratedOnAdd();
        builder.Property(entry => entry.Before).HasColumnType("jsonb");
        builder.Property(entry => entry.After).HasColumnType("jsonb");
        builder.Property(entry => entry.Hash).ValueGeneratedOnAdd().Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        foreach (var derived in (string[])[Agency, About, Kind])
            builder.Property<string?>(derived).ValueGeneratedOnAddOrUpdate();
    }
}
