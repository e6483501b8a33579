using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Demo;

/// <summary>
/// An assessor and an approver for each agency that has begun, with invented names: "nhap.w25-an-hai@da-nang.demo",
/// "duyet.w25-an-hai@da-nang.demo".
/// </summary>
internal static class DemoPeople
{
    private static readonly string[] Families =
        ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Võ", "Đặng", "Bùi", "Đỗ", "Ngô", "Hồ", "Dương"];

    private static readonly string[] Middles =
        ["Thị", "Văn", "Thanh", "Minh", "Ngọc", "Quốc", "Thu", "Đức", "Hoài", "Xuân", "Bảo"];

    private static readonly string[] Given =
    [
        "An", "Bình", "Châu", "Dung", "Giang", "Hà", "Hiếu", "Khánh", "Lan", "Linh",
        "Mai", "Nam", "Nga", "Phúc", "Quỳnh", "Sơn", "Thảo", "Trang", "Tuấn", "Vinh",
    ];

    public static async Task<IReadOnlyDictionary<string, (Actor Assessor, Actor Approver)>> AddAsync(
        IServiceProvider services, Tenant tenant, IReadOnlyList<DemoState> states, CancellationToken ct)
    {
        var db = services.GetRequiredService<DxIndexDb>();
        var names = services.GetRequiredService<ILookupNormalizer>();
        var hasher = services.GetRequiredService<IPasswordHasher<Account>>();
        var known = await db.Set<Account>().AsNoTracking().Where(account => account.AgencyCode != null).ToListAsync(ct);
        string? hash = null;
        var people = states.Select((state, place) => (
            state.Agency,
            Assessor: Actor(state, place, "nhap", Role.Assessor),
            Approver: Actor(state, place + 500, "duyet", Role.Approver))).ToList();
        await db.SaveChangesAsync(ct);
        return people.ToDictionary(pair => pair.Agency, pair => (pair.Assessor, pair.Approver), StringComparer.Ordinal);

        Actor Actor(DemoState state, int place, string word, Role role)
        {
            var userName = $"{word}.{state.Agency}@{tenant.Slug}.demo";
            var account = known.Find(account => account.UserName == userName) ?? New(userName, place, role, state.Agency);
            return new(account.Id, account.FullName, new HashSet<Role> { role }, account.AgencyCode);
        }

        Account New(string userName, int place, Role role, string agency)
        {
            var account = Account.New(userName, names.NormalizeName(userName), NameOf(place), [role], agency);
            account.TakePassword(hash ??= hasher.HashPassword(account, DemoAccounts.Password));
            account.Reach(null, userName);
            return db.Add(account).Entity;
        }
    }

    private static string NameOf(int place) =>
        $"{Families[place * 5 % Families.Length]} {Middles[place * 3 % Middles.Length]} {Given[place * 7 % Given.Length]}";
}
