namespace DaNangDxIndex.Agencies;

/// <summary>What an agency was called and where it stood until a day; what it is now stands on the <see cref="Agency"/> itself.</summary>
public sealed class AgencyBefore(string agency, DateOnly until, AgencyKind kind, string group, string? parent)
{
    public string Agency { get; private set; } = agency;

    /// <summary>The last day on which it was so, inclusive.</summary>
    public DateOnly Until { get; private set; } = until;

    public Bilingual Name { get; private set; } = new("", "");

    public AgencyKind Kind { get; private set; } = kind;

    public string Group { get; private set; } = group;

    public string? Parent { get; private set; } = parent;

    public static AgencyBefore Of(Agency agency, DateOnly until) =>
        new(agency.Code, until, agency.Kind, agency.Group, agency.Parent) { Name = agency.Name };

    /// <summary>The name that an agency bore on a day.</summary>
    public static Bilingual NameOn(Agency agency, IEnumerable<AgencyBefore> before, DateOnly day) =>
        before.Where(earlier => earlier.Agency == agency.Code && earlier.Until >= day)
            .MinBy(earlier => earlier.Until)?.Name ?? agency.Name;
}
