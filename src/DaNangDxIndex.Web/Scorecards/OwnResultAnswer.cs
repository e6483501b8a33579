using System.Globalization;
using DaNangDxIndex.Appraisal;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Scorecards;

/// <summary>
/// An agency's own result with the appraisers' sentences, for the agency alone. Points are decimal strings as printed; null is open or not
/// counted, never 0.
/// </summary>
/// <param name="Provisional">
/// Somebody in the group is not appraised yet, and the total may still become another one: it is not final itself, something waits for a
/// figure, or compares with the group.
/// </param>
/// <param name="Appraised">As it stands; after publication <paramref name="Published"/> is what counts.</param>
/// <param name="Published">Null until the edition is published.</param>
public sealed record OwnResultAnswer(
    int Edition,
    string Agency,
    AssessmentState State,
    bool Provisional,
    OwnResultAnswer.Sum SelfAssessed,
    OwnResultAnswer.Sum Appraised,
    OwnResultAnswer.Outcome? Published,
    IReadOnlyList<OwnResultAnswer.Reopened> Reopenings,
    IReadOnlyList<OwnResultAnswer.Criterion> Criteria)
{
    public static OwnResultAnswer Of(OwnResult result) => new(
        result.Sheet.Assessment.Year,
        result.Sheet.Assessment.Agency,
        result.Sheet.Assessment.State,
        result.IsProvisional,
        SumOf(result.SelfAssessed, result.Criteria.Method),
        SumOf(result.Appraised, result.Criteria.Method),
        result.Published is { } published
            ? new(published.Table.Version?.Number, published.Line.Total, published.Line.Rank, published.Line.Tier)
            : null,
        [.. result.Reopenings.Select(reopening => new Reopened(
            reopening.Criterion, reopening.OpenedAt, reopening.EndedAt, reopening.Reason))],
        [.. result.Criteria.Criteria.Where(criterion => criterion.Rule is not null).Select(criterion => CriterionOf(result, criterion))]);

    private static Sum SumOf(Scorecard card, Method method) =>
        new(Written(card.Total, method), Written(card.Open.Maximum, method), Written(card.Open.Penalty, method));

    private static Criterion CriterionOf(OwnResult result, Criteria.Criterion criterion)
    {
        var (self, appraised, set) =
            (result.SelfAssessed.ResultOf(criterion.Code), result.Appraised.ResultOf(criterion.Code), result.Criteria);
        var (decision, first) = (result.DecisionOn(criterion), result.FirstDecisionOn(criterion));
        return new(
            criterion.Code,
            Written(set.SignOf(criterion) * criterion.Maximum, set.Method),
            PointsInWords.InPlaceOfSelfAssessed(set, self) is null ? Signed(set, self) : null,
            result.Final(criterion) is { Final.Number: { } final }
                ? final.ToString(CultureInfo.InvariantCulture)
                : PointsInWords.InPlaceOf(appraised) is null ? Signed(set, appraised) : null,
            Of(decision),
            Of(first),
            result.Replies?.To(criterion.Code)?.Sentence,
            [.. result.CorrectionsOf(criterion).Select(correction => new Corrected(
                correction.Correction.Figure.Code, correction.Correction.Declared, correction.Correction.Verified,
                correction.Correction.Reason, correction.Sentence))]);
    }

    private static Decided? Of(Verdict? verdict) => verdict is null ? null : new(verdict.Decision, verdict.Reason, verdict.Sentence);

    private static string Signed(CriteriaSet set, CriterionResult result) =>
        Written(set.SignOf(result.Criterion) * result.Points, set.Method);

    private static string Written(Fraction points, Method method) => method.Round(points).ToString(CultureInfo.InvariantCulture);

    /// <param name="Open">The most that open criteria can still add to the total.</param>
    /// <param name="OpenPenalty">The most that open penalties can still take off.</param>
    public sealed record Sum(string Total, string Open, string OpenPenalty);

    public sealed record Outcome(int? Version, string? Total, int? Rank, string? Tier);

    /// <param name="EndedAt">Null while it is open.</param>
    /// <param name="Reason">The lead appraiser's.</param>
    public sealed record Reopened(string Criterion, DateTimeOffset? OpenedAt, DateTimeOffset? EndedAt, string? Reason);

    /// <param name="Declared">Points the agency gave itself.</param>
    /// <param name="Points">Appraised; after publication, as published. Negative where points are taken off.</param>
    /// <param name="Decision">An appraiser's, where it has a reason or a sentence.</param>
    /// <param name="FirstRound">That of the first round, where the second decided anew.</param>
    /// <param name="Reply">What the agency answered to the first round.</param>
    /// <param name="Corrections">Figures whose verified value is not the declared one.</param>
    public sealed record Criterion(
        string Code, string Maximum, string? Declared, string? Points, Decided? Decision, Decided? FirstRound, string? Reply,
        IReadOnlyList<Corrected> Corrections);

    /// <param name="Sentence">To the agency; published nowhere.</param>
    public sealed record Decided(VerdictDecision Decision, ReasonCode? Reason, string? Sentence);

    /// <summary>Values are invariant; null is blank, or held invalid.</summary>
    public sealed record Corrected(string Figure, string? Declared, string? Verified, ReasonCode Reason, string Sentence);
}
