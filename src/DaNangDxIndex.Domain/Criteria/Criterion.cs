namespace DaNangDxIndex.Criteria;

/// <summary>The side of digital transformation a criterion speaks of; points are shown per pillar beside points per component.</summary>
public enum Pillar
{
    Government,
    Economy,
    Society,
    Foundation,
}

/// <summary>What becomes of a criterion that does not apply, or under which nothing was due.</summary>
public enum Policy
{
    /// <summary>It earns nothing and its maximum still counts.</summary>
    Zero,

    /// <summary>It earns its maximum. (A penalty criterion deducts nothing under every policy.)</summary>
    Full,

    /// <summary>Neither points nor maximum count, and the base is converted to the scale.</summary>
    Exclude,
}

/// <summary>What an agency has to show for its figures.</summary>
/// <param name="Required">At least one piece of evidence must be given before submission.</param>
/// <param name="Text">What the evidence must be, in the words of the method (form, number, date, abstract).</param>
public sealed record EvidenceDuty(bool Required, Bilingual? Text);

/// <summary>One line of the criteria set: a maximum and a rule that says what share of it the figures earn.</summary>
public sealed record Criterion
{
    public required string Code { get; init; }

    public required Bilingual Name { get; init; }

    public required Pillar Pillar { get; init; }

    /// <summary>Points earned at share 1; zero only for a criterion that is collected and not scored.</summary>
    public required Fraction Maximum { get; init; }

    /// <summary>How figures become a share of the maximum; null for information that earns nothing.</summary>
    public Rule? Rule { get; init; }

    /// <summary>Figures shown and collected under this criterion although its rule does not read them (information).</summary>
    public IReadOnlyList<string> Information { get; init; } = [];

    /// <summary>The policy when the criterion does not apply to the agency.</summary>
    public Policy NotApplicable { get; init; } = Policy.Exclude;

    /// <summary>The policy when a denominator and its numerator are both zero: nothing was due.</summary>
    public Policy NothingDue { get; init; } = Policy.Exclude;

    /// <summary>Code of the agency whose appraiser decides on this criterion.</summary>
    public string? VerifyingUnit { get; init; }

    public Bilingual? LegalBasis { get; init; }

    public Bilingual? Guidance { get; init; }

    public EvidenceDuty? Evidence { get; init; }

    /// <summary>Codes of all figures the rule reads and the information figures, each once, in the order of reading.</summary>
    public IReadOnlyList<string> Figures => [.. (Rule?.Figures ?? []).Concat(Information).Distinct(StringComparer.Ordinal)];
}
