using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Scorecards;

/// <summary>A component on a card. Maxima are those that apply to this agency, never the nominal ones.</summary>
/// <param name="Maximum">Negative for a penalty: the most that is taken off; 0 where nothing of it applies.</param>
/// <param name="Share">Of the maximum; null where nothing of it applies.</param>
/// <param name="Median">The same share of the agency in the middle of the group.</param>
public sealed record PrintedComponent(
    string Numeral, Component Component, decimal Maximum, CardPoints Self, CardPoints Final, decimal? Share, decimal? Median,
    IReadOnlyList<PrintedCriterion> Criteria)
{
    /// <summary>The same share of the best of the group; null where nothing of it applies to anybody.</summary>
    public decimal? Best { get; init; }
}

/// <summary>A pillar on a card: what the criteria of the base that bear its mark earned.</summary>
public sealed record PrintedPillar(string Code, decimal Maximum, decimal Final, decimal? Share, decimal? Median)
{
    public Bilingual Name => PillarName.Of(Code);
}

/// <summary>A criterion on a card.</summary>
/// <param name="Maximum">That applies; null where the criterion is left out, or is not scored.</param>
/// <param name="Self">A dash where nobody assesses oneself: by survey, system or leadership, and penalties.</param>
public sealed record PrintedCriterion(Criterion Criterion, ResultState State, decimal? Maximum, CardPoints Self, CardPoints Final)
{
    public required FigureInBrief Brief { get; init; }

    /// <summary>Published reason of an appraiser's decision. The appraiser's own sentence is never published.</summary>
    public ReasonCode? Reason { get; init; }

    /// <summary>Figures that were corrected, each with the declared and the verified value and the reason.</summary>
    public IReadOnlyList<Bilingual> Corrections { get; init; } = [];

    /// <summary>Where its figures come from, when they are not simply the agency's own; each once.</summary>
    public IReadOnlyList<Assessments.Provenance> Provenance { get; init; } = [];

    /// <summary>The agency gave itself other points than it got.</summary>
    public bool IsChanged => Self.Number is { } self && self != (Final.Number ?? 0);
}
