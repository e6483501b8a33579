namespace DaNangDxIndex.Appraisal;

/// <summary>
/// One question of the appraisers to an agency about a criterion, or one answer of the agency, during the round. It never changes once it
/// is sent, and is never published.
/// </summary>
public sealed class Message(
    int year, string agency, string criterion, int number, bool fromAgency, string text, Guid writtenBy, DateTimeOffset writtenAt)
{
    /// <summary>In letters.</summary>
    public const int LongestText = 2000;

    /// <summary>On one criterion of one agency; whoever needs more has to talk.</summary>
    public const int Most = 40;

    public int Year { get; private set; } = year;

    public string Agency { get; private set; } = agency;

    public string Criterion { get; private set; } = criterion;

    /// <summary>Of the thread, from 1.</summary>
    public int Number { get; private set; } = number;

    public bool FromAgency { get; private set; } = fromAgency;

    public string Text { get; private set; } = text;

    public Guid WrittenBy { get; private set; } = writtenBy;

    public DateTimeOffset WrittenAt { get; private set; } = writtenAt;
}
