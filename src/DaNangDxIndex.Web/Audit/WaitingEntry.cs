using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Audit;

/// <summary>An act before its transaction commits; then the database makes it the next entry of the tenant's chain.</summary>
internal sealed class WaitingEntry : AuditedAct
{
    public long Id { get; private set; }

    /// <summary>From where the request came; kept beside the chain (<see cref="EntryOrigin"/>).</summary>
    public IPAddress? Ip { get; init; }

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
