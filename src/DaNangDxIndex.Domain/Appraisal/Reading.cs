using DaNangDxIndex.Assessments;
using DaNangDxIndex.Scoring;

namespace DaNangDxIndex.Appraisal;

/// <summary>
/// What one of two appraisers holds of a drawn criterion. Until the other's stands too, nobody but its author sees it; it counts only as
/// the verdict that comes of both.
/// </summary>
public sealed class Reading
{
    private Reading()
    {
    }

    public Reading(int year, string agency, string criterion, Guid readBy)
    {
        (Year, Agency, Criterion, ReadBy) = (year, agency, criterion, readBy);
    }

    public int Year { get; private set; }

    public string Agency { get; private set; } = "";

    public string Criterion { get; private set; } = "";

    public Guid ReadBy { get; private set; }

    public VerdictDecision Decision { get; private set; }

    public decimal? Points { get; private set; }

    public ReasonCode? Reason { get; private set; }

    public string? Sentence { get; private set; }

    /// <summary>The share of the maximum that it gives, as an exact fraction; null for "not applicable".</summary>
    public string? Share { get; private set; }

    public DateTimeOffset ReadAt { get; private set; }

    /// <summary>What it was given for: the maximum and the figures in force. Where that has changed it has to be given again.</summary>
    public string Grounds { get; private set; } = "";

    public int Version { get; private set; }

    /// <summary>Exact; null for "not applicable".</summary>
    public Fraction? ExactShare => Share is null ? null : Fraction.Parse(Share);

    /// <param name="verdict">As it would stand if it counted alone.</param>
    /// <param name="share">Of the maximum; null for "not applicable".</param>
    public void Take(Verdict verdict, Fraction? share, string grounds)
    {
        (Decision, Points, Reason, Sentence, ReadAt, Grounds) =
            (verdict.Decision, verdict.Points, verdict.Reason, verdict.Sentence, verdict.DecidedAt, grounds);
        Share = share?.ToString();
        Version++;
    }

    /// <summary>The same decision, with the same points where they are set.</summary>
    public bool Agrees(Reading other) => Decision == other.Decision && Points == other.Points;
}
