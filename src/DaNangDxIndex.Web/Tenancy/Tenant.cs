using DaNangDxIndex.Accounts;

namespace DaNangDxIndex.Tenancy;

/// <summary>A city or province.</summary>
public sealed record Tenant(Guid Id, string Slug, Bilingual Name, string Kind)
{
    public Letterhead Letterhead { get; init; } = Letterhead.Of(Name);

    /// <summary>
    /// Its names, issuer and colours were looked at and stored; until then they follow from the name that "tenant add" was given.
    /// </summary>
    public bool HasOwnTexts { get; init; }

    /// <summary>Code of the colours of its pages; null for the product's own.</summary>
    public string? Hue { get; init; }

    /// <summary>Roles whose people show a second proof at the sign-in.</summary>
    public IReadOnlyCollection<string> SecondFactorFor { get; init; } = [];

    /// <summary>For which acts it wants two people.</summary>
    public IReadOnlyCollection<FourEyes> FourEyes { get; init; } = [];

    /// <summary>The cluster that holds its rows, by name; null for the home cluster.</summary>
    public string? Cluster { get; init; }

    /// <summary>Since when its place takes no writes, for the time of a move.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Of its texts.</summary>
    public int Version { get; init; }
}
