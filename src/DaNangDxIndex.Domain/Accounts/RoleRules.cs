namespace DaNangDxIndex.Accounts;

/// <summary>Which roles one person may hold together, and who may give them: who does a thing does not also approve it.</summary>
public static class RoleRules
{
    private static readonly (Role One, Role Other, RuleViolation Refusal)[] Apart =
    [
        (Role.Assessor, Role.Approver, new("account.enters-and-approves", new(
            "Người nhập số liệu không được đồng thời là người duyệt. Giao hai vai trò cho hai người.",
            "The person who enters figures may not also approve them. Give the two roles to two people."))),
        (Role.Assessor, Role.AgencyAdministrator, new("account.enters-and-administers", new(
            "Người nhập số liệu không được đồng thời quản trị tài khoản của cơ quan, vì có thể tự lập tài khoản người duyệt. "
            + "Giao hai vai trò cho hai người.",
            "The person who enters figures may not also keep the agency's accounts, and so make an approver. "
            + "Give the two roles to two people."))),
        (Role.Appraiser, Role.Signatory, AppraisesAndSigns()),
        (Role.LeadAppraiser, Role.Signatory, AppraisesAndSigns()),
        (Role.Administrator, Role.Signatory, new("account.administers-and-signs", new(
            "Người quản trị tài khoản không được đồng thời ký công bố kết quả. Giao hai vai trò cho hai người.",
            "The person who administers accounts may not also sign results. Give the two roles to two people."))),
    ];

    /// <exception cref="RuleViolation"><c>account.enters-and-approves</c>, <c>account.appraises-and-signs</c>,
    /// <c>account.administers-and-signs</c></exception>
    public static void RequireApart(IReadOnlyCollection<Role> roles)
    {
        if (ApartRefusals(roles).FirstOrDefault() is { } refusal)
            throw refusal;
    }

    /// <summary>Why nobody may hold all of these together, a sentence for every two that have to be apart.</summary>
    public static IEnumerable<RuleViolation> ApartRefusals(IReadOnlyCollection<Role> roles) =>
        Apart.Where(rule => roles.Contains(rule.One) && roles.Contains(rule.Other))
            .Select(rule => rule.Refusal).DistinctBy(refusal => refusal.Code, StringComparer.Ordinal);

    /// <summary>Who enters, approves or keeps an agency's accounts does so for an agency.</summary>
    /// <exception cref="RuleViolation"><c>account.agency-missing</c></exception>
    public static void RequireAgency(IEnumerable<Role> roles, string? agency)
    {
        if (agency is null && roles.Any(NeedsAgency))
            throw AgencyMissing();
    }

    /// <summary>Without somebody in each of them no edition can be prepared, appraised and published.</summary>
    public static IReadOnlyList<Role> NeededToBegin { get; } = [Role.Office, Role.LeadAppraiser, Role.Signatory];

    public static bool NeedsAgency(Role role) => role is Role.Assessor or Role.Approver or Role.AgencyAdministrator;

    public static RuleViolation AgencyMissing() => new("account.agency-missing", new(
        "Cán bộ nhập số liệu, lãnh đạo duyệt và quản trị tài khoản của cơ quan phải thuộc một cơ quan. Chọn cơ quan.",
        "Assessors, approvers and the agency's administrators must belong to an agency. Choose the agency."));

    /// <summary>Nobody gives rights to themselves, and nobody gives up administering alone: somebody has to be left who can.</summary>
    /// <exception cref="RuleViolation"><c>account.own-rights</c></exception>
    public static void RequireByAnother(IReadOnlyCollection<Role> held, IReadOnlyCollection<Role> wanted, bool otherAgency, bool disabled)
    {
        if (wanted.Except(held).Any() || otherAgency)
        {
            throw new RuleViolation("account.own-rights", new(
                "Không thể tự giao thêm vai trò hoặc tự đổi cơ quan của mình. Liên hệ người quản trị hệ thống khác.",
                "You cannot give yourself a role or change your own agency. Ask another administrator."));
        }
        if (disabled || !wanted.Contains(Role.Administrator))
        {
            throw new RuleViolation("account.own-rights", new(
                "Không thể tự khóa tài khoản hoặc tự gỡ vai trò quản trị của mình. Liên hệ người quản trị hệ thống khác.",
                "You cannot disable your own account or remove your own administrator role. Ask another administrator."));
        }
    }

    /// <summary>
    /// Administrators keep everybody. The agency's administrator keeps those of the same agency who enter or approve: not those who
    /// appraise others from there, and not themselves.
    /// </summary>
    public static bool Keeps(Actor actor, IEnumerable<Role> roles, string? agency) =>
        actor.Is(Role.Administrator)
        || (actor.Is(Role.AgencyAdministrator) && agency is not null && actor.BelongsTo(agency)
            && roles.All(role => role is Role.Assessor or Role.Approver));

    /// <exception cref="RuleViolation"><c>account.not-kept</c></exception>
    public static void RequireKeeping(Actor actor, IEnumerable<Role> roles, string? agency)
    {
        if (!Keeps(actor, roles, agency))
            throw NotKept();
    }

    public static RuleViolation NotKept() => new("account.not-kept", new(
        "Quản trị tài khoản của cơ quan chỉ quản lý cán bộ nhập số liệu và lãnh đạo duyệt của cơ quan mình. "
        + "Các tài khoản khác do quản trị hệ thống quản lý.",
        "The agency's administrator keeps only the assessors and approvers of their agency. Ask the administrator for all others."));

    /// <summary>Who signs results and who gives roles is appointed by two administrators.</summary>
    /// <param name="every">The tenant wants it for all roles that reach beyond one agency's entry (<see cref="FourEyes.Roles"/>).</param>
    public static bool NeedsSecond(Role role, bool every) => every
        ? role is not (Role.Assessor or Role.Approver)
        : role is Role.Signatory or Role.Administrator;

    /// <summary>
    /// A new tenant has one administrator, and nobody who could confirm. That one names the second alone, once; whatever comes after is
    /// confirmed.
    /// </summary>
    /// <param name="role">To be given.</param>
    /// <param name="others">Another account bears the role of administrator, be it closed.</param>
    /// <param name="before">An administrator has been named alone already.</param>
    public static bool MayBeGivenAlone(Role role, bool others, bool before) => role == Role.Administrator && !others && !before;

    private static RuleViolation AppraisesAndSigns() => new("account.appraises-and-signs", new(
        "Người thẩm định không được đồng thời ký công bố kết quả. Giao hai vai trò cho hai người.",
        "The person who appraises may not also sign results. Give the two roles to two people."));
}
