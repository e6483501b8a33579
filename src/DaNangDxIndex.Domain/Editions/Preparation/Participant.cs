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

    public void Place(string group, bool ranked) => (Group, Ranked) = (group, ranked);

    /// <exception cref="RuleViolation"><c>participant.unknown</c></exception>
    public static void RequireKnown(
        IReadOnlyList<Participant> chosen, Edition edition,
        IReadOnlyCollection<string> groups, IReadOnlyDictionary<string, Agency> agencies)
    {
        var wrong = chosen.FirstOrDefault(participant => !groups.Contains(participant.Group, StringComparer.Ordinal)
            || !agencies.TryGetValue(participant.Agency, out var agency) || !agency.Assessed || !agency.InForceOn(edition.InForceOn));
        if (wrong is not null)
            throw new RuleViolation("participant.unknown", new(
                $"Cơ quan mã “{wrong.Agency}” hoặc khối mã “{wrong.Group}” không còn trong danh sách. "
                + "Mở lại trang để xem danh sách mới nhất.",
                $"The agency with the code “{wrong.Agency}” or the group “{wrong.Group}” is no longer on the list. "
                + "Open the page again to see the newest list."));
    }

    /// <summary>
    /// Who takes part unless the office says otherwise: every agency in force on the day that is assessed and whose group the edition has.
    /// One that was left out, or not ranked, the year before is so again, also under the name of its heir.
    /// </summary>
    /// <param name="before">Group and rank of those that took part in the edition that is copied; empty where none is.</param>
    public static IReadOnlyList<Participant> Expected(
        Edition edition, IReadOnlyCollection<string> groups, IReadOnlyCollection<Agency> agencies,
        IReadOnlyCollection<Participant> before, DateOnly? beforeOn)
    {
        var heirs = new Heirs(agencies);
        var earlier = before
            .SelectMany(
                participant => heirs.Of(participant.Agency, edition.InForceOn),
                (participant, heir) => (heir.Code, participant.Ranked))
            .ToLookup(heir => heir.Code, heir => heir.Ranked, StringComparer.Ordinal);
        return
        [
            .. agencies
                .Where(agency => agency.Assessed && agency.InForceOn(edition.InForceOn)
                    && groups.Contains(agency.Group, StringComparer.Ordinal))
                .Where(agency => beforeOn is null || earlier.Contains(agency.Code) || agency.ValidFrom > beforeOn)
                .Select(agency => new Participant(
                    edition.Year, agency.Code, agency.Group, !earlier.Contains(agency.Code) || earlier[agency.Code].Any(ranked => ranked))),
        ];
    }
}
