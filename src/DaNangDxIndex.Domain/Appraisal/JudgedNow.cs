using DaNangDxIndex.Assessments;
using DaNangDxIndex.Criteria;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// Which criteria of an assessment are judged now: all in the first round, in the second those that the agency replied to, in a reopened
/// assessment
/// the one that was opened. What a corrected figure made stale on the way is always judged anew.
/// </summary>
/// <param name="Replied">Criteria with a reply that was sent; empty where none was.</param>
/// <param name="Reopening">Asked for or open; null for none.</param>
public sealed record JudgedNow(AssessmentState State, IReadOnlySet<string> Replied, Reopening? Reopening)
{
    /// <summary>Null: all.</summary>
    private IReadOnlySet<string>? Only =>
        Reopening is { IsOpen: true } open ? new HashSet<string>(StringComparer.Ordinal) { open.Criterion }
        : State == AssessmentState.Explained ? Replied
        : null;

    /// <summary>
    /// Criteria without a verdict, or with one that a corrected figure made stale, that was opened again, or that the agency replied to
    /// since.
    /// Information needs none.
    /// </summary>
    public IReadOnlyList<string> Waiting(CriteriaSet criteria, IEnumerable<Verdict> verdicts)
    {
        var last = VerdictsInForce.Last(verdicts);
        return [.. criteria.Criteria.Where(criterion => criterion.Rule is not null && Waits(last.GetValueOrDefault(criterion.Code)))
            .Select(criterion => criterion.Code)];
    }

    /// <param name="last">The last verdict on a criterion; null where there is none.</param>
    public bool Waits(Verdict? last) => last is null || last.Stale || WasOpenedAgain(last) || WasRepliedTo(last);

    /// <summary>The verdict was given before its criterion was opened again, and has not been given anew.</summary>
    public bool WasOpenedAgain(Verdict last) =>
        Reopening is { IsOpen: true } open && string.Equals(open.Criterion, last.Criterion, StringComparison.Ordinal)
        && last.DecidedAt <= open.OpenedAt;

    /// <summary>The agency has replied to this verdict, and it has not been given anew.</summary>
    public bool WasRepliedTo(Verdict last) => last.Round == 1 && Replied.Contains(last.Criterion);

    /// <param name="waiting">See <see cref="Waiting"/>.</param>
    public bool IsOpen(string criterion, IEnumerable<string> waiting) =>
        Only is not { } only || only.Contains(criterion) || waiting.Contains(criterion, StringComparer.Ordinal);

    /// <summary>The figures that are checked now are those of the criteria that are judged now.</summary>
    public bool IsFigureOpen(CriteriaSet criteria, string figure) =>
        Only is not { } only
        || only.Any(code => criteria.Criterion(code)?.Figures.Contains(figure, StringComparer.Ordinal) ?? false);

    /// <summary>Code of the refusal of a decision that leaves a reply without an answer.</summary>
    public const string AnswerMissing = "verdict.answer-missing";

    /// <exception cref="RuleViolation"><see cref="AnswerMissing"/>: who replied hears why, also when the verdict stays as it
    /// was</exception>
    public void RequireAnswer(string criterion, string? sentence)
    {
        if (State == AssessmentState.Explained && Replied.Contains(criterion) && string.IsNullOrWhiteSpace(sentence))
            throw new RuleViolation(AnswerMissing, new(
                "Cơ quan đã giải trình tiêu chí này. Viết một câu trả lời cơ quan.",
                "The agency has replied on this criterion. Write a sentence that answers it."));
    }

    /// <summary>Why a criterion that is not open stays as it is.</summary>
    public RuleViolation NotOpen() => Reopening is { IsOpen: true } open
        ? new("appraisal.not-reopened", new(
            $"Hồ sơ chỉ được mở lại để thẩm định tiêu chí {open.Criterion} và số liệu của tiêu chí đó.",
            $"The assessment was reopened for criterion {open.Criterion} and its figures only."))
        : new("appraisal.not-replied", new(
            "Thẩm định lần 2 chỉ xem xét tiêu chí mà cơ quan đã giải trình; kết quả lần 1 của tiêu chí này giữ nguyên.",
            "The second appraisal decides only what the agency replied to; the first decision on this criterion stands."));
}
