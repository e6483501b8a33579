using DaNangDxIndex.Assessments;
using DaNangDxIndex.Scoring;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Appraisal;

/// <summary>An appraiser's decision on one criterion of one agency in one round.</summary>
public sealed class Verdict
{
    private Verdict()
    {
    }

    public Verdict(int year, string agency, string criterion, int round)
    {
        (Year, Agency, Criterion, Round) = (year, agency, criterion, round);
    }

    public int Year { get; private set; }

    public string Agency { get; private set; } = "";

    public string Criterion { get; private set; } = "";

    public int Round { get; private set; }

    public VerdictDecision Decision { get; private set; }

    /// <summary>
    /// Points given by hand, 0 to the criterion's maximum; null unless the decision is <see cref="VerdictDecision.Points"/>.
    /// </summary>
    public decimal? Points { get; private set; }

    public ReasonCode? Reason { get; private set; }

    /// <summary>The appraiser's sentence to the agency; not published.</summary>
    public string? Sentence { get; private set; }

    public Guid DecidedBy { get; private set; }

    public DateTimeOffset DecidedAt { get; private set; }

    /// <summary>True when a figure that this verdict read was corrected after it was given.</summary>
    public bool Stale { get; private set; }

    public int Version { get; private set; }

    /// <param name="sentence">To the agency, where there is something to say.</param>
    public void Accept(Guid by, DateTimeOffset at, string? sentence = null)
    {
        Decide(VerdictDecision.Accept, null, null, by, at);
        Sentence = string.IsNullOrWhiteSpace(sentence) ? null : sentence.Trim();
    }

    /// <summary>Accepts a part above its whole: what looks like a contradiction is none, and the sentence says why.</summary>
    /// <exception cref="RuleViolation"><c>verdict.above-whole</c>: reason or sentence is missing</exception>
    public void AcceptAboveWhole(ReasonCode? reason, string? sentence, Guid by, DateTimeOffset at)
    {
        if (reason is null || string.IsNullOrWhiteSpace(sentence))
            throw new RuleViolation("verdict.above-whole", new(
                "Tiêu chí này có số liệu phần lớn hơn tổng số. Nếu vẫn chấp nhận, chọn lý do và viết một câu giải thích.",
                "A part of this criterion is above its whole. To accept it all the same, "
                    + "choose a reason and write a sentence that explains it."));
        Decide(VerdictDecision.Accept, null, Reasoned.Require(reason, sentence), by, at);
    }

    /// <exception cref="RuleViolation"><c>verdict.points-out-of-range</c>, and as <see cref="Reasoned.Require"/></exception>
    public void SetPoints(decimal points, Fraction maximum, ReasonCode? reason, string? sentence, Guid by, DateTimeOffset at)
    {
        if (points < 0 || points > maximum)
        {
            var most = maximum.Round(4, RoundingMode.Truncate);
            throw new RuleViolation("verdict.points-out-of-range", new(
                $"Điểm phải từ 0 đến {NumberText.Plain(most, "vi")}.", $"Points must be between 0 and {NumberText.Plain(most, "en")}."));
        }

        Decide(VerdictDecision.Points, points, Reasoned.Require(reason, sentence), by, at);
    }

    /// <summary>What two appraisers hold alike counts as the verdict of the first.</summary>
    public void ComeOf(Reading first, DateTimeOffset at)
    {
        (Decision, Points, Reason, Sentence, DecidedBy, DecidedAt, Stale) =
            (first.Decision, first.Points, first.Reason, first.Sentence, first.ReadBy, at, false);
        Version++;
    }

    /// <exception cref="RuleViolation">As <see cref="Reasoned.Require"/>.</exception>
    public void FindNotApplicable(ReasonCode? reason, string? sentence, Guid by, DateTimeOffset at) =>
        Decide(VerdictDecision.NotApplicable, null, Reasoned.Require(reason, sentence), by, at);

    public void GoStale()
    {
        Stale = true;
        Version++;
    }

    private void Decide(VerdictDecision decision, decimal? points, Reasoned? why, Guid by, DateTimeOffset at)
    {
        (Decision, Points, Reason, Sentence, DecidedBy, DecidedAt, Stale) = (decision, points, why?.Reason, why?.Sentence, by, at, false);
        Version++;
    }
}
