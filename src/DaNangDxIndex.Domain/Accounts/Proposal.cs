namespace DaNangDxIndex.Accounts;

/// <summary>
/// An act that one person has asked for, and that happens when another one confirms it (<see cref="FourEyes"/>). What was settled stays.
/// </summary>
/// <param name="subject">As the trail names it; one proposal of a kind waits for it at a time.</param>
/// <param name="about">Whose account it is about: that person does not confirm it either.</param>
/// <param name="content">The act as it will be done, sealed.</param>
public sealed class Proposal(Guid id, ProposalKind kind, string subject, Guid? about, string content, Guid askedBy,
    DateTimeOffset askedAt)
{
    /// <summary>Whoever should confirm may be away over a weekend; after that it is asked for anew.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(3);

    public enum Settlement
    {
        /// <summary>By another person; with it, it was done.</summary>
        Confirmed,

        /// <summary>By another person.</summary>
        Refused,

        /// <summary>By whoever had asked.</summary>
        Withdrawn,

        /// <summary>Nobody had settled it in time.</summary>
        Expired,
    }

    public Guid Id { get; private set; } = id;

    public ProposalKind Kind { get; private set; } = kind;

    public string Subject { get; private set; } = subject;

    public Guid? About { get; private set; } = about;

    public string Content { get; private set; } = content;

    /// <summary>The act for people, written when it was asked.</summary>
    public Bilingual Sentence { get; private set; } = new("", "");

    public Guid AskedBy { get; private set; } = askedBy;

    public DateTimeOffset AskedAt { get; private set; } = askedAt;

    public DateTimeOffset ExpiresAt { get; private set; } = askedAt + Waits;

    /// <summary>Null while it waits.</summary>
    public Settlement? Outcome { get; private set; }

    public Guid? SettledBy { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Whoever may do the act may confirm it.</summary>
    public Role SettledByRole =>
        Kind is ProposalKind.SignInProvider or ProposalKind.SecondFactorReset ? Role.Administrator : Role.Signatory;

    public Proposal Saying(Bilingual sentence)
    {
        Sentence = sentence;
        return this;
    }

    public bool IsOpen(DateTimeOffset now) => Outcome is null && now < ExpiresAt;

    /// <summary>Why this person may not confirm or refuse it, or null.</summary>
    public RuleViolation? Refusal(Actor actor, DateTimeOffset now)
    {
        if (!IsOpen(now))
            return Settled();
        if (!actor.Is(SettledByRole))
            return new("proposal.not-theirs", new(
                $"Đề nghị này do {SettledByRole.InWords().Vi} xác nhận.", $"This is confirmed by: {SettledByRole.InWords().En}."));
        return actor.Account == AskedBy || actor.Account == About
            ? new("proposal.second-person", new(
                "Đề nghị này phải do người khác xác nhận, không phải người đề nghị và không phải người được nêu trong đề nghị.",
                "Somebody else has to confirm this: neither the one who asked for it nor the one whom it is about."))
            : null;
    }

    /// <exception cref="RuleViolation"><c>proposal.settled</c>, <c>proposal.not-theirs</c>, <c>proposal.second-person</c></exception>
    public void Settle(bool confirmed, Actor actor, DateTimeOffset now)
    {
        if (Refusal(actor, now) is { } refusal)
            throw refusal;
        End(confirmed ? Settlement.Confirmed : Settlement.Refused, actor.Account, now);
    }

    /// <exception cref="RuleViolation"><c>proposal.settled</c>, <c>proposal.not-own</c></exception>
    public void Withdraw(Actor actor, DateTimeOffset now)
    {
        if (!IsOpen(now))
            throw Settled();
        if (actor.Account != AskedBy)
            throw new RuleViolation("proposal.not-own", new(
                "Chỉ người đề nghị được rút đề nghị này.", "Only the one who asked for this can take it back."));
        End(Settlement.Withdrawn, actor.Account, now);
    }

    /// <summary>Makes room for the next one of the same subject.</summary>
    /// <exception cref="RuleViolation"><c>proposal.waiting</c></exception>
    public void MakeRoom(DateTimeOffset now)
    {
        if (IsOpen(now))
            throw new RuleViolation("proposal.waiting", new(
                "Đã có một đề nghị về việc này đang chờ người khác xác nhận. Chờ xử lý hoặc rút đề nghị đó trước.",
                "There is a request for this already that waits for somebody else. Wait until it is settled, or take it back first."));
        End(Settlement.Expired, null, now);
    }

    private void End(Settlement outcome, Guid? by, DateTimeOffset now)
    {
        (Outcome, SettledBy, SettledAt) = (outcome, by, now);
        Version++;
    }

    private static RuleViolation Settled() => new("proposal.settled", new(
        "Đề nghị này đã được xử lý hoặc đã hết hạn.", "This request has been settled, or has expired."));
}
