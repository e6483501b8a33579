using System.Collections.Frozen;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Publishing;

/// <summary>
/// What one agency brings into a publication: declared and accepted figures, decisions with reason codes, its result before; no names of
/// people,
/// no sentences, no evidence.
/// </summary>
public sealed record Entrant
{
    public required string Agency { get; init; }

    public required Bilingual Name { get; init; }

    /// <summary>Code of the parent agency in this edition, or null.</summary>
    public string? Parent { get; init; }

    public Bilingual? ParentName { get; init; }

    /// <summary>False: assessed, but not ranked.</summary>
    public required bool Ranked { get; init; }

    /// <summary>What becomes of an agency that did not submit, the method says (<see cref="IsLeftOut"/>).</summary>
    public Submission Submission { get; init; }

    public bool Submitted => Submission == Submission.Submitted;

    /// <summary>Not scored, not ranked, listed under the table.</summary>
    public bool IsLeftOut(Method method) => !Submitted && method.NotSubmitted == NotSubmittedPolicy.LeftOut;

    /// <summary>Figures as they were declared (or loaded by the office), by code, as invariant text: what the self-assessed points follow
    /// from.</summary>
    public IReadOnlyDictionary<string, string> Declared { get; init; } = new ByCode<string>([], []);

    /// <summary>Figures in force by code, as invariant text: what the result follows from. A blank figure is absent.</summary>
    public required IReadOnlyDictionary<string, string> Figures { get; init; }

    /// <summary>Why a figure in force differs from the declared one, by its code.</summary>
    public IReadOnlyDictionary<string, ReasonCode> Corrections { get; init; } = new ByCode<ReasonCode>([], []);

    /// <summary>Where a figure comes from, by its code, when it is not simply the agency's own.</summary>
    public IReadOnlyDictionary<string, Provenance> Provenance { get; init; } = new ByCode<Provenance>([], []);

    /// <summary>
    /// Decisions that the result rests on, by criterion code: all but plain acceptance, which only matters where a part stands above its
    /// whole.
    /// </summary>
    public required IReadOnlyDictionary<string, PublishedDecision> Decisions { get; init; }

    /// <summary>
    /// Criteria in which the agency said why a part lies above its whole: its self-assessed points rest on that, so they are published;
    /// the sentences are not. In order of their codes.
    /// </summary>
    public IReadOnlySet<string> Answered { get; init; } = NothingAnswered;

    internal static IReadOnlySet<string> NothingAnswered { get; } = FrozenSet<string>.Empty;

    /// <summary>What the agency, or the one it comes from, had in the comparable edition before; null where there is none.</summary>
    public ResultBefore? Before { get; init; }

    /// <summary>Some of its figures are made for demonstration; every row and document of it says so.</summary>
    public bool Illustrative => Provenance.Values.Contains(Assessments.Provenance.Illustrative);
}

/// <summary>Whether the agency handed in its assessment.</summary>
public enum Submission
{
    Submitted,

    /// <summary>The office recorded after the deadline that nothing was submitted.</summary>
    NotSubmitted,
}

/// <summary>An appraiser's decision as it is published: the points that were set by hand, if any, and the reason's code.</summary>
public sealed record PublishedDecision(VerdictDecision Decision, Fraction? Points, ReasonCode? Reason);

/// <summary>A result in the comparable edition before, as it was published or printed; what nobody printed is null.</summary>
/// <param name="Ranked">How many agencies were ranked beside it.</param>
/// <param name="Tier">Code of the tier.</param>
/// <param name="Total">Invariant, with the decimals it was printed with: "93.3".</param>
public sealed record ResultBefore(int Year, int? Rank, int? Ranked, string? Tier, string? Total);
