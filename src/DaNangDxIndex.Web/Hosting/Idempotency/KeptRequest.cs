using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Hosting.Idempotency;

/// <summary>A request that came with a key: what was asked, and what became of it.</summary>
public sealed class KeptRequest
{
    public Guid AccountId { get; init; }

    public string Key { get; init; } = "";

    /// <summary>Method, address and query.</summary>
    public string Route { get; init; } = "";

    /// <summary>SHA-256 of the body.</summary>
    public byte[] Digest { get; init; } = [];

    /// <summary>The one sending that is carried out.</summary>
    public Guid Owner { get; init; }

    public DateTimeOffset BegunAt { get; init; }

    /// <summary>It has taken effect, whether or not the answer was kept.</summary>
    public bool Done { get; init; }

    /// <summary>Null until it was answered.</summary>
    public int? Status { get; init; }

    public string? ContentType { get; init; }

    public string? Etag { get; init; }

    public string? Location { get; init; }

    public byte[]? Body { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<KeptRequest>
    {
        public void Configure(EntityTypeBuilder<KeptRequest> builder) => builder.HasKey(request => new { request.AccountId, request.Key });
    }
}
