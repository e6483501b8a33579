using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Harness;
using Npgsql;

namespace DaNangDxIndex.Placement;

/// <summary>
/// The command killed on its way, or a cluster gone: the tenant is whole at one place, and the next command ends what was begun.
/// </summary>
public sealed class InterruptedMoveTests(TwoClusters two) : IClassFixture<TwoClusters>
{
    [Fact]
    public async Task Killed_while_it_copies_the_tenant_stands_where_it_stood_and_the_next_command_moves_it()
    {
        var before = await TwoClusters.ContentsAsync(two.App.Superuser, "khanh-hoa");
        await using (var held = new NpgsqlConnection(two.NorthSuperuser))
        {
            await held.OpenAsync();
            await RunAsync(held, "BEGIN; LOCK TABLE account IN ACCESS EXCLUSIVE MODE");
            using var command = WebProcess.Verb(two.SettingsOfCommand, "tenant", "move", "khanh-hoa", "--to", "north");
            await Eventually.HoldsAsync(async () => await TestApp.AskAsync<long>(
                two.NorthSuperuser, "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'account'::regclass") > 0);
            command.Kill();
            await RunAsync(held, "ROLLBACK");
        }
        (await TestApp.ListAsync(two.App.Owner, "SELECT coalesce(cluster, 'home') FROM tenant WHERE slug = 'khanh-hoa'"))
            .ShouldBe(["home"]);
        (await TwoClusters.ContentsAsync(two.App.Superuser, "khanh-hoa")).ShouldBe(before);
        (await two.App.Visitor("khanh-hoa").GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);

        // Not tried again now: it takes writes where it stands.
        var (code, told) = await ProgramVerb.RunHereAsync(two.SettingsOfCommand, "tenant", "open", "khanh-hoa");
        (code, told).ShouldBe((0, "khanh-hoa nhận ghi ở home.\n"));
        await two.App.SignInAsync(DemoAccounts.UserName(Role.Auditor, "khanh-hoa"), DemoAccounts.Password, "khanh-hoa");

        before = await TwoClusters.ContentsAsync(two.App.Superuser, "khanh-hoa");
        await two.MoveAsync("north", "khanh-hoa");
        (await TwoClusters.ContentsAsync(two.NorthSuperuser, "khanh-hoa")).ShouldBe(before);
        await two.MoveAsync("home", "khanh-hoa");
    }

    [Fact]
    public async Task Killed_after_the_switch_the_next_command_opens_it_and_removes_what_stayed_behind()
    {
        var before = await TwoClusters.ContentsAsync(two.App.Superuser, "da-nang");
        using (var command = WebProcess.Verb(two.SettingsOfCommand, "tenant", "move", "da-nang", "--to", "north"))
        {
            await Eventually.HoldsAsync(async () => await TestApp.AskAsync<string>(
                two.App.Owner, "SELECT cluster FROM tenant WHERE slug = 'da-nang'") == "north");
            command.Kill();
        }
        (await TwoClusters.ContentsAsync(two.App.Superuser, "da-nang")).ShouldNotBeEmpty();
        (await TwoClusters.ContentsAsync(two.NorthSuperuser, "da-nang")).ShouldBe(before);

        (await two.MoveAsync("north"))[^1].ShouldBe("the rows on home are removed");

        await two.App.SignInAsync(DemoAccounts.UserName(Role.Auditor, "da-nang"), DemoAccounts.Password);
        (await TwoClusters.ContentsAsync(two.App.Superuser, "da-nang")).ShouldBeEmpty();
        (await two.RefusalAsync("north")).ShouldBe("move.already-there");
        await two.MoveAsync("home");
    }

    [Fact]
    public async Task Where_it_was_switched_and_not_yet_opened_the_next_command_opens_it()
    {
        await two.MoveAsync("north", keep: true);
        await TestApp.AskAsync<int>(two.NorthOwner, "UPDATE tenant SET closed_at = now()");
        (await two.MoveAsync("north"))[0].ShouldBe("da-nang stands on north and takes writes");
        await two.MoveAsync("home");
    }

    [Fact]
    public async Task A_copy_that_lies_there_from_before_is_made_anew()
    {
        await two.MoveAsync("north", keep: true);
        await two.MoveAsync("home", keep: true);
        var told = await two.MoveAsync("north");
        told[0].ShouldBe("an earlier copy on north was removed");
        await two.MoveAsync("home");
    }

    [Fact]
    public async Task A_copy_that_differs_is_dropped_and_the_tenant_takes_writes_where_it_stood()
    {
        await TestApp.AskAsync<int>(two.NorthSuperuser, """
            CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog
                AS $$ BEGIN NEW.name_vi := 'Khác'; RETURN NEW; END $$;
            CREATE TRIGGER spoil BEFORE INSERT ON agency FOR EACH ROW EXECUTE FUNCTION spoil();
            ALTER TABLE agency ENABLE ALWAYS TRIGGER spoil
            """);
        (await two.RefusalAsync("north")).ShouldBe("move.differs");
        await TestApp.AskAsync<int>(two.NorthSuperuser, "DROP FUNCTION spoil CASCADE");

        (await TestApp.AskAsync<long>(two.NorthOwner, "SELECT count(*) FROM tenant")).ShouldBe(0);
        (await TestApp.AskAsync<long>(two.App.Owner, "SELECT count(*) FROM tenant WHERE slug = 'da-nang' AND closed_at IS NULL"))
            .ShouldBe(1);
    }

    [Fact]
    public async Task While_a_cluster_is_away_its_own_tenant_says_so_and_the_others_are_served()
    {
        var (here, there) = (await two.App.SignedInAsync(Role.Office), await two.App.SignedInAsync(Role.Office, "khanh-hoa"));
        await two.MoveAsync("north", "khanh-hoa");
        (await there.GetAsync("/work")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await AllowAsync(false);
        try
        {
            var page = await there.GetAsync("/work");
            page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            page.Headers.RetryAfter.ShouldNotBeNull();
            (await two.App.Visitor("khanh-hoa").GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await here.GetAsync("/work")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await two.App.Visitor().GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
            // Nobody can say that there is no such code while a cluster that may know it is away.
            (await StatusAsync("/verify/ABCDEFGH")).ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await StatusAsync("/health/ready")).ShouldBe(HttpStatusCode.OK);
            using var health = await two.App.Visitor().Http.GetAsync(new Uri("/health", UriKind.Relative));
            (await health.Content.ReadAsStringAsync()).ShouldContain("north: The database does not answer.");
        }
        finally
        {
            await AllowAsync(true);
        }
        (await there.GetAsync("/work")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("/verify/ABCDEFGH")).ShouldBe(HttpStatusCode.NotFound);
        await two.MoveAsync("home", "khanh-hoa");
    }

    private async Task<HttpStatusCode> StatusAsync(string path) =>
        (await two.App.Visitor().Http.GetAsync(new Uri(path, UriKind.Relative))).StatusCode;

    private async Task AllowAsync(bool allowed)
    {
        var north = new NpgsqlConnectionStringBuilder(two.NorthSuperuser).Database;
        var address = new NpgsqlConnectionStringBuilder(two.NorthSuperuser) { Database = "postgres" }.ConnectionString;
        await TestApp.AskAsync<int>(address, $"ALTER DATABASE {north} ALLOW_CONNECTIONS {allowed}");
        await TestApp.AskAsync<bool>(address, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{north}'");
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
