using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;

namespace DaNangDxIndex.Publishing;

/// <summary>One group of a publication: its criteria with the method, what each agency brought, and what came out.</summary>
/// <param name="Criteria">The criteria set in force, method included.</param>
/// <param name="Before">The group's table in the edition before, where the two may be compared; else null.</param>
/// <param name="Entrants">Everything the results are computed from, by agency code.</param>
/// <param name="Results">In the order of the ranked table.</param>
public sealed record PublishedGroup(
    string Code, Bilingual Name, CriteriaSet Criteria, TableBefore? Before, IReadOnlyList<Entrant> Entrants, IReadOnlyList<Result> Results)
{
    /// <summary>
    /// Why nothing is compared with the edition before; null where it is, and where there is none. Form 2 does not hold it.
    /// </summary>
    public Break? Break { get; init; }

    /// <summary>The agency's result, or null when it does not stand in this group.</summary>
    public Result? ResultOf(string agency) =>
        Results.FirstOrDefault(result => string.Equals(result.Agency, agency, StringComparison.Ordinal));

    /// <summary>How many agencies one is ranked among: of its group, or of those under the same parent.</summary>
    public int RankedBeside(Entrant entrant) => Results.Count(other => other.Rank is not null
        && (Criteria.Method.Within == RankedWithin.Group || Entrant(other.Agency)?.Parent == entrant.Parent));

    /// <summary>Those that are scored: all but the ones that did not submit, where the method leaves them out.</summary>
    public IEnumerable<Entrant> Scored => Entrants.Where(entrant => !entrant.IsLeftOut(Criteria.Method));

    /// <summary>Those that the method leaves out because they did not submit: they have no result.</summary>
    public IEnumerable<Entrant> LeftOut => Entrants.Where(entrant => entrant.IsLeftOut(Criteria.Method));

    /// <summary>How many agencies stand in a tier.</summary>
    public int InTier(string tier) => Results.Count(result => string.Equals(result.Tier, tier, StringComparison.Ordinal));

    /// <summary>How many agencies have no tier, those without a result among them.</summary>
    public int WithoutTier => Entrants.Count(entrant => ResultOf(entrant.Agency)?.Tier is null);

    /// <summary>As the agency was called, or its code where it does not stand in this group.</summary>
    public Bilingual NameOf(string agency) => Entrant(agency)?.Name ?? new(agency, agency);

    /// <summary>What the agency brought, or null when it does not stand in this group.</summary>
    public Entrant? Entrant(string agency) =>
        Entrants.FirstOrDefault(entrant => string.Equals(entrant.Agency, agency, StringComparison.Ordinal));
}

/// <summary>How many agencies stood in each tier, by its code, in the comparable edition before. A tier that nobody counted is
/// absent.</summary>
public sealed record TableBefore(int Year, IReadOnlyDictionary<string, int> Tiers);
