using System.Globalization;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Publications;
using DaNangDxIndex.Publishing;

namespace DaNangDxIndex.Ranking;

/// <summary>The ranked table of one group in one edition, as the public page, the API and the CSV file show it.</summary>
public sealed record RankedTable
{
    public required int Year { get; init; }

    public required string Group { get; init; }

    public required Bilingual Name { get; init; }

    /// <summary>Null where the results were taken over as others printed them.</summary>
    public VersionInBrief? Version { get; init; }

    /// <summary>What became of that version; null where nothing is published.</summary>
    public VersionState? State { get; init; }

    /// <summary>"press" for imported results.</summary>
    public string? Provenance { get; init; }

    public bool Illustrative { get; init; }

    public Fraction Scale { get; init; } = 100;

    /// <summary>The method the points were computed by; null where others printed the results.</summary>
    public Method? Method { get; init; }

    /// <summary>From the best down; empty where nothing is known of tiers.</summary>
    public required IReadOnlyList<RankedTier> Tiers { get; init; }

    /// <summary>The edition that changes are counted against; null where there is none with this group.</summary>
    public int? YearBefore { get; init; }

    /// <summary>
    /// False while results of the group are still to come: neither a place among those there are nor their tiers are compared with all of
    /// the edition before.
    /// </summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>Why nothing is compared with the edition before; null where it is, and where there is none.</summary>
    public Break? Break { get; init; }

    /// <summary>Where the printed results and counts were printed.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];

    public IReadOnlyList<Component> Components { get; init; } = [];

    /// <summary>In the order of the table: by rank, agencies without one after them, and those that the method leaves out last.</summary>
    public required IReadOnlyList<RankedAgency> Agencies { get; init; }

    /// <summary>Some rank, total, tier or count of it was printed; without it, everything in an illustrative table is made up.</summary>
    public bool HoldsPrinted => Tiers.Any(tier => tier.CountFrom == Assessments.Provenance.Press)
        || Agencies.Any(agency => agency.RankFrom == Assessments.Provenance.Press || agency.TotalFrom == Assessments.Provenance.Press
            || agency.TierFrom == Assessments.Provenance.Press);

    /// <summary>Agencies that have not submitted and still may; none once the edition is final.</summary>
    public IReadOnlySet<string> MaySubmit { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Points as files and the API write them: rounded by the method, invariant.</summary>
    public string? Written(Fraction points) => Method?.Round(points).ToString(CultureInfo.InvariantCulture);

    /// <summary>1, or -1 for a component whose points are taken off.</summary>
    public int SignOf(string component) => Components.FirstOrDefault(known => known.Code == component)?.Sign ?? 1;

    public RankedTier? Tier(string? code) => Tiers.FirstOrDefault(tier => tier.Code == code);
}

/// <summary>A tier with the number of agencies in it, now and in the edition before; null where nobody printed it.</summary>
/// <param name="From">Lower bound in points; null where the method is not known.</param>
/// <param name="Place">1 is the best.</param>
/// <param name="Of">How many tiers the scale has.</param>
public sealed record RankedTier(string Code, Bilingual Name, Fraction? From, int Place, int Of, int? Now, int? Before)
{
    /// <summary>The method is upper-inclusive: the bound itself belongs to the tier below.</summary>
    public bool StartsAbove { get; init; }

    /// <summary>Where the count of now comes from: press where the same was printed; null where it was simply computed.</summary>
    public Provenance? CountFrom { get; init; }
}

/// <summary>One line of the table. What was never published is null.</summary>
public sealed record RankedAgency
{
    public required string Code { get; init; }

    public required Bilingual Name { get; init; }

    public int? Rank { get; init; }

    /// <summary>Places gained since the edition before; null where there is nothing to compare with.</summary>
    public int? Change { get; init; }

    public string? Parent { get; init; }

    public Bilingual? ParentName { get; init; }

    /// <summary>As published, invariant.</summary>
    public string? Total { get; init; }

    /// <summary>Code of the tier.</summary>
    public string? Tier { get; init; }

    public IReadOnlyList<PointsOf> Components { get; init; } = [];

    /// <summary>Some of its figures are made for demonstration.</summary>
    public bool Illustrative { get; init; }

    /// <summary>False when nothing was submitted; of results from print nobody knows, and they count as submitted.</summary>
    public bool Submitted { get; init; } = true;

    /// <summary>It did not submit and was not scored: without total, rank and tier, listed under the others.</summary>
    public bool LeftOut { get; init; }

    /// <summary>
    /// Where the rank comes from, as <see cref="TotalFrom"/> and <see cref="TierFrom"/> say of total and tier; null where it was simply
    /// computed.
    /// </summary>
    public Provenance? RankFrom { get; init; }

    public Provenance? TotalFrom { get; init; }

    public Provenance? TierFrom { get; init; }

    public IReadOnlyList<Bilingual> Footnotes { get; init; } = [];
}
