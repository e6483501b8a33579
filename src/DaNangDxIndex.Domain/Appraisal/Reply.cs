namespace DaNangDxIndex.Appraisal;

/// <summary>
/// What an agency answers to the verdict on one criterion: why it sees it otherwise, and which figures it holds right instead. Written by
/// the
/// agency's people while replies are taken; the appraisers read it once the approver has sent it.
/// </summary>
public sealed class Reply
{
    /// <summary>In letters; about two pages.</summary>
    public const int LongestSentence = 4000;

    private Reply()
    {
    }

    public Reply(int year, string agency, string criterion)
    {
        (Year, Agency, Criterion) = (year, agency, criterion);
    }

    public int Year { get; private set; }

    public string Agency { get; private set; } = "";

    public string Criterion { get; private set; } = "";

    /// <summary>Never empty once written; not published.</summary>
    public string Sentence { get; private set; } = "";

    /// <summary>
    /// By figure of the criterion the value that the agency holds right, as invariant text. It changes nothing by itself: the verifying
    /// unit corrects the
    /// figure, or does not.
    /// </summary>
    public IReadOnlyDictionary<string, string> Claims { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public Guid WrittenBy { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    public int Version { get; private set; }

    public void Write(string sentence, IReadOnlyDictionary<string, string> claims, Guid by, DateTimeOffset at)
    {
        (Sentence, Claims, WrittenBy, WrittenAt) = (sentence, claims, by, at);
        Version++;
    }
}
