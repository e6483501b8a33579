using System.Text.Json;
using DaNangDxIndex.Commendations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaNangDxIndex.Documents.Commendation;

/// <summary>The rules by which the office puts agencies forward in a year.</summary>
public sealed class CommendationPlan(int year, Guid changedBy, DateTimeOffset changedAt)
{
    public int Year { get; private set; } = year;

    public IReadOnlyList<CommendationRule> Rules { get; private set; } = CommendationRule.Usual;

    public Guid ChangedBy { get; private set; } = changedBy;

    public DateTimeOffset ChangedAt { get; private set; } = changedAt;

    public int Version { get; private set; }

    public void Change(IReadOnlyList<CommendationRule> rules, Guid by, DateTimeOffset at)
    {
        (Rules, ChangedBy, ChangedAt) = (rules, by, at);
        Version++;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<CommendationPlan>
    {
        public void Configure(EntityTypeBuilder<CommendationPlan> builder)
        {
            builder.HasKey(plan => plan.Year);
            builder.Property(plan => plan.Version).IsConcurrencyToken();
            builder.Property(plan => plan.Rules).HasColumnType("jsonb").HasConversion(
                rules => JsonSerializer.Serialize(rules, JsonSerializerOptions.Web),
                text => JsonSerializer.Deserialize<List<CommendationRule>>(text, JsonSerializerOptions.Web) ?? new(),
                // Rules are only ever put in the place of others.
                new ValueComparer<IReadOnlyList<CommendationRule>>(
                    (rules, other) => ReferenceEquals(rules, other), rules => rules.Count, rules => rules));
        }
    }
}
