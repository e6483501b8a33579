using DaNangDxIndex.Assessments;
using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Targets;

/// <summary>
/// The agencies of one group whose published figures are what a target is about: each with its part, its whole and the share, or with its
/// count. Groups are never added up, since one and the same file may be counted by a district and by its commune.
/// </summary>
/// <param name="InPercent">False where the target is a count, of which every agency brings a part.</param>
public sealed record AgenciesBehind(string Group, Bilingual Name, bool InPercent, IReadOnlyList<AgencyShare> Agencies)
{
    /// <summary>Of all agencies together, which is not the mean of their shares; null where nobody has one.</summary>
    public Fraction? Share => InPercent && Known.ToList() is { Count: > 0 } known
        ? known.Aggregate(Fraction.Zero, (sum, share) => sum + share.Part)
            / known.Aggregate(Fraction.Zero, (sum, share) => sum + share.Whole)
        : null;

    /// <summary>What all agencies count together; null where nobody has a figure, or shares are asked.</summary>
    public Fraction? Sum => !InPercent && Known.ToList() is { Count: > 0 } known
        ? known.Aggregate(Fraction.Zero, (sum, share) => sum + share.Part)
        : null;

    public int Reporting => Known.Count();

    /// <summary>Some figure of it is made for demonstration.</summary>
    public bool Illustrative => Known.Any(share => share.From == Provenance.Illustrative);

    /// <summary>How many agencies are where a target wants them; null where it sets no percentage.</summary>
    public int? Reaching(Target target) => target.Level is { InPercent: true } ? Known.Count(share => share.Reaches(target)) : null;

    private IEnumerable<AgencyShare> Known => Agencies.Where(share => InPercent ? share.Share is not null : share.HasPart);

    /// <summary>Null where the group's criteria do not hold the figures.</summary>
    /// <param name="whole">Null where the target is a count.</param>
    public static AgenciesBehind? Of(PublishedGroup group, string part, string? whole) =>
        !AreFiguresOf(group, part, whole)
            ? null
            : new(group.Code, group.Name, whole is not null, [.. group.Entrants.Select(entrant => ShareOf(group, entrant, part, whole))
                .OrderByDescending(share => whole is not null ? share.Share ?? -1 : share.HasPart ? share.Part : -1)
                .ThenBy(share => share.Agency, StringComparer.Ordinal)]);

    /// <summary>The group's criteria hold the figures.</summary>
    public static bool AreFiguresOf(PublishedGroup group, string part, string? whole) =>
        group.Criteria.Figure(part) is not null && (whole is null || group.Criteria.Figure(whole) is not null);

    private static AgencyShare ShareOf(PublishedGroup group, Entrant entrant, string part, string? whole)
    {
        var figures = Computation.InputOf(group.Criteria, entrant).Figures;
        var hasPart = figures.TryGetValue(part, out var of);
        var all = whole is not null && figures.TryGetValue(whole, out var found) ? found.Number : 0;
        var known = hasPart && (whole is null || figures.ContainsKey(whole));
        return new(entrant.Agency, entrant.Name, known ? of.Number : 0, known ? all : 0, FromOf(entrant, part, whole ?? part))
        {
            HasPart = known,
        };
    }

    // One made figure of the two makes the share a made one.
    private static Provenance? FromOf(Entrant entrant, string part, string whole)
    {
        Provenance?[] both = [Of(part), Of(whole)];
        return both.Contains(Provenance.Illustrative) ? Provenance.Illustrative : both[0] == both[1] ? both[0] : null;

        Provenance? Of(string figure) => entrant.Provenance.TryGetValue(figure, out var from) ? from : null;
    }
}

/// <param name="Whole">0 where the figures are blank, nothing was due, or the target is a count.</param>
/// <param name="From">Where both figures come from; null where they are the agency's own or of different origin.</param>
public sealed record AgencyShare(string Agency, Bilingual Name, Fraction Part, Fraction Whole, Provenance? From)
{
    /// <summary>The figure is there: a blank is not zero.</summary>
    public bool HasPart { get; init; }

    public Fraction? Share => Whole.Sign > 0 ? Part / Whole : null;

    /// <param name="target">One that sets a percentage.</param>
    public bool Reaches(Target target) => Share is { } share && target.Admits(share * 100);
}
