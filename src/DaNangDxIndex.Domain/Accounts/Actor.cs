namespace DaNangDxIndex.Accounts;

/// <summary>The person on whose behalf something happens: who it is, what roles, and which agency the person belongs to (null for none).</summary>
public sealed record Actor(Guid Account, string Name, IReadOnlySet<Role> Roles, string? Agency)
{
    public bool Is(Role role) => Roles.Contains(role);

    public bool BelongsTo(string agency) => Agency is not null && string.Equals(Agency, agency, StringComparison.Ordinal);

    /// <summary>Nobody acts on the own agency: verdicts, extensions, reopening and closing are refused there.</summary>
    public static RuleViolation OwnAgency() => new("actor.own-agency", new(
        "Không ai được thẩm định, gia hạn, mở lại hoặc chốt hồ sơ của chính cơ quan mình. Hãy nhờ người của cơ quan khác.",
        "Nobody may appraise, extend, reopen or close the assessment of their own agency. Ask somebody from another agency."));
}
