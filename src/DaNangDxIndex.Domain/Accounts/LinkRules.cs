namespace DaNangDxIndex.Accounts;

/// <summary>
/// A one-time link opens an account to whoever holds it. That of somebody who signs results or gives roles comes in two halves: the link
/// from the administrator who asked for it, a code from a second one, so that neither can open the account alone.
/// </summary>
public static class LinkRules
{
    /// <summary>How long a link opens its account.</summary>
    public static readonly TimeSpan Lives = TimeSpan.FromHours(72);

    /// <param name="roles">That the account bears, or that wait for it.</param>
    /// <param name="every">As in <see cref="RoleRules.NeedsSecond"/>.</param>
    public static bool NeedsSecond(IEnumerable<Role> roles, bool every) => roles.Any(role => RoleRules.NeedsSecond(role, every));

    /// <summary>Why this person may not hand over the code of a link, or null.</summary>
    public static RuleViolation? Refusal(Actor actor, Guid account, Guid askedBy)
    {
        if (!actor.Is(Role.Administrator))
            return new("link.not-administrator", new(
                "Chỉ quản trị hệ thống được cấp mã của liên kết.", "Only a system administrator may give the code of a link."));
        return actor.Account == askedBy || actor.Account == account
            ? new("link.second-person", new(
                "Mã của liên kết này phải do một quản trị hệ thống khác cấp, không phải người tạo liên kết và không phải người nhận.",
                "Another administrator must give the code of this link: neither the one who made the link nor the one who receives it."))
            : null;
    }
}
