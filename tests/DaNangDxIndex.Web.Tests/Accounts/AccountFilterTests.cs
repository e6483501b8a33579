using System.Globalization;
using DaNangDxIndex.Database;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Accounts;

/// <summary>The database finds the accounts that the program would have found in all of them.</summary>
public sealed class AccountFilterTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Names =
    [
        "Đặng Thị Ánh Hồng", "ĐẶNG THỊ ÁNH HỒNG", "Dang Thi Anh Hong", "Đặng Thị Ánh".Normalize(System.Text.NormalizationForm.FormD),
        "Trần 100% Thật", "Lê_Văn_Gạch", @"Ngược \ Xuôi", "O'Néill", "Ưng  Ước", "Ж Сергей", "Nguyễn\u00a0Văn Cách",
    ];

    private static readonly string[] Asked =
    [
        "dang anh", "đặng ÁNH", "ANH HONG THI", "100%", "%", "_", "van_gach", @"\", "o'neill", "uoc ung", "сергей", "van nguyen",
        "hai chau", "Hải Châu dang", "people's committee", "folded-", "nobody at all", " ", "",
    ];

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Words_find_in_the_database_what_they_find_in_the_program(string language)
    {
        await AddAsync(language);
        await app.InTenantAsync("da-nang", async services =>
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            var db = services.GetRequiredService<DxIndexDb>();
            var agencies = await AgencyNames.ReadAsync(db, CancellationToken.None);
            var all = await db.Set<Account>().AsNoTracking().ToListAsync();
            foreach (var asked in Asked)
            {
                AskedWords.TryParse(asked, out var words).ShouldBeTrue();

                var found = await new AccountFilter(words, null, null, null).In(db, db.Set<Account>().AsNoTracking(), []).ToListAsync();

                found.Select(account => account.UserName).ShouldBe(
                    all.Where(account => words.StandIn($"{account.UserName} {account.FullName} {agencies.Of(account.AgencyCode)}"))
                        .Select(account => account.UserName),
                    ignoreOrder: true, $"“{asked}”");
            }
            return true;
        });
    }

    [Fact]
    public async Task Role_agency_and_state_are_those_of_the_account()
    {
        await app.InTenantAsync("da-nang", async services =>
        {
            var db = services.GetRequiredService<DxIndexDb>();
            var all = await db.Set<Account>().AsNoTracking().ToListAsync();
            var one = all.First(account => account.Roles.Contains("assessor"));
            foreach (var state in Enum.GetValues<AccountState>())
                (await FindAsync(new(null, null, null, state))).ShouldBe(
                    NamesOf(all.Where(account => account.State == state)), ignoreOrder: true);
            (await FindAsync(new(null, "assessor", one.AgencyCode, null))).ShouldBe(
                NamesOf(all.Where(account => account.Roles.Contains("assessor") && account.AgencyCode == one.AgencyCode)),
                ignoreOrder: true);
            (await FindAsync(new(null, "signatory", null, null), one.Id)).ShouldContain(one.UserName, "the role waits for it");
            return true;

            async Task<IEnumerable<string?>> FindAsync(AccountFilter filter, params Guid[] waiting) =>
                NamesOf(await filter.In(db, db.Set<Account>().AsNoTracking(), waiting).ToListAsync());
        });

        static IEnumerable<string?> NamesOf(IEnumerable<Account> accounts) => accounts.Select(account => account.UserName);
    }

    [Fact]
    public async Task Whatever_is_written_in_Latin_letters_folds_alike()
    {
        const string Letters =
            "aAàÁảÃạăẮằẳẴặâẤầẩẫẬbBcdDđĐeèÉêỀếỂễệghiÌíỉĨịoòÓôỒơỜởỡỢuùÚưỪứửỮựyỳÝçÑöÜßøÆœ %_'-.0\u0301\u0323\u0302";
        var random = new Random(1);
        string[] texts = [.. Enumerable.Range(0, 500).Select(_ => new string(random.GetItems<char>(Letters, random.Next(1, 20))))];

        var folded = await app.InDatabaseAsync("da-nang", db => db.Database
            .SqlQuery<string>($"""
                SELECT folded(text) AS "Value" FROM unnest({texts}) WITH ORDINALITY AS given (text, place) ORDER BY place
                """)
            .ToListAsync());

        folded.Select(Spaced).ShouldBe(texts.Select(FoldedText.Of));

        static string Spaced(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private Task AddAsync(string language) => app.InDatabaseAsync("da-nang", db =>
    {
        for (var place = 0; place < Names.Length; place++)
        {
            var account = Account.New(
                $"folded-{language}-{place}", $"FOLDED-{language}-{place}".ToUpperInvariant(), Names[place], [Role.Assessor],
                place % 2 == 0 ? "w25-hai-chau" : "so-yt");
            db.Add(account);
        }
        return db.SaveChangesAsync();
    });
}
