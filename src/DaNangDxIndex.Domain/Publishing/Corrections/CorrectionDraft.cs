using DaNangDxIndex.Assessments;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>
/// A correction that the office prepares: one at a time for a year. It works on a copy of the version in force; nothing of it is public
/// until it is signed, and what was published stays as it is.
/// </summary>
/// <param name="basis">Number of the version that it corrects.</param>
/// <param name="cause">What went wrong, in the words of the office; public once it is signed.</param>
/// <param name="review">Number of the agency's request for review that led to it; null where none did.</param>
public sealed class CorrectionDraft(
    int year, int basis, string cause, Finder foundBy, int? review, Guid begunBy, DateTimeOffset begunAt)
{
    public int Year { get; private set; } = year;

    public int Basis { get; private set; } = basis;

    public string Cause { get; private set; } = cause;

    public Finder FoundBy { get; private set; } = foundBy;

    public int? Review { get; private set; } = review;

    public Guid BegunBy { get; private set; } = begunBy;

    public DateTimeOffset BegunAt { get; private set; } = begunAt;

    public int Version { get; private set; }

    public void Say(string cause, Finder foundBy)
    {
        (Cause, FoundBy) = (cause, foundBy);
        Version++;
    }

    /// <summary>Its changes became others: what was read of it before is not what would be signed.</summary>
    public void Changed() => Version++;
}

/// <summary>One change of a draft. A figure or a criterion of an agency is changed once; another value replaces the first.</summary>
/// <param name="figure">Code of the figure; empty where a decision is changed.</param>
/// <param name="criterion">Code of the criterion; empty where a figure is changed.</param>
public sealed class DraftedChange(int year, string agency, string figure, string criterion)
{
    public int Year { get; private set; } = year;

    public string Agency { get; private set; } = agency;

    public string Figure { get; private set; } = figure;

    public string Criterion { get; private set; } = criterion;

    /// <summary>Invariant text; null is blank.</summary>
    public string? Value { get; private set; }

    /// <summary>Null where a figure is changed.</summary>
    public VerdictDecision? Decision { get; private set; }

    /// <summary>Exact, as text: "3.5", "1/3".</summary>
    public string? Points { get; private set; }

    public ReasonCode? Reason { get; private set; }

    public DraftedChange Take(string? value, ReasonCode? reason)
    {
        (Value, Reason) = (value, reason);
        return this;
    }

    public DraftedChange Take(PublishedDecision? decision)
    {
        (Decision, Points, Reason) = (decision?.Decision ?? VerdictDecision.Accept, decision?.Points?.ToString(), decision?.Reason);
        return this;
    }

    /// <summary>What it changes of what was published. A figure that becomes the declared one again needs no reason any more.</summary>
    public ResultChange Of(Entrant entrant) => Criterion.Length == 0
        ? new FigureChange(
            Agency, Figure, FigureInForce.Of(entrant, Figure),
            new(Value, string.Equals(Value, entrant.Declared.GetValueOrDefault(Figure), StringComparison.Ordinal) ? null : Reason))
        : new DecisionChange(Agency, Criterion, entrant.Decisions.GetValueOrDefault(Criterion), Decided);

    /// <summary>Plain acceptance is no decision that a result rests on: the rule gives the points.</summary>
    private PublishedDecision? Decided => Decision is { } decision and not VerdictDecision.Accept
        ? new(decision, Points is { } points ? Fraction.Parse(points) : null, Reason)
        : null;
}
