namespace DaNangDxIndex.Notices;

/// <summary>The standing office reminded an agency by hand: at most once a day.</summary>
public sealed class Reminder(int year, string agency, DateOnly day, string? sentence, Guid sentBy, DateTimeOffset sentAt)
{
    public const int LongestSentence = 500;

    public int Year { get; private set; } = year;

    public string Agency { get; private set; } = agency;

    public DateOnly Day { get; private set; } = day;

    /// <summary>What the office added; null for nothing.</summary>
    public string? Sentence { get; private set; } = sentence;

    public Guid SentBy { get; private set; } = sentBy;

    public DateTimeOffset SentAt { get; private set; } = sentAt;
}
