using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// The criterion of one agency that lies open on a bench: figures, declared beside accepted, and all that speaks for a verdict.
/// </summary>
public sealed record OpenedCriterion(
    AppraisalSheet Sheet, BenchLine Line, Explanation Explanation, Bilingual Rule, NotApplicableRequest? Request,
    IReadOnlyList<OpenedCriterion.FigureLine> Figures, BesideCriterion Beside, BenchEvidence Evidence)
{
    /// <summary>
    /// It was returned before it came again: what was to be completed, and what has changed for it; null where it was not.
    /// </summary>
    public (DateTimeOffset? At, ReturnedCriteria.Answer Answer)? Returned { get; init; }

    /// <summary>What the agency says to what was given back, to the lead or inside the agency; null while it may still change.</summary>
    public string? Said => Sheet.Assessment.IsHandedIn
        ? Sheet.Assessment.Answers.GetValueOrDefault(Line.Criterion.Code)?.Sentence : null;

    /// <summary>What the agency answered to the first round; null where it did not.</summary>
    public Reply? Reply { get; init; }

    /// <summary>The verdict of the first round that the second has judged anew, or is about to.</summary>
    public Verdict? FirstRound { get; init; }

    /// <summary>Who gave the verdict; null where there is none.</summary>
    public string? DecidedBy => Beside.DecidedBy;

    /// <summary>Questions to the agency, and its answers.</summary>
    public Conversation Conversation => Beside.Conversation;

    public sealed record FigureLine(Figure Figure, FigureEntry? Entry, Bilingual Declared, Bilingual InForce, bool Mine)
    {
        /// <summary>The value that the agency holds right in its reply; null where it names none.</summary>
        public Bilingual? Claimed { get; init; }

        /// <summary>Null where there is nothing to compare with.</summary>
        public Bilingual? LastYear { get; init; }
    }
}
