using System.Net;
using System.Text;
using DaNangDxIndex.Access;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Audit;

/// <summary>What is about people goes when its time has come, under the application's own role, also of who never comes again.</summary>
public sealed class ForgettingTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Chosen = "một câu chỉ mình tôi biết";
    private const string Phone = "0236 3822 999";

    /// <summary>The clock of a later day.</summary>
    private sealed class Later(int days) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddDays(days);
    }

    [Fact]
    public async Task Sign_ins_of_somebody_who_never_comes_again_are_forgotten_and_those_of_the_last_month_are_not()
    {
        var (gone, here) = (await AddAsync("never-again"), await AddAsync("still-here"));
        await TestApp.AskAsync<int>(app.Superuser, $"""
            UPDATE account_session SET began_at = now() - interval '31 days', last_seen_at = now() - interval '31 days'
                WHERE account_id = '{gone}';
            UPDATE account_door SET used_at = now() - interval '366 days' WHERE account_id = '{gone}'
            """);
        await ForgetAsync();
        (await CountAsync("account_session", gone), await CountAsync("account_door", gone)).ShouldBe((0, 0));
        (await CountAsync("account_session", here), await CountAsync("account_door", here)).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Of_who_left_long_ago_the_name_stays_and_neither_number_nor_mail_nor_what_opened_the_account()
    {
        var (left, stays) = (await AddAsync("left-long-ago"), await AddAsync("keeps-on"));
        await TestApp.AskAsync<int>(app.Superuser, $"""
            INSERT INTO recovery_code (tenant_id, account_id, hash) SELECT tenant_id, id, sha256('x') FROM account WHERE id = '{left}'
            """);
        await CloseAsync(left, "left-long-ago");
        await ForgetAsync();
        (await app.AccountAsync("left-long-ago")).Phone.ShouldBe(Phone, "the account was closed a moment ago");

        await TestApp.AskAsync<int>(app.Superuser, $"UPDATE account SET closed_at = now() - interval '366 days' WHERE id = '{left}'");
        await ForgetAsync();
        var account = await app.AccountAsync("left-long-ago");
        (account.FullName, account.Phone, account.Mail, account.PasswordHash).ShouldBe(("Người đã nghỉ", null, null, null));
        (await CountAsync("recovery_code", left), await CountAsync("account_door", left)).ShouldBe((0, 0));
        (await app.AccountAsync("keeps-on")).Phone.ShouldBe(Phone);
        (await CountAsync("account_session", stays)).ShouldBe(1);
        (await TestApp.AskAsync<long>(app.Superuser, $"""
            SELECT count(*) FROM audit_entry WHERE concat(before, after) LIKE '%{Phone}%' OR concat(before, after) LIKE '%@left.example%'
            """)).ShouldBe(0, "the trail is for ever and has neither");
    }

    [Fact]
    public async Task An_account_that_is_opened_again_loses_nothing()
    {
        var back = await AddAsync("comes-back");
        await CloseAsync(back, "comes-back");
        await SaveAsync(back, closed: false);
        (await app.AccountAsync("comes-back")).ClosedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Letters_lose_address_and_words_a_year_later_or_with_their_person_and_none_is_sent_again()
    {
        var (left, stays) = (await AddAsync("had-letters"), await AddAsync("has-letters"));
        await CloseAsync(left, "had-letters");
        await TestApp.AskAsync<int>(app.Superuser, $"UPDATE account SET closed_at = now() - interval '366 days' WHERE id = '{left}'");
        await LetterAsync(left, "waiting", days: 1);
        await LetterAsync(stays, "sent", days: 366);
        await LetterAsync(stays, "sent", days: 364);
        await ForgetAsync();
        (await LettersAsync(left)).ShouldBe(["givenUp – –"]);
        (await LettersAsync(stays)).ShouldBe(["sent – –", "sent somebody@example.vn words"]);
        var failed = await app.InDatabaseAsync("da-nang", db => db.Set<Letter>().SingleAsync(letter => letter.AccountId == left));
        Should.Throw<RuleViolation>(() => failed.TryAgain(DateTimeOffset.UtcNow));
    }

    [Fact]
    public async Task What_was_told_to_somebody_goes_as_the_words_of_letters_do()
    {
        var (left, stays) = (await AddAsync("was-told"), await AddAsync("is-told"));
        await TestApp.AskAsync<int>(app.Superuser, "DELETE FROM notice");
        foreach (var (account, days) in new[] { (left, 1), (stays, 366), (stays, 364) })
            await TestApp.AskAsync<int>(app.Superuser, $"""
                INSERT INTO notice (tenant_id, id, account_id, kind, key, path, sentence_vi, sentence_en, at)
                SELECT tenant_id, gen_random_uuid(), id, 'wayInChanged', 'told/{days}', '/', 'a', 'a', now() - interval '{days} days'
                FROM account WHERE id = '{account}'
                """);
        await TestApp.AskAsync<int>(app.Superuser, $"""
            UPDATE account SET disabled = true, closed_at = now() - interval '366 days' WHERE id = '{left}'
            """);
        await ForgetAsync();
        (await TestApp.ListAsync(app.Superuser, "SELECT key FROM notice")).ShouldBe(["told/364"]);
    }

    [Fact]
    public async Task Sealed_words_go_with_the_settlement_of_a_proposal_and_journeys_to_a_provider_with_their_time()
    {
        var by = await AddAsync("asks");
        foreach (var (subject, outcome, expires) in new[]
        {
            ("settled", "'withdrawn'", "1 day"), ("over", "NULL", "-1 day"), ("waits", "NULL", "1 day"),
        })
            await TestApp.AskAsync<int>(app.Superuser, $"""
                INSERT INTO proposal (tenant_id, id, kind, subject, content, sentence_vi, sentence_en, asked_by, asked_at, expires_at,
                    outcome, settled_at)
                SELECT tenant_id, gen_random_uuid(), 'publication', '{subject}', 'sealed', 'a', 'a', id, now() - interval '2 days',
                    now() + interval '{expires}', {outcome}, CASE WHEN {outcome} IS NULL THEN NULL ELSE now() END
                FROM account WHERE id = '{by}'
                """);
        foreach (var minutes in new[] { 5000, 0 })
            await TestApp.AskAsync<int>(app.Superuser, $"""
                INSERT INTO sign_in_attempt (tenant_id, state_hash, began_at, content)
                SELECT tenant_id, sha256('{minutes}'), now() - interval '{minutes} minutes', 'minutes-{minutes}' FROM account
                WHERE id = '{by}'
                """);
        await ForgetAsync();
        (await TestApp.ListAsync(app.Superuser, "SELECT concat(subject, ' ', content) FROM proposal ORDER BY subject"))
            .ShouldBe(["over ", "settled ", "waits sealed"]);
        (await TestApp.ListAsync(app.Superuser, "SELECT content FROM sign_in_attempt")).ShouldBe(["minutes-0"]);
    }

    [Fact]
    public async Task Every_table_that_names_an_account_stands_in_the_table_of_what_is_kept_and_how_long()
    {
        var names = await TestApp.ListAsync(app.Superuser, """
            SELECT DISTINCT conrelid::regclass::text FROM pg_constraint
            WHERE contype = 'f' AND confrelid = 'account'::regclass ORDER BY 1
            """);
        names.Count.ShouldBeGreaterThan(20);
        var operations = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/operations.md"));
        var section = operations.Split("### Retention")[1].Split("\n## ")[0];
        names.Where(table => !section.Contains($"`{table}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_that_were_loaded_go_some_time_after_publication_and_their_name_and_digest_stay()
    {
        var running = await RunningEdition.AddAsync(app);
        foreach (var year in new[] { 2024, running.Year })
            await LoadAsync(year);
        await ForgetFilesAsync(days: 0);
        (await KeptAsync(2024)).ShouldBeTrue("it was published not long enough ago");
        await ForgetFilesAsync(days: 5000);
        (await KeptAsync(2024), await KeptAsync(running.Year)).ShouldBe((false, true));

        var office = await app.SignedInAsync(Role.Office);
        (await office.OpenAsync("/editions/2024/figures")).Body.ShouldNotBeNull().TextContent
            .ShouldContain("khao-sat.csv (tệp đã xóa theo thời hạn lưu)");
        var id = await TestApp.AskAsync<Guid>(app.Superuser, "SELECT id FROM figure_load WHERE year = 2024");
        (await office.GetAsync($"/editions/2024/figures?handler=Loaded&id={id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<int> ForgetAsync() => app.InTenantAsync("da-nang", async services =>
    {
        foreach (var kind in services.GetServices<Forgetting>())
            await kind.HandleAsync(CancellationToken.None);
        return 0;
    });

    private Task<int> ForgetFilesAsync(int days) => app.InTenantAsync("da-nang", services => new ForgetLoadedFiles(
        services.GetRequiredService<Database.DxIndexDb>(), services.GetRequiredService<IConfiguration>(), new Later(days))
        .HandleAsync(CancellationToken.None));

    private Task<int> LoadAsync(int year) => app.InDatabaseAsync("da-nang", async db =>
    {
        var by = await db.Set<Account>().Select(account => account.Id).FirstAsync();
        db.Add(new FigureLoad(Guid.CreateVersion7(), year, "khao-sat.csv", Encoding.UTF8.GetBytes("agency,figure,value"),
            new string('a', 64), 1, 1, by, DateTimeOffset.UtcNow));
        return await db.SaveChangesAsync();
    });

    private Task<bool> KeptAsync(int year) =>
        TestApp.AskAsync<bool>(app.Superuser, $"SELECT content IS NOT NULL FROM figure_load WHERE year = {year}");

    private Task<int> LetterAsync(Guid account, string state, int days) => TestApp.AskAsync<int>(app.Superuser, $"""
        INSERT INTO letter (tenant_id, id, account_id, address, language, subject, body, written_at, state, next_at, sent_at)
            SELECT tenant_id, gen_random_uuid(), id, 'somebody@example.vn', 'vi', 'subject', 'words', now() - interval '{days} days',
                '{state}', now(), CASE '{state}' WHEN 'sent' THEN now() END FROM account WHERE id = '{account}'
        """);

    private Task<List<string>> LettersAsync(Guid account) => TestApp.ListAsync(app.Superuser, $"""
        SELECT concat_ws(' ', state, address, body) FROM letter WHERE account_id = '{account}' ORDER BY written_at
        """);

    private Task<long> CountAsync(string table, Guid account) =>
        TestApp.AskAsync<long>(app.Superuser, $"SELECT count(*) FROM {table} WHERE account_id = '{account}'");

    private async Task<Guid> AddAsync(string name)
    {
        var administrator = await app.SignedInAsync(Role.Administrator);
        await app.Visitor().ChooseAsync(await People.LinkAsync(await administrator.AddAsync(name, Role.Auditor.Code())), Chosen);
        await app.SignInAsync(name, Chosen);
        var id = (await app.AccountAsync(name)).Id;
        await SaveAsync(id, closed: false);
        return id;
    }

    private async Task CloseAsync(Guid id, string name)
    {
        await SaveAsync(id, closed: true);
        (await app.AccountAsync(name)).ClosedAt.ShouldNotBeNull();
    }

    private async Task SaveAsync(Guid id, bool closed)
    {
        var fields = new Dictionary<string, string>
        {
            ["Input.FullName"] = "Người đã nghỉ", ["Input.Roles"] = Role.Auditor.Code(), ["Input.Agency"] = "",
            ["Input.Phone"] = Phone, ["Input.Mail"] = "somebody@left.example",
        };
        if (closed)
            fields["Input.Disabled"] = "true";
        using var answer = await (await app.SignedInAsync(Role.Administrator)).SendFormAsync(
            $"/accounts/edit/{id}", fields, People.Form);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }
}
