using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Appraisal;

internal sealed class ReplyMapping : IEntityTypeConfiguration<Reply>
{
    /// <summary>The claimed values of a reply are one JSON object: they are only ever read and written together.</summary>
    public void Configure(EntityTypeBuilder<Reply> builder) => builder.Property(reply => reply.Claims).HasColumnType("jsonb").HasConversion(
        claims => JsonSerializer.Serialize(claims, JsonSerializerOptions.Default),
        text => JsonSerializer.Deserialize<Dictionary<string, string>>(text, JsonSerializerOptions.Default)
            ?? new(StringComparer.Ordinal),
        new ValueComparer<IReadOnlyDictionary<string, string>>(
            (one, other) => ReferenceEquals(one, other), claims => claims.Count, claims => claims));
}
