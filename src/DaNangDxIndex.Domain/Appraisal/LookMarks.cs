using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

/// <summary>One criterion of one agency, with all that can mark it. Both benches and every acceptance of several ask here.</summary>
/// <param name="Self">What the agency gave itself.</param>
/// <param name="Unanswered">By the figures in force, without any decision.</param>
/// <param name="Last">The last verdict; null where there is none.</param>
/// <param name="Pieces">Pieces of evidence that can prove something.</param>
/// <param name="ExplainsNone">The agency says why it shows none.</param>
/// <param name="IsClarified">The agency says why a figure that looks unlikely is right.</param>
/// <param name="Answer">What the agency says to the last return of the criterion; null for nothing.</param>
/// <param name="WasReturned">The last return of the form names it.</param>
/// <param name="IsDrawn">Two people judge it without seeing each other, and have not come to an end.</param>
public sealed record LookMarks(
    CriterionResult Self, CriterionResult Unanswered, Verdict? Last, NotApplicableRequest? Request, JudgedNow Judged,
    int Pieces, bool ExplainsNone, bool IsDrawn = false, bool IsClarified = false, AnswerToReturn? Answer = null,
    bool WasReturned = false)
{
    private Criterion Criterion => Unanswered.Criterion;

    /// <summary>All of them, the gravest first; a request or a doubt that a verdict has answered is none any more.</summary>
    public IReadOnlyList<LookMark> All => [.. Last is { } verdict ? Of(verdict) : Undecided];

    private IEnumerable<LookMark> Of(Verdict verdict)
    {
        if (Judged.WasOpenedAgain(verdict))
            yield return LookMark.OpenedAgain;
        if (Judged.WasRepliedTo(verdict))
            yield return LookMark.RepliedTo;
        if (verdict.Stale)
            yield return LookMark.Stale;
        if (verdict.DecidedAt <= Answer?.At)
            yield return LookMark.AnsweredReturn;
        if (Judged.Waits(verdict))
        {
            foreach (var doubt in Doubts)
                yield return doubt;
        }
    }

    private IEnumerable<LookMark> Undecided =>
        [.. Drawn, .. GivenBack, .. Request is null ? [.. Doubts, .. Evidence] : (LookMark[])[LookMark.AskedNotApplicable, .. Doubts]];

    private IEnumerable<LookMark> Drawn => IsDrawn ? [LookMark.ReadTwice] : [];

    private IEnumerable<LookMark> GivenBack =>
        Answer is not null ? [LookMark.AnsweredReturn] : WasReturned ? [LookMark.Returned] : [];

    private IEnumerable<LookMark> Doubts
    {
        get
        {
            if (Unanswered.AboveWhole.Count > 0)
                yield return LookMark.AboveWhole;
            if (Unanswered.Contradictory.Count > 0)
                yield return LookMark.Contradictory;
            if (IsClarified)
                yield return LookMark.Unlikely;
            if (Unanswered.State == ResultState.NothingDue)
                yield return LookMark.NothingDue;
        }
    }

    /// <summary>Where the agency claims nothing there is nothing to prove.</summary>
    private IEnumerable<LookMark> Evidence =>
        Criterion.Evidence is not { Required: true } || Pieces > 0 || Self.Counted is null or { IsZero: true } ? []
            : [ExplainsNone ? LookMark.ExplainedInstead : LookMark.EvidenceMissing];
}
