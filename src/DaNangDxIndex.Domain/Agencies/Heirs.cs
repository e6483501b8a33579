namespace DaNangDxIndex.Agencies;

/// <summary>
/// Who carries on the work of an agency that is no more. Unlike <see cref="Lineage"/>, which
/// compares results, it follows mergers and splits too: somebody has to have the task.
/// </summary>
public sealed class Heirs(IEnumerable<Agency> agencies)
{
    private readonly Dictionary<string, Agency> _agencies = agencies.ToDictionary(agency => agency.Code, StringComparer.Ordinal);

    /// <summary>The agency itself where it is in force on the day, else those that came of it and are; none where the line ends.</summary>
    public IReadOnlyList<Agency> Of(string code, DateOnly day)
    {
        var (found, seen, waiting) = (new List<Agency>(), new HashSet<string>(StringComparer.Ordinal), new Queue<string>([code]));
        while (waiting.TryDequeue(out var next))
        {
            if (!seen.Add(next) || !_agencies.TryGetValue(next, out var agency))
                continue;
            if (agency.InForceOn(day))
                found.Add(agency);
            else
                agency.Successors.ToList().ForEach(waiting.Enqueue);
        }

        return found;
    }

    /// <summary>The one heir, or null where there is none or more than one.</summary>
    public Agency? OnlyOf(string code, DateOnly day) => Of(code, day) is [var heir] ? heir : null;
}
