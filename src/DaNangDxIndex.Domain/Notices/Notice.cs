namespace DaNangDxIndex.Notices;

/// <summary>
/// One sentence to one person, with the page that it is about. Written once with the change that it tells of; names and days in it stay as
/// they were.
/// </summary>
public sealed class Notice(Guid id, Guid accountId, NoticeKind kind, string key, string path, DateTimeOffset at)
{
    public Guid Id { get; private set; } = id;

    public Guid AccountId { get; private set; } = accountId;

    public NoticeKind Kind { get; private set; } = kind;

    /// <summary>What it tells of, once for each person: "deadline/2025/w25-hai-chau/2026-12-31/7".</summary>
    public string Key { get; private set; } = key;

    /// <summary>Of a page, without tenant and language: "/assessments/2025/w25-hai-chau".</summary>
    public string Path { get; private set; } = path;

    public Bilingual Sentence { get; private set; } = new("", "");

    public DateTimeOffset At { get; private set; } = at;

    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>The letter that carries it; null while it goes by none.</summary>
    public Guid? LetterId { get; private set; }

    /// <summary>Goes by letter at once; all others wait for the day's one letter.</summary>
    public bool IsUrgent => Kind is NoticeKind.Returned or NoticeKind.SentBack or NoticeKind.AskedForApproval
        or NoticeKind.Recalled or NoticeKind.RecordedNotSubmitted or NoticeKind.Reminder or NoticeKind.SecondFactorReset
        or NoticeKind.WayInChanged or NoticeKind.ProposalAsked or NoticeKind.ProposalSettled;

    public Notice Saying(Bilingual sentence)
    {
        Sentence = sentence;
        return this;
    }

    public void Read(DateTimeOffset at) => ReadAt ??= at;

    public void PutInto(Letter letter) => LetterId = letter.Id;
}
