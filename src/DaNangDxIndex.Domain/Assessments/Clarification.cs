using DaNangDxIndex.Criteria;

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

    /// <summary>It says why a number is far from last year's, or why all of them are the same, and the criterion reads it.</summary>
    public bool Concerns(Criterion criterion, Component? component) => Doubt.Split(':', 2) is [var kind, var subject] && kind switch
    {
        "jump" => criterion.Figures.Contains(subject, StringComparer.Ordinal),
        "same" => string.Equals(component?.Code, subject, StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>None of the values that it was written about has become another one.</summary>
    /// <param name="declared">Of a figure, as invariant text; null where it is not known here.</param>
    public bool IsStillAbout(Func<string, string?> declared) => Array.TrueForAll(
        About.Split(';'),
        value => value.Split('=', 2) is not [var figure, var then] || declared(figure) is not { } now
            || string.Equals(then, now, StringComparison.Ordinal));

    public void Write(Doubt doubt, string sentence, Guid by, DateTimeOffset at)
    {
        (About, Sentence, WrittenBy, WrittenAt) = (doubt.About, sentence, by, at);
        Version++;
    }
}
