namespace DaNangDxIndex.Assessments;

/// <summary>
/// The agency's sentence to a warning about its figures (<see cref="Doubt"/>): it stands for the values that it was written about, and
/// not for others.
/// </summary>
public sealed class Clarification(int year, string agency, string doubt)
{
    /// <summary>The longest sentence, in characters.</summary>
    public const int Longest = 1000;

    public int Year { get; private set; } = year;

    public string Agency { get; private set; } = agency;

    /// <summary>Key of the doubt.</summary>
    public string Doubt { get; private set; } = doubt;

    /// <summary>The values that were in doubt when it was written.</summary>
    public string About { get; private set; } = "";

    public string Sentence { get; private set; } = "";

    public Guid WrittenBy { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Counts the changes; who saw another version is refused.</summary>
    public int Version { get; private set; }

    public void Write(Doubt doubt, string sentence, Guid by, DateTimeOffset at)
    {
        (About, Sentence, WrittenBy, WrittenAt) = (doubt.About, sentence, by, at);
        Version++;
    }
}
