using DaNangDxIndex.Text;

namespace DaNangDxIndex.Assessments;

/// <summary>
/// What stood on the page when somebody answered for it: the whole text and its digest. What stands there later is compared with it, so
/// that a change after the act can be seen and said.
/// </summary>
public sealed class Approval(int year, string agency, ApprovalAct act)
{
    public int Year { get; private set; } = year;

    public string Agency { get; private set; } = agency;

    public ApprovalAct Act { get; private set; } = act;

    /// <summary>Canonical text: a <see cref="Declaration"/>, or for a closed round what the appraisers found.</summary>
    public string Content { get; private set; } = "";

    /// <summary>SHA-256 of it, lower-case hex.</summary>
    public string Digest { get; private set; } = "";

    public Guid GivenBy { get; private set; }

    public DateTimeOffset GivenAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Anew too: the last one counts, and the trail keeps the digests of all.</summary>
    public void Give(string content, Guid by, DateTimeOffset at)
    {
        (Content, Digest, GivenBy, GivenAt) = (content, CanonicalJson.Digest(content), by, at);
        Version++;
    }

    /// <summary>What stands now is another thing than what was answered for.</summary>
    public bool IsStale(string contentNow) => !string.Equals(Digest, CanonicalJson.Digest(contentNow), StringComparison.Ordinal);
}

public enum ApprovalAct
{
    AskedForApproval,
    SentBack,
    Submitted,
    ClosedRoundOne,
    ClosedRoundTwo,

    /// <summary>What had been handed in when the lead appraiser returned it.</summary>
    Returned,

    /// <summary>What became final, by the last round or by closing what had been opened again.</summary>
    Finalised,
}
