using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Audit;

/// <summary>From where the request of an entry came, as long as that is kept (<see cref="ForgetOrigins"/>).</summary>
public sealed class EntryOrigin
{
    public long Number { get; private set; }

    public IPAddress Ip { get; private set; } = IPAddress.None;

    public DateTimeOffset At { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<EntryOrigin>
    {
        public void Configure(EntityTypeBuilder<EntryOrigin> builder)
        {
            builder.ToTable("audit_origin");
            builder.HasKey(origin => origin.Number);
        }
    }
}
