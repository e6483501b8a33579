using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;
using Npgsql;

namespace DaNangDxIndex.Hosting;

public sealed class DatabaseAwayTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task While_the_database_is_away_it_says_so_keeps_the_sign_in_and_recovers_by_itself()
    {
        var visitor = await app.SignedInAsync(Role.Administrator);
        await AllowAsync(false);
        var page = await visitor.GetAsync("/accounts");
        page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await Visitor.ReadAsync(page)).QuerySelector("h1")?.TextContent.ShouldBe("Hệ thống tạm thời gián đoạn");
        (await visitor.Http.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await visitor.Http.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await AllowAsync(true);
        (await visitor.GetAsync("/accounts")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task AllowAsync(bool allowed)
    {
        var address = new NpgsqlConnectionStringBuilder(app.Superuser);
        var database = address.Database;
        address.Database = "postgres";
        await TestApp.AskAsync<int>(address.ConnectionString, $"ALTER DATABASE {database} ALLOW_CONNECTIONS {allowed}");
        if (!allowed)
            await TestApp.AskAsync<bool>(address.ConnectionString, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}' AND pid <> pg_backend_pid()");
    }
}
