using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Publishing;

/// <summary>One group of a publication: its criteria with the method, what each agency brought, and what came out.</summary>
/// <param name="Criteria">The criteria set in force, method included.</param>
/// <param name="Entrants">Everything the results are computed from, by agency code.</param>
/// <param name="Results">In the order of the ranked table.</param>
public sealed record PublishedGroup(string Code, Bilingual Name, CriteriaSet Criteria, IReadOnlyList<Entrant> Entrants, IReadOnlyList<Result> Results)
{
    /// <summary>The agency's result, or null when it does not stand in this group.</summary>
    public Result? ResultOf(string agency) => Results.FirstOrDefault(result => string.Equals(result.Agency, agency, StringComparison.Ordinal));

    /// <summary>Those that are scored: all but the ones that did not submit, where the method leaves them out.</summary>
    public IEnumerable<Entrant> Scored => Entrants.Where(entrant => !entrant.IsLeftOut(Criteria.Method));

    /// <summary>Those that the method leaves out because they did not submit: they have no result.</summary>
    public IEnumerable<Entrant> LeftOut => Entrants.Where(entrant => entrant.IsLeftOut(Criteria.Method));

    /// <summary>What the agency brought, or null when it does not stand in this group.</summary>
    public Entrant? Entrant(string agency) => Entrants.FirstOrDefault(entrant => string.Equals(entrant.Agency, agency, StringComparison.Ordinal));
}

/// <summary>What one agency brings into a publication: accepted figures, decisions with reason codes; no names of people, no sentences, no evidence.</summary>
public sealed record Entrant
{
    public required string Agency { get; init; }

    public required Bilingual Name { get; init; }

    /// <summary>Code of the parent agency in this edition, or null.</summary>
    public string? Parent { get; init; }

    public Bilingual? ParentName { get; init; }

    /// <summary>False: assessed, but not ranked.</summary>
    public required bool Ranked { get; init; }

    /// <summary>True when figures are made for demonstration.</summary>
    public bool Illustrative { get; init; }

    /// <summary>False when the office recorded that nothing was submitted. What becomes of it, the method says (<see cref="IsLeftOut"/>).</summary>
    public bool Submitted { get; init; } = true;

    /// <summary>Not scored, not ranked, listed under the table.</summary>
    public bool IsLeftOut(Method method) => !Submitted && method.NotSubmitted == NotSubmittedPolicy.LeftOut;

    /// <summary>Figures in force by code, as invariant text; a blank figure is absent.</summary>
    public required IReadOnlyDictionary<string, string> Figures { get; init; }

    /// <summary>Decisions other than plain acceptance, by criterion code.</summary>
    public required IReadOnlyDictionary<string, PublishedDecision> Decisions { get; init; }

    /// <summary>
    /// Points of each criterion by the figures as the agency declared them. Printed beside the final ones; they cannot be recomputed from the
    /// publication, because declared figures that were corrected are not published.
    /// </summary>
    public IReadOnlyDictionary<string, Fraction> Declared { get; init; } = new Dictionary<string, Fraction>(StringComparer.Ordinal);
}

/// <summary>An appraiser's decision as it is published: "points" or "notApplicable", the points, and the reason's code.</summary>
public sealed record PublishedDecision(Appraisal.VerdictDecision Decision, Fraction? Points, Appraisal.ReasonCode? Reason);

/// <summary>What came out for one agency: one standing with its scorecard. Exact points are fractions; the total is as printed.</summary>
public sealed record Result
{
    public required string Agency { get; init; }

    /// <summary>Null for an agency that is assessed and not ranked.</summary>
    public required int? Rank { get; init; }

    /// <summary>With the method's decimals, invariant: "98.06".</summary>
    public required string Total { get; init; }

    /// <summary>Code of the tier; null for an agency without one.</summary>
    public required string? Tier { get; init; }

    public required Fraction Base { get; init; }

    public required Fraction Applicable { get; init; }

    public required Fraction Converted { get; init; }

    public required Fraction Bonus { get; init; }

    public required Fraction Penalty { get; init; }

    public required Fraction BeforeCap { get; init; }

    public required IReadOnlyList<PointsOf> Components { get; init; }

    public required IReadOnlyList<PointsOf> Pillars { get; init; }

    public required IReadOnlyList<CriterionPoints> Criteria { get; init; }

    /// <summary>Footnotes to the tier, where a gate moved the agency.</summary>
    public required IReadOnlyList<Bilingual> Footnotes { get; init; }
}

/// <summary>Points and the maximum that counted, of a component or a pillar.</summary>
public sealed record PointsOf(string Code, Fraction Points, Fraction Maximum);

/// <summary>Points of one criterion; <paramref name="State"/> is scored, nothingDue, notApplicable, decided or information.</summary>
public sealed record CriterionPoints(string Code, Scoring.ResultState State, Fraction Points, Fraction Maximum);
