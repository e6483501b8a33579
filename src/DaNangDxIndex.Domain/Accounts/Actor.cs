namespace DaNangDxIndex.Accounts;

/// <summary>
/// The person on whose behalf something happens: who it is, what roles, and which agency the person belongs to (null for none).
/// </summary>
public sealed record Actor(Guid Account, string Name, IReadOnlySet<Role> Roles, string? Agency)
{
    public bool Is(Role role) => Roles.Contains(role);

    public bool BelongsTo(string agency) => Agency is not null && string.Equals(Agency, agency, StringComparison.Ordinal);

    /// <summary>Nobody acts on their own agency: verdicts, extensions, reopening and closing are refused there.</summary>
    public static RuleViolation OwnAgency() => new("actor.own-agency", new(
        "Không được thẩm định, gia hạn, mở lại hoặc kết thúc thẩm định hồ sơ của cơ quan mình. "
            + "Việc này do người của cơ quan khác thực hiện.",
        "Nobody may appraise, extend, reopen or close the assessment of their own agency. Ask someone from another agency."));
}
