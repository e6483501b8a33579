using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

/// <summary>One criterion of one agency, as both benches list it.</summary>
/// <param name="Verdict">The last one, of either round.</param>
/// <param name="Request">The agency's request for "not applicable", or null.</param>
/// <param name="Mine">Of the person's own field.</param>
/// <param name="Open">It is judged in this round.</param>
/// <param name="Marks">Why it wants a look of its own; none where nothing does.</param>
/// <param name="Evidence">Pieces that are shown for it.</param>
/// <param name="Version">Of the verdict that this round can change; 0 while it has none.</param>
public sealed record BenchLine(
    Criterion Criterion, CriterionResult Self, CriterionResult Result, Verdict? Verdict, NotApplicableRequest? Request,
    bool Mine, bool Open, IReadOnlyList<LookMark> Marks, int Evidence, int Version)
{
    public bool OpenedAgain => Marks.Contains(LookMark.OpenedAgain);

    public bool RepliedTo => Marks.Contains(LookMark.RepliedTo);

    /// <summary>A part lies above its whole, so that accepting it wants a sentence.</summary>
    public required bool AboveWhole { get; init; }

    public bool Waits => Verdict is null || Verdict.Stale || OpenedAgain || RepliedTo;

    /// <summary>
    /// Two people judge it without seeing each other, and have not come to a verdict; null for one that one person judges.
    /// </summary>
    public Pair? Pair { get; init; }

    /// <summary>It keeps the round open, and the person can do something about it.</summary>
    public required bool WaitsForMe { get; init; }

    public bool Acceptable => Mine && Open && AppraisalRules.IsAcceptableAtOnce(Verdict, Marks);

    /// <summary>It waits for a look of its own: accepting the rest passes it over.</summary>
    public bool WantsLook => Mine && Waits && !Acceptable;

    /// <summary>What has become of it, as the last part of the text's key; null where it waits for this person.</summary>
    public string? Mark => Verdict switch
    {
        null when !Mine => "Other",
        null => Pair is { Differs: true } ? "Differs" : Pair is not null && !WaitsForMe ? "Read"
            : Marks.Contains(LookMark.AnsweredReturn) ? nameof(LookMark.AnsweredReturn)
            : Marks.Contains(LookMark.Returned) ? nameof(LookMark.Returned) : null,
        _ when OpenedAgain => nameof(LookMark.OpenedAgain),
        _ when RepliedTo => nameof(LookMark.RepliedTo),
        { Stale: true } => nameof(LookMark.Stale),
        var verdict => verdict.Decision.ToString(),
    };

    /// <summary>Every criterion of an assessment that gives points.</summary>
    public static IEnumerable<BenchLine> All(AppraisalSheet sheet, Scorecard appraised, EvidenceOfAssessment shown, Actor actor) =>
        sheet.SelfAssessed.Criteria.Zip(appraised.Criteria).Where(pair => pair.Second.Criterion.Rule is not null)
            .Select(pair => Of(sheet, pair.First, pair.Second, shown.ProofOf(pair.Second.Criterion.Code), actor));

    /// <param name="self">Of the criterion, as the agency assessed itself.</param>
    /// <param name="appraised">Of the criterion, as appraisal has come to.</param>
    /// <param name="proof">What the agency shows for it.</param>
    public static BenchLine Of(
        AppraisalSheet sheet, CriterionResult self, CriterionResult appraised, ProofOfCriterion proof, Actor actor)
    {
        var (criterion, judged) = (appraised.Criterion, sheet.Judged);
        var (last, request) = (sheet.LastVerdictOn(criterion.Code), sheet.Requests.GetValueOrDefault(criterion.Code));
        var (unanswered, pair) = (sheet.Unanswered(criterion), sheet.Pairs.OpenOn(criterion));
        var marks = new LookMarks(
            self, unanswered, last, request, judged, proof.Pieces, proof.ExplainsNone, pair is not null, sheet.IsClarified(criterion),
            ReturnedCriteria.AnswerTo(sheet.Assessment, criterion.Code), sheet.Assessment.Returned.ContainsKey(criterion.Code));
        var waiting = sheet.Waiting;
        return new(
            criterion, self, appraised, last, request, AppraisalRules.IsInFieldOf(actor, criterion.VerifyingUnit),
            judged.IsOpen(criterion.Code, waiting), marks.All, proof.Shown,
            pair?.VersionFor(actor) ?? sheet.VerdictOn(criterion.Code)?.Version ?? 0)
        {
            AboveWhole = unanswered.AboveWhole.Count > 0,
            Pair = pair,
            WaitsForMe = waiting.Contains(criterion.Code, StringComparer.Ordinal) && sheet.WaitsFor(actor, criterion),
        };
    }
}
