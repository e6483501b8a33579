using DaNangDxIndex.Text;

namespace DaNangDxIndex.Notices;

/// <summary>
/// A mail to one person. It is claimed before it is carried, so that two programs never carry it both; what the server refused is tried
/// again later and
/// later; what may have arrived is never sent twice.
/// </summary>
public sealed class Letter(Guid id, Guid accountId, string address, string language, string subject, string body, DateTimeOffset writtenAt,
    DateOnly? digestOf)
{
    /// <summary>Minutes after the first, second, … refusal; after the last one it is given up.</summary>
    private static readonly int[] Pauses = [1, 5, 15, 60, 240];

    private const int LongestFault = 300;

    /// <summary>In the place of address and words that are kept no longer.</summary>
    public const string Forgotten = "–";

    public static readonly TimeSpan LongestUnderway = TimeSpan.FromMinutes(15);

    public Guid Id { get; private set; } = id;

    public Guid AccountId { get; private set; } = accountId;

    public string Address { get; private set; } = address;

    /// <summary>"vi" or "en".</summary>
    public string Language { get; private set; } = language;

    public string Subject { get; private set; } = subject;

    public string Body { get; private set; } = body;

    public DateTimeOffset WrittenAt { get; private set; } = writtenAt;

    /// <summary>The day whose routine notices it gathers; null for one that went at once.</summary>
    public DateOnly? DigestOf { get; private set; } = digestOf;

    public LetterState State { get; private set; }

    public int Tries { get; private set; }

    /// <summary>Not before this moment; while it is underway, the moment of its claim.</summary>
    public DateTimeOffset NextAt { get; private set; } = writtenAt;

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>What the mail server said last.</summary>
    public string? Fault { get; private set; }

    public int Version { get; private set; }

    public void Claim(DateTimeOffset now)
    {
        (State, Tries, NextAt) = (LetterState.Underway, Tries + 1, now);
        Version++;
    }

    public void Arrived(DateTimeOffset now)
    {
        (State, SentAt, Fault) = (LetterState.Sent, now, null);
        Version++;
    }

    /// <param name="forGood">The address does not exist, or the like: trying again is of no use.</param>
    public void Refused(string fault, bool forGood, DateTimeOffset now)
    {
        var again = !forGood && Tries <= Pauses.Length;
        (State, Fault) = (again ? LetterState.Waiting : LetterState.GivenUp, Shortened(fault));
        if (again)
            NextAt = now.AddMinutes(Pauses[Tries - 1]);
        Version++;
    }

    public void Lost(string fault)
    {
        (State, Fault) = (LetterState.Unknown, Shortened(fault));
        Version++;
    }

    /// <summary>The office wants it sent anew.</summary>
    /// <exception cref="RuleViolation"><c>letter.not-failed</c></exception>
    public void TryAgain(DateTimeOffset now)
    {
        if (State is not (LetterState.GivenUp or LetterState.Unknown) || Address == Forgotten)
            throw new RuleViolation("letter.not-failed", new(
                "Chỉ gửi lại thư chưa gửi được.", "Only a letter that could not be sent is sent again."));
        (State, Tries, NextAt) = (LetterState.Waiting, 0, now);
        Version++;
    }

    private static string Shortened(string fault) => ShortText.Cut(fault, LongestFault);
}
