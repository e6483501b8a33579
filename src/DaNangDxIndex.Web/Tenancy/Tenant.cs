namespace DaNangDxIndex.Tenancy;

/// <summary>A city or province.</summary>
public sealed record Tenant(Guid Id, string Slug, Bilingual Name, string Kind)
{
    public Letterhead Letterhead { get; init; } = Letterhead.Of(Name);
}
