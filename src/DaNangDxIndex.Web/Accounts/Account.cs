using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace DaNangDxIndex.Accounts;

/// <summary>A person who signs in, of one tenant and at most one agency. Framework's user, with our roles on it.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public const int LongestFullName = 200;

    public required string FullName { get; set; }

    public List<string> Roles { get; set; } = [];

    public string? AgencyCode { get; set; }

    /// <summary>As the office dials it; not signed in by.</summary>
    public string? Phone { get; private set; }

    public string? Mail { get; private set; }

    /// <summary>In which letters are written to this person: "vi" or "en".</summary>
    public string Language { get; private set; } = "vi";

    public bool Disabled { get; set; }

    /// <summary>From when on nobody signs in here; some time later more of it is forgotten (<see cref="ForgetLeavers"/>).</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Who has taken over the work of somebody who left.</summary>
    public Guid? HandedTo { get; private set; }

    /// <summary>The roles that hold; what waits for a second administrator stands in <see cref="Appointment"/>.</summary>
    public IReadOnlyList<Role> Held => [.. Roles.Select(RoleCode.Parse).OfType<Role>()];

    /// <summary>The one-time link has been used: before that nobody can have signed in.</summary>
    public bool HasPassword => PasswordHash is not null;

    /// <summary>
    /// By whatever somebody shows: password, passkey or provider. Without a password the account awaits its person's first link, or a new
    /// one in two halves, and nothing from before opens it.
    /// </summary>
    public bool MayComeIn => State == AccountState.Active;

    public AccountState State => Disabled ? AccountState.Closed : HasPassword ? AccountState.Active : AccountState.Invited;

    /// <summary>Grows with every change that an administrator makes; the next one is made knowing it.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>By which this person chooses a password; none where there is nothing to choose.</summary>
    public OneTimeLink Reset
    {
        get => new(ResetHash, ResetExpiresAt, ResetAskedBy, ResetCodeHash, ResetConfirmedBy);
        private set => (ResetHash, ResetExpiresAt, ResetAskedBy, ResetCodeHash, ResetConfirmedBy) =
            (value.Hash, value.ExpiresAt, value.AskedBy, value.CodeHash, value.ConfirmedBy);
    }

    // Its columns. As a complex type they could not be read from rows that are asked for by hand, and those that are locked are.
    public byte[]? ResetHash { get; private set; }

    public DateTimeOffset? ResetExpiresAt { get; private set; }

    public Guid? ResetAskedBy { get; private set; }

    public byte[]? ResetCodeHash { get; private set; }

    public Guid? ResetConfirmedBy { get; private set; }

    /// <summary>
    /// A new password, a reset or a disabling: all sign-ins that carry the old stamp end with their next request, and no door that carries
    /// it (<see cref="Doors.Door"/>) is known, or closed, any more.
    /// </summary>
    public void EndSessions()
    {
        SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
        EndReading();
    }

    /// <summary>Gives the token of a new one-time link; an earlier link is worth nothing any more.</summary>
    /// <param name="askedBy">Of a link that needs the code of a second administrator; null where the link serves alone.</param>
    public string IssueReset(DateTimeOffset now, Guid? askedBy)
    {
        Reset = OneTimeLink.Issue(now, askedBy, out var token);
        EndReading();
        return token;
    }

    /// <summary>There is a link that lacks nothing but the code of a second administrator.</summary>
    public bool AwaitsCode(DateTimeOffset now) => !Disabled && Reset.AwaitsCode(now);

    /// <summary>Gives the code that belongs to the link; it is shown once and not kept.</summary>
    /// <exception cref="RuleViolation">Those of <see cref="LinkRules.Refusal"/></exception>
    public string ConfirmReset(Actor actor)
    {
        if (LinkRules.Refusal(actor, Id, Reset.AskedBy ?? Id) is { } refusal)
            throw refusal;
        Reset = Reset.Confirm(actor.Account, out var code);
        EndReading();
        return code;
    }

    /// <summary>The role for which the link came in halves is not given: nothing is left that a code would open.</summary>
    public void DropHalves()
    {
        if (Reset.InHalves && !LinkRules.NeedsSecond(Held, every: false))
            Reset = OneTimeLink.None;
    }

    /// <summary>Takes the new password's hash; the link, the old sessions and whatever was counted at a door end.</summary>
    public void TakePassword(string hash)
    {
        PasswordHash = hash;
        Reset = OneTimeLink.None;
        EndSessions();
    }

    /// <summary>A new account cannot sign in until its link has been used.</summary>
    public static Account New(string userName, string normalizedUserName, string fullName, IEnumerable<Role> roles, string? agency)
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = userName,
            NormalizedUserName = normalizedUserName,
            FullName = fullName,
        };
        account.Place(roles, agency);
        account.EndSessions();
        return account;
    }

    /// <summary>Roles and agency hold from the next request on; a disabled person is signed out.</summary>
    /// <exception cref="RuleViolation"><c>account.agency-missing</c>, and those of <see cref="RoleRules"/></exception>
    public void Change(string fullName, IEnumerable<Role> roles, string? agency, bool disabled, DateTimeOffset now)
    {
        Place(roles, agency);
        (FullName, Version) = (fullName, Version + 1);
        if (Disabled != disabled)
        {
            EndSessions();
            ClosedAt = disabled ? now : null;
        }
        Disabled = disabled;
        if (!disabled)
            HandedTo = null;
    }

    public void Reach(string? phone, string? mail) => (Phone, Mail) = (phone, mail);

    public void ReadsIn(string language) => Language = language;

    /// <summary>
    /// A second administrator has confirmed it. Whoever knew the old password may be the one who asked: a new one is chosen by a link in
    /// two halves.
    /// </summary>
    /// <exception cref="RuleViolation">Those of <see cref="RoleRules"/>: the roles may have changed since it was asked for.</exception>
    public void Give(Role role)
    {
        Take([.. Held, role]);
        PasswordHash = null;
        Version++;
        EndSessions();
    }

    public void Take(IEnumerable<Role> roles) => Place(roles, AgencyCode);

    /// <summary>By the operator of the server: whatever had closed or locked it is over.</summary>
    public void Reopen(IEnumerable<Role> roles)
    {
        Take(roles.Distinct());
        (Disabled, ClosedAt, HandedTo) = (false, null, null);
        Version++;
        EndSessions();
    }

    /// <summary>Somebody has left: nobody signs in here any more, and links are worth nothing.</summary>
    public void Close(Guid? handedTo, DateTimeOffset now)
    {
        (Disabled, ClosedAt, HandedTo) = (true, ClosedAt ?? now, handedTo);
        Reset = OneTimeLink.None;
        Version++;
        EndSessions();
    }

    /// <summary>Two changes of one account at once (one link used twice): the second finds the row changed and fails.</summary>
    private void EndReading() => ConcurrencyStamp = Guid.NewGuid().ToString();

    private void Place(IEnumerable<Role> roles, string? agency)
    {
        var given = roles.Distinct().Order().ToList();
        RoleRules.RequireAgency(given, agency);
        RoleRules.RequireApart(given);
        (Roles, AgencyCode) = ([.. given.Select(role => role.Code())], agency);
    }
}
