using DaNangDxIndex.Access;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Demo;

/// <summary>
/// One sign-in per role, "assessor@da-nang.demo" and so on. Their password is printed by ./run and stands here for all to read.
/// </summary>
public static class DemoAccounts
{
    public const string Password = "Con sông Hàn chảy qua phố";

    private static readonly (Role Role, string Name)[] People =
    [
        (Role.Assessor, "Nguyễn Thị Nhập"),
        (Role.Approver, "Trần Văn Duyệt"),
        (Role.Appraiser, "Lê Thị Thẩm"),
        (Role.LeadAppraiser, "Phạm Văn Trưởng"),
        (Role.Office, "Hoàng Thị Trực"),
        (Role.Signatory, "Võ Văn Ký"),
        (Role.AgencyAdministrator, "Mai Thị Cơ"),
        (Role.Administrator, "Đặng Thị Quản"),
        (Role.Auditor, "Bùi Văn Soát"),
    ];

    /// <summary>
    /// Nobody acts on their own agency, so somebody from another one has to act on that of the first: "leadAppraiser2", "office2". And
    /// roles of weight are confirmed by a second administrator: "administrator2".
    /// </summary>
    private static readonly (Role Role, string Name)[] Deputies =
    [
        (Role.LeadAppraiser, "Ngô Thị Phó"),
        (Role.Office, "Dương Văn Thay"),
        (Role.Administrator, "Lý Thị Hai"),
    ];

    public static string UserName(Role role, string tenant) => $"{role.Code()}@{tenant}.demo";

    public static string DeputyName(Role role, string tenant) => $"{role.Code()}2@{tenant}.demo";

    /// <summary>Who signs in under that name, inside the tenant that is entered.</summary>
    internal static async Task<Actor> ActorAsync(IServiceProvider services, string userName, CancellationToken ct)
    {
        var account = await services.GetRequiredService<DxIndexDb>().Set<Account>()
            .AsNoTracking().SingleAsync(account => account.UserName == userName, ct);
        return new(account.Id, account.FullName, account.Roles.Select(RoleCode.Parse).OfType<Role>().ToHashSet(), account.AgencyCode);
    }

    /// <param name="entering">The agency of assessor and approver.</param>
    /// <param name="standing">The agency of appraisers and office.</param>
    /// <param name="other">The agency of those who act where the standing agency itself is assessed.</param>
    internal static void Add(IServiceProvider services, Tenant tenant, string entering, string standing, string other)
    {
        var db = services.GetRequiredService<DxIndexDb>();
        var names = services.GetRequiredService<ILookupNormalizer>();
        var hasher = services.GetRequiredService<IPasswordHasher<Account>>();
        string? hash = null;
        foreach (var (role, name) in People)
            Add(UserName(role, tenant.Slug), name, role, AgencyOf(role, entering, standing));
        foreach (var (role, name) in Deputies)
            Add(DeputyName(role, tenant.Slug), name, role, role == Role.Administrator ? null : other);

        void Add(string userName, string name, Role role, string? agency)
        {
            var account = Account.New(userName, names.NormalizeName(userName), name, [role], agency);
            account.TakePassword(hash ??= hasher.HashPassword(account, Password));
            account.Reach(null, userName);
            db.Add(account);
        }
    }

    private static string? AgencyOf(Role role, string entering, string standing) => role switch
    {
        Role.Assessor or Role.Approver or Role.AgencyAdministrator => entering,
        Role.Appraiser or Role.LeadAppraiser or Role.Office => standing,
        Role.Signatory or Role.Administrator or Role.Auditor => null,
    };
}
