namespace DaNangDxIndex.Evidence;

/// <summary>
/// Why an agency has nothing to show for a criterion that demands evidence; the appraiser reads it in place of the evidence.
/// </summary>
public sealed class ReasonWithoutEvidence(int year, string agency, string criterion)
{
    public const int Longest = 2000;

    public int Year { get; private set; } = year;

    public string Agency { get; private set; } = agency;

    public string Criterion { get; private set; } = criterion;

    public string Sentence { get; private set; } = "";

    public Guid GivenBy { get; private set; }

    public DateTimeOffset GivenAt { get; private set; }

    public int Version { get; private set; }

    public void Give(string sentence, Guid by, DateTimeOffset at)
    {
        (Sentence, GivenBy, GivenAt) = (sentence, by, at);
        Version++;
    }
}
