using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DaNangDxIndex.Hosting;

public sealed class DatabaseAwayTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task While_the_database_is_away_it_says_so_keeps_the_sign_in_and_recovers_by_itself()
    {
        var visitor = await app.SignedInAsync(Role.Administrator);
        await AllowAsync(false);
        try
        {
            var page = await visitor.GetAsync("/accounts");
            page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await Visitor.ReadAsync(page)).QuerySelector("h1").ShouldNotBeNull().TextContent.ShouldBe("Hệ thống tạm thời gián đoạn");
            (await ReadyAsync(visitor)).ShouldBe(HttpStatusCode.ServiceUnavailable);
            using var told = await visitor.GetApiAsync("editions/2025/agencies/w25-hai-chau/figures");
            (await told.Content.ReadAsStringAsync()).ShouldContain("không bị mất", customMessage: "a program is told in words too");
            (await visitor.Http.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            await AllowAsync(true);
        }
        (await visitor.GetAsync("/accounts")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task While_the_database_is_read_only_it_is_not_ready_and_a_change_is_to_be_tried_again()
    {
        var visitor = app.Visitor();
        await ReadOnlyAsync(true);
        try
        {
            var answer = await visitor.SendFormAsync(
                "/accounts/sign-in", new() { ["UserName"] = "somebody", ["Password"] = "wrong password" });
            answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            answer.Headers.RetryAfter.ShouldNotBeNull();
            (await ReadyAsync(visitor)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        }
        finally
        {
            await ReadOnlyAsync(false);
        }
        (await ReadyAsync(visitor)).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> ReadyAsync(Visitor visitor) =>
        (await visitor.Http.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode;

    private Task AllowAsync(bool allowed) => AlterAsync($"ALLOW_CONNECTIONS {allowed}");

    private async Task ReadOnlyAsync(bool isReadOnly)
    {
        await AlterAsync($"SET default_transaction_read_only = {isReadOnly}");
        app.Services.GetRequiredService<NpgsqlDataSource>().Clear();
    }

    /// <summary>Connections that are open lose what they had; new ones have the new.</summary>
    private async Task AlterAsync(string change)
    {
        var address = new NpgsqlConnectionStringBuilder(app.Superuser);
        var database = address.Database;
        address.Database = "postgres";
        await TestApp.AskAsync<int>(address.ConnectionString, $"ALTER DATABASE {database} {change}");
        await TestApp.AskAsync<bool>(
            address.ConnectionString,
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}' AND pid <> pg_backend_pid()");
    }
}
