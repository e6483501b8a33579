namespace DaNangDxIndex.Accounts;

/// <summary>
/// A role that one administrator asks for somebody and a second one confirms (<see cref="RoleRules.NeedsSecond"/>). Until then the person
/// does not bear it. What was settled stays, as a record of who appointed whom.
/// </summary>
public sealed class Appointment(Guid id, Guid accountId, Role role, Guid askedBy, DateTimeOffset askedAt)
{
    public enum Settlement
    {
        /// <summary>By a second administrator.</summary>
        Confirmed,

        /// <summary>By a second administrator.</summary>
        Declined,

        /// <summary>Not wanted any more, before anybody had confirmed it.</summary>
        Withdrawn,

        /// <summary>At first run, by the tenant's only administrator (<see cref="RoleRules.MayBeGivenAlone"/>).</summary>
        Alone,
    }

    public Guid Id { get; private set; } = id;

    public Guid AccountId { get; private set; } = accountId;

    public Role Role { get; private set; } = role;

    public Guid AskedBy { get; private set; } = askedBy;

    public DateTimeOffset AskedAt { get; private set; } = askedAt;

    /// <summary>Null while it waits.</summary>
    public Settlement? Outcome { get; private set; }

    public Guid? SettledBy { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Why this person may not confirm or decline it, or null.</summary>
    public RuleViolation? Refusal(Actor actor)
    {
        if (Outcome is not null)
            return Settled();
        if (!actor.Is(Role.Administrator))
            return new("appointment.not-administrator", new(
                "Chỉ quản trị hệ thống được xác nhận vai trò.", "Only a system administrator may confirm a role."));
        return actor.Account == AskedBy || actor.Account == AccountId
            ? new("appointment.second-person", new(
                "Vai trò này phải do một quản trị hệ thống khác xác nhận, không phải người đề nghị và không phải người được giao.",
                "Another administrator must confirm this role: neither the one who asked for it nor the one who receives it."))
            : null;
    }

    /// <exception cref="RuleViolation"><c>appointment.settled</c>, <c>appointment.not-administrator</c>,
    /// <c>appointment.second-person</c></exception>
    public void Settle(bool confirmed, Actor actor, DateTimeOffset now)
    {
        if (Refusal(actor) is { } refusal)
            throw refusal;
        End(confirmed ? Settlement.Confirmed : Settlement.Declined, actor.Account, now);
    }

    public void GiveAlone(DateTimeOffset now) => End(Settlement.Alone, AskedBy, now);

    public void Withdraw(Guid? by, DateTimeOffset now) => End(Settlement.Withdrawn, by, now);

    private void End(Settlement outcome, Guid? by, DateTimeOffset now)
    {
        if (Outcome is not null)
            throw Settled();
        (Outcome, SettledBy, SettledAt) = (outcome, by, now);
        Version++;
    }

    private static RuleViolation Settled() => new("appointment.settled", new(
        "Đề nghị giao vai trò này đã được xử lý.", "This role has been settled already."));
}
