namespace DaNangDxIndex.Publishing.Corrections;

/// <summary>What became of a request for review.</summary>
public enum ReviewOutcome
{
    /// <summary>The result is corrected.</summary>
    Upheld,

    /// <summary>The result stays.</summary>
    Rejected,
}

/// <summary>
/// An agency asks for its published result to be reviewed (phúc tra). Numbered within the year, answered in writing, and never changed
/// after.
/// </summary>
/// <param name="number">From 1 within the year.</param>
/// <param name="version">Number of the publication it is about.</param>
/// <param name="criterion">Code of the criterion; null where it is about the whole result.</param>
/// <param name="sentence">What the agency holds wrong, and on what ground.</param>
public sealed class ReviewRequest(
    int year, int number, string agency, int version, string? criterion, string sentence, Guid filedBy, DateTimeOffset filedAt)
{
    public int Year { get; private set; } = year;

    public int Number { get; private set; } = number;

    public string Agency { get; private set; } = agency;

    public int Version { get; private set; } = version;

    public string? Criterion { get; private set; } = criterion;

    public string Sentence { get; private set; } = sentence;

    public Guid FiledBy { get; private set; } = filedBy;

    public DateTimeOffset FiledAt { get; private set; } = filedAt;

    /// <summary>Null while it waits for its answer.</summary>
    public ReviewOutcome? Outcome { get; private set; }

    public string? Answer { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public void Reply(ReviewOutcome outcome, string answer, Guid by, DateTimeOffset at) =>
        (Outcome, Answer, AnsweredBy, AnsweredAt) = (outcome, answer, by, at);
}
