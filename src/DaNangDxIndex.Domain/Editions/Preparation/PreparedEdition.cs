using DaNangDxIndex.Accounts;
using DaNangDxIndex.Agencies;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>All that decides whether an edition may open.</summary>
public sealed record PreparedEdition(
    Edition Edition, IReadOnlyList<PreparedGroup> Groups, IReadOnlyList<Participant> Participants, IReadOnlyCollection<Agency> Agencies,
    IReadOnlyList<Staff> Staff)
{
    public IEnumerable<Participant> Of(EditionGroup group) => Participants.Where(participant => participant.Group == group.Code);

    public Bilingual NameOf(string agency) => Agencies.FirstOrDefault(known => known.Code == agency)?.Name ?? new(agency, agency);
}

/// <param name="Criteria">What was read of its criteria file; null while it has none.</param>
public sealed record PreparedGroup(EditionGroup Group, CriteriaReading? Criteria);

/// <summary>An account that is not locked, as far as it matters here.</summary>
public sealed record Staff(IReadOnlyCollection<Role> Roles, string? Agency)
{
    public bool Has(Role role) => Roles.Contains(role);
}
