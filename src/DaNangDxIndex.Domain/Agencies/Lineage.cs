namespace DaNangDxIndex.Agencies;

/// <summary>
/// Follows agencies through renaming and reform. Only an agency that became exactly one other, which came from it alone, is the same agency
/// under another code; after a merger or a split there is nothing to compare with, and the answer is null.
/// </summary>
public sealed class Lineage
{
    private readonly Dictionary<string, string> _successor = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _predecessor = new(StringComparer.Ordinal);

    public Lineage(IEnumerable<Agency> agencies)
    {
        var known = agencies.ToDictionary(agency => agency.Code, StringComparer.Ordinal);
        var steps = known.Values
            .SelectMany(agency => agency.Successors, (agency, successor) => (From: agency, To: successor))
            .Where(step => !JoinsWhatWasThere(step.From, known.GetValueOrDefault(step.To)))
            .GroupBy(step => step.To, StringComparer.Ordinal)
            .Where(origins => origins.Count() == 1)
            .Select(origins => origins.First())
            .Where(step => step.From.Successors.Count == 1);
        foreach (var (from, to) in steps)
        {
            _successor[from.Code] = to;
            _predecessor[to] = from.Code;
        }
    }

    /// <summary>
    /// The code under which the agency stands among <paramref name="present"/>: its own, else the nearest that it had before or has had
    /// since, or null.
    /// </summary>
    public string? Among(IReadOnlySet<string> present, string agency) =>
        present.Contains(agency) ? agency : Along(_predecessor, present, agency) ?? Along(_successor, present, agency);

    /// <summary>Who takes another agency in stays who it was, and the other is gone.</summary>
    private static bool JoinsWhatWasThere(Agency from, Agency? to) =>
        from.ValidTo is { } last && to is not null && (to.ValidFrom is null || to.ValidFrom <= last);

    private static string? Along(Dictionary<string, string> steps, IReadOnlySet<string> present, string agency)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { agency };
        var at = agency;
        while (steps.TryGetValue(at, out var next) && seen.Add(next))
        {
            if (present.Contains(next))
                return next;
            at = next;
        }
        return null;
    }
}
