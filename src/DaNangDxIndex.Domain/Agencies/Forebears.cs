namespace DaNangDxIndex.Agencies;

/// <summary>
/// Those whose work an agency carries on whole: itself, and all that ended in it alone. Unlike <see cref="Lineage"/>, which compares
/// results, it follows mergers: what they counted can be added. An agency that was split among several is none of it, since nobody knows
/// which part of its counts came here.
/// </summary>
public sealed class Forebears(IEnumerable<Agency> agencies)
{
    private readonly IReadOnlyList<Agency> _agencies = [.. agencies];

    /// <summary>
    /// Who did on a day what the agency does now: itself where it took part then, and those that were in force and have ended in it since.
    /// Who had ended before that day is none of them: its heir did its work already.
    /// </summary>
    /// <param name="present">Codes of those that took part.</param>
    /// <returns>In the order of their codes; some of them may not have taken part.</returns>
    public IReadOnlyList<Agency> Of(string code, IReadOnlySet<string> present, DateOnly day)
    {
        var found = new SortedDictionary<string, Agency>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (_agencies.FirstOrDefault(agency => agency.Code == code) is { } own && present.Contains(code))
            found[code] = own;
        Back(code);
        return [.. found.Values];

        void Back(string heir)
        {
            if (!seen.Add(heir))
                return;
            foreach (var agency in _agencies.Where(agency => agency.Assessed && agency.Successors is [var only] && only == heir))
            {
                if (agency.InForceOn(day))
                    found[agency.Code] = agency;
                else if (agency.ValidFrom > day)
                    Back(agency.Code);
            }
        }
    }
}
