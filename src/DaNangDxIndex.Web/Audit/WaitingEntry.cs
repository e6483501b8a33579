using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Audit;

/// <summary>
/// An entry before its transaction commits; then the database makes it the next <see cref="AuditEntry"/> of the tenant's chain.
/// </summary>
internal sealed class WaitingEntry
{
    public long Id { get; private set; }

    public required DateTimeOffset At { get; init; }

    public Guid? AccountId { get; init; }

    public required string AccountName { get; init; }

    public required string Verb { get; init; }

    public required string Subject { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    public string? RequestId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<WaitingEntry>
    {
        public void Configure(EntityTypeBuilder<WaitingEntry> builder)
        {
            builder.ToTable("audit_waiting");
            builder.HasKey(entry => entry.Id);
            builder.Property(entry => entry.Id).ValueGeneratedOnAdd();
            builder.Property(entry => entry.Before).HasColumnType("jsonb");
            builder.Property(entry => entry.After).HasColumnType("jsonb");
        }
    }
}
