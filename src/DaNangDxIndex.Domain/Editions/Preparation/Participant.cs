using DaNangDxIndex.Agencies;

namespace DaNangDxIndex.Editions.Preparation;

/// <summary>An agency that an edition in preparation is going to assess. Opening makes an assessment of it.</summary>
/// <param name="agency">Its code.</param>
/// <param name="group">The group of the edition that it is ranked in.</param>
/// <param name="ranked">False: assessed, but not ranked.</param>
public sealed class Participant(int year, string agency, string group, bool ranked)
{
    public int Year { get; private set; } = year;

    public string Agency { get; private set; } = agency;

    public string Group { get; private set; } = group;

    public bool Ranked { get; private set; } = ranked;

    /// <summary>
    /// Who takes part unless the office says otherwise: every agency in force on the day that is assessed and whose group the edition has. One that was left
    /// out, or not ranked, the year before is so again, also under the name of its heir.
    /// </summary>
    /// <param name="before">Group and rank of those that took part in the edition that is copied; empty where none is.</param>
    public static IReadOnlyList<Participant> Expected(
        Edition edition, IReadOnlyCollection<string> groups, IReadOnlyCollection<Agency> agencies, IReadOnlyCollection<Participant> before, DateOnly? beforeOn)
    {
        var heirs = new Heirs(agencies);
        var earlier = before
            .SelectMany(one => heirs.Of(one.Agency, edition.InForceOn), (one, heir) => (heir.Code, one.Ranked))
            .ToLookup(one => one.Code, one => one.Ranked, StringComparer.Ordinal);
        return
        [
            .. agencies
                .Where(agency => agency.Assessed && agency.InForceOn(edition.InForceOn) && groups.Contains(agency.Group, StringComparer.Ordinal))
                .Where(agency => beforeOn is null || earlier.Contains(agency.Code) || agency.ValidFrom > beforeOn)
                .Select(agency => new Participant(edition.Year, agency.Code, agency.Group, !earlier.Contains(agency.Code) || earlier[agency.Code].Any(ranked => ranked))),
        ];
    }
}
